"""`parse` takes any text whatever; what is no text it refuses, saying what to pass."""

import pytest

import citeparse

CASE = "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001); 42 U.S.C. § 1983. Id. § 1985."

PROSE = "The court held that the plaintiff had not stated a claim, and dismissed it with costs.\n"

NOTHING_CITED = {
    "empty": "",
    "one character": "a",
    "one digit": "1",
    "one section sign": "§",
    "one bracket": "(",
    "spaces": " \t\n\r\x0b\x0c\u00a0\u2028\u2029",
    "prose": PROSE * 20,
    "numbers in prose": "On May 5, 1999, 12 men at 14 Main Street paid $1,200 (or 3%) for 2 of 3 boxes; 7 did not.",
    "one long word": "a" * 50_000,
    "one long number": "1" * 50_000,
    "lone surrogates": "\ud800 \udfff\ud800 a\udc00b",
    "nuls": "\x00" * 100,
    "control characters": "".join(map(chr, range(32))) * 10,
    "private use and unassigned": "\ue000\uffff\U0010ffff\u0378",
    "right to left": "השופט קבע כי אין עילה\u202e\u202d\u2067",
    "other digits": "١٢٣ ۱۲۳ १२३ ²³ ①",
}

READ_ANYWAY = {
    "a byte order mark first": f"\ufeff{CASE}",
    "surrogates around": f"\ud800{CASE}\udfff",
    "nuls around": f"\x00{CASE}\x00",
    "right to left around": f"לפי {CASE} כך נקבע\u202e",
    "emoji around": f"👩‍⚖️ {CASE} 👩‍⚖️",
    "windows line ends": CASE.replace("; ", ";\r\n"),
    "one bracket never closed": f"((((([ {CASE}",
    "one quotation never closed": f"“““ {CASE}",
    "far into the text": PROSE * 2000 + CASE,
}

TORN = [
    "1 U.S", "1 U.S.", "1 U.S. ", "U.S. 1", "1 U.S. 1 (", "1 U.S. 1 (2d Cir.", "1 U.S. 1 ()", "1 U.S. 1 (())",
    "1 U.S. at", "v.", "v. ,", "Foo v.", "Foo v. , 1 U.S. 1", "In re", "Id", "Id.", "Id. at", "Id. at ,", "id. §",
    "supra", "supra note", ", supra, at", "§", "§§", "§ (", "42 U.S.C.", "42 U.S.C. §", "42 U.S.C. § (a)",
    "42 U.S.C. §§ 1 and", "Fed. R. Civ. P.", "Rule", "ECF", "ECF No.", "ECF No. at", "No.", "See", "See, e.g.,",
    "(quoting", "(quoting )", "aff'd,", "1 U.S. 1, aff'd,", "1 U.S. 1, 1 U.S. 1, 1", "*1",
    "9999999999999999999 U.S. 9999999999999999999 (9999)", "0 U.S. 0 (0)", "1 U.S. 1 (Feb. 31, 2001)",
    "1 U.S. 1 (13/13/2001)",
]

OCR_DUST = (
    "l0 F. 3 d l2 ,. ;; _ ' ` ~ | 4Z U .S .C . § l983 , ( 2d C ir . 2O01 ) ld . at 7 § § 3 l 1 . . , "
    "I d. ** ^ 1 U. S .1 \\ / < >"
)


def read(text):
    """Parse a text and read everything of it; check what holds of every document."""
    doc = citeparse.parse(text)
    for citation in doc.citations:
        assert text[slice(*citation.span)] == citation.text
        for name, value in vars(type(citation)).items():
            if isinstance(value, property):
                getattr(citation, name)
        assert str(citation)
        assert repr(citation)
    assert repr(doc)
    assert len(doc.authorities) <= len(doc.citations)
    return doc


@pytest.mark.parametrize("text", NOTHING_CITED.values(), ids=NOTHING_CITED)
def test_nothing_is_found_where_nothing_is_cited(text):
    assert read(text).citations == ()


@pytest.mark.parametrize("text", READ_ANYWAY.values(), ids=READ_ANYWAY)
def test_citations_are_read_whatever_surrounds_them(text):
    found = [c.text for c in read(text).citations]
    assert found[:2] == ["258 F.3d 62", "42 U.S.C. § 1983"]
    assert len(found) == 3


@pytest.mark.parametrize("text", TORN)
@pytest.mark.parametrize("around", ["{}", "{} ", "({})", "See {}; {}.", "{}\n\n{}", "1 U.S. 1 ({} (1999)"])
def test_torn_citations_do_no_harm(text, around):
    """A piece of a citation may be read or not, and never raises."""
    read(around.replace("{}", text))


def test_every_prefix_and_suffix_of_a_citation_is_read():
    for cut in range(len(CASE)):
        read(CASE[:cut])
        read(CASE[cut:])


def test_ocr_dust_is_survived():
    for cut in range(len(OCR_DUST)):
        read(OCR_DUST[cut:] + OCR_DUST[:cut])


def test_a_huge_text_is_read_whole():
    """Three megabytes, cited from the first line to the last."""
    paragraph = PROSE * 40 + CASE + "\n"
    text = paragraph * (3_000_000 // len(paragraph))
    doc = citeparse.parse(text)
    assert len(doc.citations) == 3 * text.count(CASE)
    assert len(doc.authorities) == 3
    assert doc.citations[-1].span.end > len(text) - 20


@pytest.mark.parametrize(
    ("value", "hint"),
    [(None, "NoneType"), (b"1 U.S. 1", "decode"), (bytearray(b"1"), "decode"), (1, "int"), ([""], "list")],
)
def test_error_on_what_is_not_text(value, hint):
    """The message names what was given and what to pass instead."""
    with pytest.raises(TypeError, match=r"takes a str") as caught:
        citeparse.parse(value)
    assert hint in str(caught.value)


def test_a_kind_of_str_is_a_text():
    class Text(str):
        __slots__ = ()

    assert citeparse.parse(Text(CASE)).citations[0].text == "258 F.3d 62"
