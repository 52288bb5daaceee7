# The parts of a format text, for string.Formatter.


def formatter_parser(text):
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    return _parse(text)


def _parse(text):
    literal = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c == "{":
            if text[i + 1:i + 2] == "{":
                literal.append("{")
                i += 2
                yield "".join(literal), None, None, None
                literal = []
                continue
            i += 1
            if i == n:
                raise ValueError("Single '{' encountered in format string")
            depth = 1
            start = i
            while i < n:
                if text[i] == "{":
                    depth += 1
                elif text[i] == "}":
                    depth -= 1
                    if depth == 0:
                        break
                i += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field = text[start:i]
            i += 1
            conversion = None
            spec = ""
            at = 0
            bracket = False
            while at < len(field):
                f = field[at]
                if f == "[":
                    bracket = True
                elif f == "]":
                    bracket = False
                elif f in "!:" and not bracket:
                    break
                at += 1
            name = field[:at]
            rest = field[at:]
            if rest[:1] == "!":
                conversion = rest[1:2]
                if not conversion:
                    raise ValueError("unmatched '{' in format spec")
                rest = rest[2:]
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            if rest[:1] == ":":
                spec = rest[1:]
            yield "".join(literal), name, spec, conversion
            literal = []
        elif c == "}":
            if text[i + 1:i + 2] != "}":
                raise ValueError("Single '}' encountered in format string")
            literal.append("}")
            i += 2
            yield "".join(literal), None, None, None
            literal = []
        else:
            literal.append(c)
            i += 1
    if literal:
        yield "".join(literal), None, None, None


def formatter_field_name_split(name):
    i = 0
    while i < len(name) and name[i] not in ".[":
        i += 1
    first = name[:i]
    return int(first) if first.isdigit() else first, _rest(name, i)


def _rest(name, i):
    while i < len(name):
        if name[i] == ".":
            start = i = i + 1
            while i < len(name) and name[i] not in ".[":
                i += 1
            if i == start:
                raise ValueError("Empty attribute in format string")
            yield True, name[start:i]
        elif name[i] == "[":
            end = name.find("]", i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[i + 1:end]
            if not key:
                raise ValueError("Empty attribute in format string")
            yield False, int(key) if key.isdigit() else key
            i = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
