# literal_eval; the syntax tree itself is not there.


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")
    parser = _Parser(text)
    value = parser.value()
    if parser.skip() < len(text):
        parser.fail()
    return value


class _Parser:
    # A text that compiles as an expression: literals, their displays, signs, complex numbers.
    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self):
        raise ValueError(f"malformed node or string on line 1: {self.text!r}")

    def skip(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c in " \t\n\r\f":
                self.at += 1
            elif c == "#":
                while self.at < len(text) and text[self.at] != "\n":
                    self.at += 1
            else:
                break
        return self.at

    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]

    def value(self):
        c = self.peek()
        if c == "(":
            return self.parenthesized()
        if c == "[":
            self.at += 1
            return self.items("]")[0]
        if c == "{":
            return self.braces()
        if c and (c in "+-." or c.isdigit()):
            return self.number()
        return self.word()

    def items(self, end):
        row = []
        comma = False
        while self.peek() != end:
            row.append(self.value())
            comma = False
            if self.peek() == ",":
                self.at += 1
                comma = True
            elif self.peek() != end:
                self.fail()
        self.at += 1
        return row, comma

    def parenthesized(self):
        self.at += 1
        row, comma = self.items(")")
        return row[0] if len(row) == 1 and not comma else tuple(row)

    def braces(self):
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return {}
        first = self.value()
        if self.peek() != ":":
            if self.peek() == ",":
                self.at += 1
            return {first, *self.items("}")[0]}
        names = {}
        key = first
        while True:
            self.at += 1
            names[key] = self.value()
            if self.peek() == ",":
                self.at += 1
            if self.peek() == "}":
                self.at += 1
                return names
            key = self.value()
            if self.peek() != ":":
                self.fail()

    def number(self):
        sign = 1
        c = self.peek()
        while c and c in "+-":
            if c == "-":
                sign = -sign
            self.at += 1
            c = self.peek()
        value = sign * self.digits()
        c = self.peek()
        if c and c in "+-" and not isinstance(value, complex):
            self.at += 1
            other = self.digits()
            if not isinstance(other, complex):
                self.fail()
            return value + other if c == "+" else value - other
        return value

    def digits(self):
        text = self.text
        self.skip()
        start = self.at
        while self.at < len(text) and (text[self.at].isalnum() or text[self.at] in "._" or (
                text[self.at] in "+-" and text[self.at - 1] in "eE"
                and text[start:start + 2].lower() != "0x")):
            self.at += 1
        word = text[start:self.at]
        if not word or not (word[0].isdigit() or word[0] == "."):
            self.fail()
        return eval(word, {})

    def word(self):
        text = self.text
        start = self.at
        while self.at < len(text) and (text[self.at].isalnum() or text[self.at] in "_."):
            self.at += 1
        word = text[start:self.at]
        quote = text[self.at:self.at + 1]
        if quote and quote in "\"'" and word.lower() in ("", "r", "b", "u", "br", "rb"):
            return self.string(start)
        known = {"None": None, "True": True, "False": False, "...": ...}
        if word in known:
            return known[word]
        if word == "set" and text[self.at:self.at + 2] == "()":
            self.at += 2
            return set()
        self.fail()

    def string(self, start):
        text = self.text
        quote = text[self.at]
        if text[self.at:self.at + 3] == quote * 3:
            quote = quote * 3
        self.at += len(quote)
        while text[self.at:self.at + len(quote)] != quote:
            self.at += 2 if text[self.at] == "\\" else 1
            if self.at >= len(text):
                self.fail()
        self.at += len(quote)
        value = eval(text[start:self.at], {})
        c = self.peek()
        if c and (c in "\"'" or c in "rbuRBU" and text[self.at + 1:self.at + 3].lstrip("bBrR")[:1]
                  in ("\"", "'")):
            self.skip()
            return value + self.word()
        return value


def __getattr__(name):
    raise AttributeError(f"ast.{name} is not supported by Hothouse: there is only literal_eval")
