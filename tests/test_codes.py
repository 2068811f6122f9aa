"""Codes, acts, constitutions and session laws: the tables, and what is read with them."""

from __future__ import annotations

import string
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citeparse import cite
from citeparse.data._names import fold
from citeparse.data.codes import code_of, codes, codes_of, first_names, numbered_names
from citeparse.data.constitutions import charter_names, charter_of
from citeparse.data.session_laws import first_laws, numbered_laws
from citeparse.data.states import state_of_court, states
from citeparse.normalizer._section_list import standard_sections
from citeparse.tokenizer._scan import Scanner
from citeparse.tokenizer._sections import read_sections, read_sign
from citeparse.tokenizer.code_act import ACT
from citeparse.tokenizer.code_division import DIVISION
from citeparse.tokenizer.constitution import CONSTITUTION
from citeparse.tokenizer.section import SECTION
from citeparse.tokenizer.session_law import SESSION_LAW
from citeparse.tokenizer.statute import STATUTE

SECTION_NUMBERS = (
    "1028A", "78j", "2000e-5", "13A-12-5", "65.2-710", "5/115-7.4", "70A-7a-601", "78B-25-110", "9A.36.021",
    "39-13-101", "25-21,243", "2A:53A-58", "634g-9", "300aa-11", "77bbbb", "600.2912b", "14:30.1", "21-36a05", "4B1.2",
)
SAME = (
    ("853(a)(1) and (2)", "853(a)(1), (2)"),
    ("10 (m)", "10(m)"),
    ("10 [m]", "10(m)"),
    ("801–904", "801-904"),
    ("13-\n11a-6(3)(d), 1", "13-11a-6(3)(d), 1"),
    ("2234, subd. (e)", "2234(e)"),
    ("609.11, subd. 5(a)", "609.11, subd. 5(a)"),
    ("52-7-201 to -202", "52-7-201 to -202"),
    ("41.670(1)(a),(2)", "41.670(1)(a), (2)"),
    ("101  et  seq.", "101 et seq."),
    ("131 or 131F", "131, 131F"),
)
WHOLE = (
    (True, "1983, 1985, and 1988"),
    (True, "38(a), (b)(2), 51(a) and (b)(1)"),
    (True, "51-30-20 to -26"),
    (True, "11-200-9(a), -11.2"),
    (False, "1396(a) and (b)"),
    (False, "131 or 131F"),
    (False, "237(a)(2)(B)(i), (C), (D), (3)(B)(ii)"),
    (False, "853(a)(1), (2)"),
    (False, "2254 note"),
    (False, "101 et seq."),
)
ENDS = (
    (False, "1983, 42 U.S.C.", "1983"),
    (True, "1331 and 1343, 98 F.3d 1", "1331 and 1343"),
    (True, "2, 3 and 12 Stat. 5", "2, 3"),
    (False, "1003.15(b)(6), or (2) that", "1003.15(b)(6)"),
    (False, "841 (2006)", "841"),
    (False, "844 and 845", "844"),
    (False, "12-\n(continued", "12"),
    (True, "5, 78B-3-\n(continued", "5"),
)
SIGNED = ("§", "R", "r.", "Section", "Rule", "chapter", "Chapter", "ch.", "art.")
NO_NUMBER = ("5th", "II", "", "(a)", "5%")


@pytest.mark.parametrize("number", SECTION_NUMBERS)
def test_every_shape_of_number_is_read_whole(number: str) -> None:
    """Letters, hyphens, periods, colons, commas and slashes belong to a section's number."""
    found = read_sections(number, 0, plural=False)
    assert found is not None
    assert (found.end, found.first) == (len(number), (0, len(number)))


@pytest.mark.parametrize(("plural", "words"), WHOLE)
def test_lists_are_read_whole(plural: bool, words: str) -> None:  # noqa: FBT001
    """Lists and ranges of sections and subsections are one list."""
    found = read_sections(words, 0, plural=plural)
    assert found is not None
    assert words[: found.end] == words


@pytest.mark.parametrize(("plural", "words", "read"), ENDS)
def test_what_is_no_member_ends_the_list(plural: bool, words: str, read: str) -> None:  # noqa: FBT001
    """Volumes, years, lists of the sentence and torn numbers are no members."""
    found = read_sections(words, 0, plural=plural)
    assert found is not None
    assert words[: found.end] == read


@pytest.mark.parametrize("words", NO_NUMBER)
def test_error_not_a_section(words: str) -> None:
    """Ordinals, Roman numbers, bare subsections and percentages are no sections."""
    assert read_sections(words, 0, plural=True) is None


