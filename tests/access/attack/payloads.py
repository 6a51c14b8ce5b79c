"""What attackers type: markup, queries, templates, paths, odd letters, too much."""

# Evaluated by no one, it stays as it is; evaluated, it is the product.
PRODUCT = str(7191 * 7193)
MARKUP = '"\'><zqa zqb="1" onload=alert(1)></textarea></title></script><zqc>'
QUERY = "'; DROP TABLE access_user; -- ' OR '1'='1 UNION SELECT pg_sleep(9) \\"
TEMPLATE = (
    "{{7191*7193}}{% widthratio 7191 1 7193 %}${7191*7193}#{7191*7193}<%= 7191*7193 %>%s%n{0}"
)
PATH = "../../../../etc/passwd\\..\\..\\windows\\win.ini%2e%2e%2f file:///etc/passwd"
# Right-to-left override, joiners, a full-width sign that folds to markup, a lone mark, an emoji.
LETTERS = "\u202egnp.exe\u200d\ufeff\uff1czq\uff1e\u0301\u0300\U0001f469\u200d\U0001f469"
HEADER = "x\r\nSet-Cookie: zq=1\r\nX-Zq: 1\r\n\r\n<zqa>"

TYPED = {
    "markup, query, template, path": MARKUP + QUERY + TEMPLATE + PATH + LETTERS,
    "a sign that no text has": "zq\x00\x01\x1b[31m",
    "lines of a header": HEADER,
    "a number past all": "9" * 40,
    # Python itself refuses to read so many.
    "more digits than are read": "9" * 4400,
    "less than nothing": "-9223372036854775809",
    "no number": "NaN",
    "a day that is none": "99999-13-32",
}
LONG = "A" * 1_000_000
# Bytes that are no text at all: overlong, cut off, half of a pair.
NO_TEXT = b"\xc0\xbc\xc0\xafzq\xff\xfe\xed\xa0\x80\xe2\x28"

ODD_NUMBERS = (0, 1, 2_147_483_648, 9_223_372_036_854_775_808, 10**30)
ODD_WORDS = ("..", "%2e%2e%2fetc%2fpasswd", "zq%00", "%0d%0aX-Zq:1", "<zqa>", "'", "a" * 3000)
