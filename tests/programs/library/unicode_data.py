# Names, properties and normal forms of characters.
import unicodedata as u

SAMPLE = "aZ1 \n²½Ⅷ\u0661é\u0301\u0327ǅ가각힣漢豈ﬁ\u3000ア☃😀\u200d€\u1e69\u2126(\u202e\ud800\U00012000"
for c in SAMPLE:
    print(ascii(c), u.name(c, "?"), u.category(c), u.bidirectional(c), u.combining(c),
          u.east_asian_width(c), u.mirrored(c), u.decomposition(c), u.decimal(c, -1), u.digit(c, -1),
          u.numeric(c, -1))
    name = u.name(c, None)
    if name:
        assert u.lookup(name) == c
        try:
            assert u.lookup(name.lower()) == c
        except KeyError as e:
            print(e)

print(ascii("\N{EM DASH}\N{latin small letter a with diaeresis}\N{LF}\N{LINE FEED}\N{BEL}\N{NBSP}"))
print(ascii(f"{1}\N{SNOWMAN}{2}\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-6F22}"))

for text in ("e\u0301", "\u1e69", "s\u0323\u0307", "s\u0307\u0323", "ﬁ²", "가", "\u1100\u1161\u11a8",
             "\u0958", "\u2126", "a\u0315\u0300\u05ae\u0300b", ""):
    forms = [u.normalize(f, text) for f in ("NFC", "NFD", "NFKC", "NFKD")]
    print(ascii(text), [ascii(f) for f in forms],
          [u.is_normalized(f, text) for f in ("NFC", "NFD", "NFKC", "NFKD")])

for call in (lambda: u.name("\x00"), lambda: u.name("ab"), lambda: u.lookup("NO SUCH CHARACTER"),
             lambda: u.decimal("x"), lambda: u.digit("x"), lambda: u.numeric("x"),
             lambda: u.normalize("NFX", "x"), lambda: u.lookup("CJK UNIFIED IDEOGRAPH-41"),
             lambda: u.lookup("HANGUL SYLLABLE QA"), lambda: u.lookup(""),
             lambda: eval(r'"\N{NO SUCH CHARACTER}"')):
    try:
        print(call())
    except (ValueError, TypeError, KeyError, SyntaxError) as e:
        print(type(e).__name__, e)
print(u.unidata_version)
