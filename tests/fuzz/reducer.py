"""Makes a program that shows a difference small.

Works on Python's own syntax tree, so it knows nothing of the generator: statements are taken out in
halves, then one by one; compound statements are replaced by their bodies; expressions by one of
their parts or by a constant. A change stays if the same kind of difference is still there.
"""
import ast
import copy
import time


class Reducer:
    def __init__(self, is_interesting, deadline):
        self.is_interesting = is_interesting  # text -> bool
        self.deadline = deadline
        self.tries = 0

    def reduce(self, text):
        """The smallest program found; `text` itself if it is not interesting."""
        text = self.normal(text)
        if not self.is_interesting(text):
            return None
        while time.time() < self.deadline:
            before = text
            text = self.drop_statements(text)
            text = self.unwrap(text)
            text = self.simplify(text)
            if text == before:
                break
        return text

    @staticmethod
    def normal(text):
        return ast.unparse(ast.parse(text)) + "\n"

    def accepts(self, tree):
        if time.time() > self.deadline:
            return None
        self.tries += 1
        try:
            text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
            compile(text, "p", "exec")
        except (SyntaxError, ValueError, RecursionError, AttributeError, TypeError):
            return None
        return text if self.is_interesting(text) else None

    # --- statements

    @staticmethod
    def bodies(tree):
        """All statement lists, outermost first, as (node, field)."""
        found = []
        for node in ast.walk(tree):
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                value = getattr(node, field, None)
                if isinstance(value, list) and value:
                    found.append((node, field))
        return found

    @staticmethod
    def put(node, field, statements):
        if not statements and field == "body":
            statements = [ast.Pass()]
        setattr(node, field, statements)

    def drop_statements(self, text):
        where = 0
        while time.time() < self.deadline:
            tree = ast.parse(text)
            bodies = self.bodies(tree)
            if where >= len(bodies):
                return text
            size = len(getattr(*bodies[where]))
            step = size
            while step >= 1:
                start = max(0, size - step)
                while start >= 0 and step >= 1 and time.time() < self.deadline:
                    tree = ast.parse(text)
                    node, field = self.bodies(tree)[where]
                    statements = getattr(node, field)
                    kept = statements[:start] + statements[start + step:]
                    if len(kept) < len(statements) and not (field == "body" and len(statements) == 1 and
                                                            isinstance(statements[0], ast.Pass)):
                        self.put(node, field, kept)
                        smaller = self.accepts(tree)
                        if smaller is not None:
                            text = smaller
                            size = len(kept)
                    if start == 0:
                        break
                    start = max(0, start - step)
                    bodies = self.bodies(ast.parse(text))
                    if where >= len(bodies):
                        return text
                    size = len(getattr(*bodies[where]))
                    step = min(step, max(size, 1))
                step //= 2
                bodies = self.bodies(ast.parse(text))
                if where >= len(bodies):
                    return text
                size = len(getattr(*bodies[where]))
                step = min(step, size)
            where += 1
        return text

    def unwrap(self, text):
        """Puts the insides of compound statements in their place."""
        where = 0
        while time.time() < self.deadline:
            tree = ast.parse(text)
            bodies = self.bodies(tree)
            if where >= len(bodies):
                return text
            node, field = bodies[where]
            changed = False
            for index in range(len(getattr(node, field))):
                statement = getattr(node, field)[index]
                if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
                    continue
                for inner in ("body", "orelse", "finalbody"):
                    inside = getattr(statement, inner, None)
                    if not isinstance(inside, list) or not inside or not isinstance(inside[0], ast.stmt):
                        continue
                    again = ast.parse(text)
                    there, _ = self.bodies(again)[where]
                    old = getattr(there, field)
                    setattr(there, field, old[:index] + getattr(old[index], inner) + old[index + 1:])
                    smaller = self.accepts(again)
                    if smaller is not None:
                        text, changed = smaller, True
                        break
                if changed:
                    break
            if not changed:
                where += 1
        return text

    # --- expressions

    @staticmethod
    def places(tree):
        """All (node, field, index or None) that hold an expression that is read."""
        found = []
        for node in ast.walk(tree):
            for field, value in ast.iter_fields(node):
                if isinstance(value, ast.expr):
                    found.append((node, field, None))
                elif isinstance(value, list):
                    found += [(node, field, i) for i, v in enumerate(value) if isinstance(v, ast.expr)]
        return [(n, f, i) for n, f, i in found if isinstance(getattr(Reducer.get(n, f, i), "ctx", ast.Load()), ast.Load)]

    @staticmethod
    def get(node, field, index):
        value = getattr(node, field)
        return value if index is None else value[index]

    @staticmethod
    def set(node, field, index, value):
        if index is None:
            setattr(node, field, value)
        else:
            getattr(node, field)[index] = value

    @staticmethod
    def replacements(expression):
        """Simpler expressions to try in its place."""
        if isinstance(expression, ast.Name):
            return []
        if isinstance(expression, ast.Constant):
            value = expression.value
            if isinstance(value, int) and not isinstance(value, bool) and value not in (0, 1):
                return [ast.Constant(1), ast.Constant(value // 2)] if value > 1 else [ast.Constant(-1)] if value != -1 else []
            return []
        parts = [copy.deepcopy(e) for e in ast.iter_child_nodes(expression)
                 if isinstance(e, ast.expr) and isinstance(getattr(e, "ctx", ast.Load()), ast.Load)]
        return [ast.Constant(0), ast.Constant(1), *parts]

    def simplify(self, text):
        where = 0
        while time.time() < self.deadline:
            tree = ast.parse(text)
            places = self.places(tree)
            if where >= len(places):
                break
            changed = False
            for candidate in range(len(self.replacements(self.get(*places[where])))):
                again = ast.parse(text)
                place = self.places(again)[where]
                self.set(*place, self.replacements(self.get(*place))[candidate])
                smaller = self.accepts(again)
                if smaller is not None and len(smaller) < len(text):
                    text, changed = smaller, True
                    break
            if not changed:
                where += 1
        return text
