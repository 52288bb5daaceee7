whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _fill(self, mapping, strict):
        text = self.template
        out = []
        i = 0
        while i < len(text):
            c = text[i]
            if c != "$":
                out.append(c)
                i += 1
                continue
            rest = text[i + 1:i + 2]
            if rest == "$":
                out.append("$")
                i += 2
                continue
            braced = rest == "{"
            start = i + 2 if braced else i + 1
            end = start
            while end < len(text) and (text[end] == "_" or (text[end].isascii()
                                                            and text[end].isalnum())):
                end += 1
            name = text[start:end]
            bad = not name or name[0].isdigit() or (braced and text[end:end + 1] != "}")
            if bad:
                if strict:
                    lines = text[:i].splitlines(keepends=True)
                    colno = i - len("".join(lines[:-1])) + 1 if lines else 1
                    raise ValueError("Invalid placeholder in string: line %d, col %d"
                                     % (max(len(lines), 1), colno))
                out.append(c)
                i += 1
                continue
            if braced:
                end += 1
            if strict or name in mapping:
                out.append(str(mapping[name]))
            else:
                out.append(text[i:end])
            i = end
        return "".join(out)

    def substitute(self, mapping=None, /, **kws):
        return self._fill({**(mapping or {}), **kws}, True)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._fill({**(mapping or {}), **kws}, False)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
