# Encodings of Chinese, Japanese and Korean: whole, in pieces, with errors; files in them.
import codecs
import io

for name, text in (("shift_jis", "日本語 テスト ABC"), ("euc_jp", "日本語"), ("cp932", "①日本"), ("iso2022_jp", "日本語 text"),
                   ("gb2312", "中文"), ("gbk", "繁體中文"), ("gb18030", "中\U0001f600"), ("big5", "繁體"), ("euc_kr", "한국어"),
                   ("cp949", "똠방각하")):
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
    decoder = codecs.getincrementaldecoder(name)()
    print("".join([decoder.decode(data[i:i + 1]) for i in range(len(data))]) == text)
for errors in ("strict", "replace", "ignore", "xmlcharrefreplace", "backslashreplace"):
    try:
        print(errors, "日é本".encode("shift_jis", errors))
    except UnicodeEncodeError as error:
        print(errors, error)
for errors in ("strict", "replace", "ignore", "backslashreplace"):
    for data in (b"\x93\xfa\x96", b"\x93\xfaA"):
        try:
            print(errors, ascii(data.decode("shift_jis", errors)))
        except UnicodeDecodeError as error:
            print(errors, error)
file = io.TextIOWrapper(io.BytesIO("一行\n二行\n".encode("euc_jp")), encoding="euc_jp")
print([ascii(line) for line in file], codecs.lookup("sjis").name)
