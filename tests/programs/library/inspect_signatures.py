import inspect
def f(a,b=1,*c,d,**e): "doc"
print(inspect.signature(f), inspect.isfunction(f), inspect.getdoc(f), inspect.isclass(int))
