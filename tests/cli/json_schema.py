"""The part of JSON Schema (draft 2020-12) that the event stream's schema uses. A keyword that is not
known here is an error, so that nothing goes unchecked."""

TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "number": (int, float), "integer": int,
}
ANNOTATIONS = {"$schema", "title", "description", "$defs"}


def errors(schema, value, root=None, path="$"):
    """What is wrong with `value`, as texts."""
    root = schema if root is None else root
    found = []
    for keyword, argument in schema.items():
        if keyword in ANNOTATIONS:
            continue
        if keyword == "$ref":
            target = root
            assert argument.startswith("#/"), argument
            for step in argument[2:].split("/"):
                target = target[step]
            found += errors(target, value, root, path)
        elif keyword == "oneOf":
            results = [errors(choice, value, root, path) for choice in argument]
            if sum(not r for r in results) != 1:
                # The choice with the value's own kind tells more than "none of them".
                closest = min(results, key=len) if results else []
                found.append("%s: %d of oneOf match: %s" % (path, sum(not r for r in results), closest[:3]))
        elif keyword == "type":
            kind = TYPES[argument]
            is_bool = isinstance(value, bool) and argument != "boolean"
            if is_bool or not isinstance(value, kind):
                found.append("%s: not of type %s" % (path, argument))
        elif keyword == "const":
            if value != argument:
                found.append("%s: not %r" % (path, argument))
        elif keyword == "minimum":
            if isinstance(value, (int, float)) and value < argument:
                found.append("%s: below %s" % (path, argument))
        elif keyword == "items":
            if isinstance(value, list):
                for i, element in enumerate(value):
                    found += errors(argument, element, root, "%s[%d]" % (path, i))
        elif keyword == "properties":
            if isinstance(value, dict):
                for name, part in argument.items():
                    if name in value:
                        found += errors(part, value[name], root, "%s.%s" % (path, name))
        elif keyword == "required":
            if isinstance(value, dict):
                found += ["%s: has no %s" % (path, name) for name in argument if name not in value]
        elif keyword == "additionalProperties":
            assert argument is False
            if isinstance(value, dict):
                found += ["%s: has %s" % (path, n) for n in value if n not in schema.get("properties", {})]
        else:
            raise ValueError("unknown keyword " + keyword)
    return found