@pytest.mark.parametrize("printed", ["§", "§§", "§ §", "[§]", "Section ", "sections ", "Sec. ", "Sec-\ntion ", "Â§"])
def test_signs(printed: str) -> None:
    """A sign or word of every spelling announces a section, and tells whether there are several."""
    sign = read_sign(printed + "5", 0)
    assert sign is not None
    assert sign.end == len(printed)
    assert sign.plural == (printed.count("§") > 1 or printed.strip().endswith("s"))


@pytest.mark.parametrize(("printed", "standard"), SAME)
def test_standard_spelling(printed: str, standard: str) -> None:
    """Spacing, line breaks, dashes and words of a list have one standard spelling, which is its own."""
    assert standard_sections(printed).text == standard
    assert standard_sections(standard).text == standard


@given(st.text(alphabet="0123456789ABab()[].,:/- –§\nand", max_size=60), st.booleans())
def test_reading_never_leaves_the_text(words: str, plural: bool) -> None:  # noqa: FBT001
    """Whatever the text, a list ends inside it, begins with its first number, and has a standard spelling."""
    found = read_sections(words, 0, plural=plural)
    if found is not None:
        assert 0 == found.first[0] < found.first[1] <= found.end <= len(words)
        once = standard_sections(words[: found.end]).text
        assert standard_sections(once).text == once


@given(st.text(alphabet=string.printable + "§¶–\u00a0\u2003\ud800\x00٣", max_size=120))
def test_any_text_is_read(text: str) -> None:
    """The rules take any text, and their cores lie inside it."""
    for hit in RULES.scan(f"42 U.S.C. § {text} of the Act, art. I, § {text} Pub. L. No. {text}"):
        assert hit.start < hit.end
        assert all(start < end for start, end in hit.parts.values())


def test_tables_are_not_empty() -> None:
    """Every state has a code, a constitution and a series of session laws."""
    coded = {code.jurisdiction for code in codes() if code.kind == "statute"}
    chartered = {charter.jurisdiction for _, charter in charter_names()}
    lawed = {series.jurisdiction for _, found in (*numbered_laws(), *first_laws()) for series in found}
    proper = {key for key in states() if key not in {"us-as", "us-cz", "us-nn", "us-gu", "us-mp", "us-pr", "us-vi"}}
    assert proper <= coded
    assert proper <= chartered
    assert proper <= lawed


def test_a_standard_abbreviation_names_its_code() -> None:
    """Every code is found by its standard abbreviation, and its template holds that and a section."""
    for code in codes():
        assert code.standard in code.form
        assert "{section}" in code.form
        assert code in codes_of(code.standard) or code_of(code.standard) is not None


def test_a_local_name_leaves_the_state_open() -> None:
    """``Penal Code`` may be California's or Texas's; ``Cal. Penal Code`` is not in doubt."""
    assert {code.jurisdiction for code in codes_of("Penal Code")} == {"us-ca", "us-tx"}
    assert code_of("Penal Code") is None
    found = code_of("Cal. Penal Code")
    assert found is not None
    assert found.jurisdiction == "us-ca"


@pytest.mark.parametrize(
    ("court", "state"),
    [("calctapp", "us-ca"), ("nysd", "us-ny"), ("wva", "us-wv"), ("vactapp", "us-va"), ("scotus", None), ("ca9", None)],
)
def test_the_state_of_a_court(court: str, state: str | None) -> None:
    """A court's id tells its state; courts of appeals of the United States have none."""
    assert state_of_court(court) == state


def test_names_are_found_in_text() -> None:
    """Each name of each table is recognised where it stands with a section, a chapter or a page."""
    for name, named in first_names():
        if named.codes[0].like is None and not name.endswith(SIGNED):
            text = f"{name} § 12"
            assert any(hit.end == len(text) for hit in RULES.scan(text)), name
    for name, _ in numbered_names():
        assert any(True for _ in RULES.scan(f"9 {name} § 9-12-5/1")), name
    assert charter_of("Cal. Const.") is not None


RULES = Scanner((STATUTE, SESSION_LAW, CONSTITUTION, SECTION, ACT, DIVISION))


SPELLED = Counter(fold(name) for name, _ in first_names())
OTHER_NAMES = [
    (code, name)
    for name, named in first_names()
    for code in named.codes[:1]
    if len(named.codes) == 1 and not named.local and name[0].isalpha() and SPELLED[fold(name)] == 1
    and code.form.startswith(f"{code.standard} §") and code.like is None and not code.agency
]


def test_every_name_of_a_code_has_its_key():
    """Whatever a code is called, its sections have one key."""
    assert len(OTHER_NAMES) > 1000
    apart = {}
    for code, name in OTHER_NAMES:
        printed = code.form.replace("{section}", "12-101")
        key = cite(printed.replace(code.standard, name, 1)).key
        if key != cite(printed).key:
            apart[name] = key
    assert apart == {}
