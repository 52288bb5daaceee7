# Trees that programs make may have any expression between the parts of an f-string.
import ast


def joined(*values):
    tree = ast.Expression(ast.JoinedStr(list(values)))
    ast.fix_missing_locations(tree)
    code = compile(tree, "<made>", "eval")
    return code, tree


name = ast.Name("name", ast.Load())
call = ast.Call(ast.Attribute(name, "upper", ast.Load()), [], [])
code, tree = joined(ast.Constant("a{"), call, ast.Constant("}b'\""), name,
                    ast.FormattedValue(ast.Constant(3), -1, None))
print(eval(code, {"name": "xyz"}))
print([type(v).__name__ for v in tree.body.values])
function = ast.parse("def f(x):\n    return x").body[0]
function.body = [ast.Return(ast.JoinedStr([ast.Constant("/"), ast.Call(
    ast.Name("str", ast.Load()), [ast.Name("x", ast.Load())], [])]))]
module = ast.fix_missing_locations(ast.Module([function], []))
names = {}
exec(compile(module, "<made>", "exec"), names)
print(names["f"](12), names["f"]("y"))

# Names that no text can have.
function = ast.parse("def f(self, a, **kwargs):\n    return self.x, a, g(kwargs), [self for i in a]").body[0]
renamed = {"f": "<builder: f>", "self": ".self", "kwargs": ".kwargs"}
function.name = renamed["f"]
for node in ast.walk(function):
    if isinstance(node, ast.Name) and node.id in renamed:
        node.id = renamed[node.id]
    if isinstance(node, ast.arg) and node.arg in renamed:
        node.arg = renamed[node.arg]
names = {"g": sorted}
exec(compile(ast.fix_missing_locations(ast.Module([function], [])), "<made>", "exec"), names)
made = names["<builder: f>"]
one = type("T", (), {"x": 5})
print(made.__name__, made.__qualname__, made.__code__.co_varnames[:3])
print(made(one, "bc", z=1, y=2) == (5, "bc", ["y", "z"], [one, one]), function.name)
