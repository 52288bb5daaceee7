# Syntax trees: parsed, dumped, walked, changed, compiled, unparsed.
import ast
t=ast.parse("x = 1 + 2*y\ndef f(a, b=2, *c, d: int=3, **e) -> None:\n    '''doc'''\n    return [i for i in a if i]\nclass A(B, k=1): pass\nprint(f'{x!r:>{w}}', 1.5, 2j, b'a', 'é', ...)\n")
print(ast.dump(t)); print(ast.dump(t, include_attributes=True)); print(ast.unparse(t)); print(ast.dump(t,indent=2))
class V(ast.NodeVisitor):
    def visit_Name(self, n): print(n.id, n.lineno, n.col_offset, type(n.ctx).__name__)
V().visit(t)
print([type(n).__name__ for n in ast.walk(t)])
class T(ast.NodeTransformer):
    def visit_Constant(self,n): return ast.copy_location(ast.Constant(n.value*2 if isinstance(n.value,int) else n.value), n)
e=ast.parse("1+2*3",mode="eval"); print(eval(compile(ast.fix_missing_locations(T().visit(e)),"x","eval")))
print(ast.literal_eval("{'a':[1,2,(3,)],'b':-1.5}"), ast.get_docstring(t.body[1]))
for bad in ["1+","x y","def f(:","return"]:
    try: ast.parse(bad); print("ok",bad)
    except SyntaxError as x: print(x)
try: ast.literal_eval("f(1)")
except ValueError as x: print(str(x)[:30])
print(ast.Name("x",ast.Load())._fields, ast.Name._attributes, ast.expr.__bases__, ast.BinOp.__doc__, ast.alias.__doc__)
try: ast.Name(1,2,3)
except TypeError as x: print(x)
print(isinstance(ast.parse("1").body[0], ast.stmt), ast.Constant(1).kind, repr(ast.Add())[:15])
