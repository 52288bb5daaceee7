# locale: what is set, asked and refused; numbers and money by rules that a program gives.
import locale
import string

print(locale.setlocale(locale.LC_NUMERIC), locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_ALL))
print(locale.setlocale(locale.LC_CTYPE, "C.UTF-8"), locale.getlocale(), locale.setlocale(locale.LC_ALL))
print(locale.setlocale(locale.LC_TIME, "POSIX"), locale.getencoding())
print(locale.localeconv())
print(locale.nl_langinfo(locale.CODESET), locale.nl_langinfo(locale.DAY_1), locale.nl_langinfo(locale.D_FMT),
      locale.nl_langinfo(locale.RADIXCHAR), locale.nl_langinfo(locale.MON_12))
print(locale.normalize("en_us"), locale.normalize("de"), locale.normalize("ja_jp.euc"), locale.normalize("fr_FR@euro"))
print(locale.strcoll("a", "b") < 0, locale.strcoll("b", "a") > 0, locale.strcoll("a", "a"),
      sorted(["b", "A", "a", "é"], key=locale.strxfrm))


def show(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (ValueError, TypeError, locale.Error) as e:
        print(type(e).__name__, e)


show(locale.setlocale, locale.LC_ALL, "xx_YY.nothing")
show(locale.setlocale, 99)
show(locale.setlocale, locale.LC_ALL, ("xx", "UTF-8"))
show(locale.nl_langinfo, 5)
show(locale.strcoll, "a\0", "b")
show(locale.strxfrm, "a\0")
show(locale.strcoll, "a", 5)
show(locale.currency, 1234.5)

locale._override_localeconv = {
    "decimal_point": ",", "thousands_sep": ".", "grouping": [3, 3, 0], "currency_symbol": "€",
    "int_curr_symbol": "EUR ", "mon_decimal_point": ",", "mon_thousands_sep": " ", "mon_grouping": [3, 3, 0],
    "positive_sign": "", "negative_sign": "-", "int_frac_digits": 2, "frac_digits": 2, "p_cs_precedes": 0,
    "p_sep_by_space": 1, "n_cs_precedes": 0, "n_sep_by_space": 1, "p_sign_posn": 1, "n_sign_posn": 1}
print(locale.format_string("%.2f and %d", (1234567.891, 7654321), grouping=True))
print(locale.format_string("%(n)10.1f|%(s)s", {"n": 1234.5, "s": "x"}), locale.str(2.5))
print(locale.currency(1234567.891, grouping=True), locale.currency(-5, international=True), locale.currency(3, symbol=False))
print(locale.atof("1.234,5"), locale.atoi("1.234"), locale.delocalize("1.234,5"), locale.localize("1234.5", grouping=True))
print(string.capwords("a b"))
