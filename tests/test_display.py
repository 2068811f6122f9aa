"""What is shown of a document: its page and its piece for notebooks, as far as no browser is needed."""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citeparse
from citeparse import Authority, authorities, links, tokens
from citeparse.display import fragment, report
from citeparse.display._assets import words
from citeparse.display._html import element
from citeparse.display._mentions import mentions_of
from citeparse.display._text import paragraphs
from citeparse.documents import parse_html, parse_markdown

ROOT = Path(__file__).resolve().parent.parent
HOLZ = "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73. Doe, 11 U.S. at 9.\n"
LINES = """\
Congress has said so in the statute that governs these matters, 42 U.S.C.
§ 1983, which this Court must read as it stands. The plaintiff, it is true,
disagrees.

    Column one    Column two
    of a table    of a table
"""
TAG = re.compile(r"<[^>]*>")


def kinds(module: ModuleType, base: type) -> set[str]:
    """Return the kinds of the public classes of a module that derive from a base."""
    public = [getattr(module, name) for name in module.__all__]
    return {value.kind for value in public if isinstance(value, type) and issubclass(value, base)}


def named(page: str, heading: str) -> set[str]:
    """Return the names in the first column of the table of a documentation page that begins with a row."""
    table = (ROOT / "docs" / page).read_text(encoding="utf-8").split(heading)[1].split("\n\n")[0]
    return set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))


TABLES = [("rules", "| rule | what it links |"), ("flags", "| flag | the doubt |")]


@pytest.mark.parametrize(("table", "heading"), TABLES)
def test_rules_and_flags_have_words(table, heading):
    """What the documentation says of rules and flags has its words here, too."""
    assert named("accuracy.md", heading) == set(words()[table])


def test_the_reference_explains_every_flag():
    """What can be in `Link.flags` is listed where the reference speaks of it."""
    listed = re.findall(r"^    - ``(\w+)``: ", Path(links.__file__).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(words()["flags"])


def test_kinds_have_words_and_groups():
    """Every kind of citation has a name, every kind of authority one group."""
    assert kinds(tokens, tokens.Token) == set(words()["forms"])
    grouped = [kind for group in words()["groups"] for kind in group["kinds"]]
    assert sorted(kinds(authorities, Authority)) == sorted(grouped)


def test_mentions_say_how_and_why():
    """A short form tells its antecedent and rule, what is unresolved its reason."""
    holz, again, unknown = mentions_of(citeparse.parse(HOLZ))
    assert (holz.label, holz.group) == ("258 F.3d 62, 72", "case")
    assert holz.what == "Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"
    assert dict(again.notes)["Refers to"] == "258 F.3d 62, 72"
    assert dict(again.notes)["Rule"] == "the citation before it (id)"
    assert (unknown.group, dict(unknown.notes)["Why"]) == ("unresolved", "no full citation")


KNOWN = "Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"
FOREKNOWN = [
    (
        "Holz, supra, at 9.", KNOWN,
        {
            "Refers to": f"{KNOWN} (known beforehand)",
            "Rule": "the name of what was cited before (supra)",
            "Doubt": "the nearest citation cannot have such a page or paragraph",
        },
    ),
    (
        "He sued under § 1985.", "42 U.S.C. § 1983",
        {
            "Borrows from": "42 U.S.C. § 1983 (known beforehand)",
            "Rule": "a section of a code cited elsewhere in the text (section)",
            "Doubt": "the nearest code or set of rules with such numbers is taken",
        },
    ),
    ("Holz, 258 F.3d at 9.", KNOWN, {"Why": "no full citation", "Weighed": f"{KNOWN} (known beforehand)"}),
]
"""What is said of a short form that leans on what the text does not cite."""


@pytest.mark.parametrize(("text", "known", "said"), FOREKNOWN)
def test_what_is_known_beforehand_is_named(text, known, said):
    """A citation that leans on a known authority tells which, by which rule and with what doubt; so does the page."""
    doc = citeparse.parse(text, known=[known])
    (mention,) = mentions_of(doc)
    assert {label: note for label, note in mention.notes if label not in ("Pin", "Key")} == said
    page = html.unescape(report(doc))
    assert all(f"{label}: {note}" in page for label, note in said.items())


@pytest.mark.parametrize("name", ["ali-v-annucci", "honeycutt-scotus-2017", "umg-nysd-2000", "rosales-bia-2020"])
def test_nothing_of_the_text_is_lost(name):
    """Without its tags the text has the words of the document, and mentions do not overlap."""
    text = (ROOT / "tests" / "gold" / f"{name}.txt").read_text(encoding="utf-8")
    mentions = mentions_of(citeparse.parse(text))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(mentions))
    shown = paragraphs(text, mentions, lambda _, said: element("b", said))
    assert shown.count("<b>") == len(mentions)
    assert plain(shown).split() == text.split()


@given(st.text(alphabet=st.sampled_from("a §1.\n\r\t\f<&\"' "), max_size=60))
def test_any_text_can_be_shown(text):
    """White space aside, all characters come through, whatever they are."""
    assert plain(paragraphs(text, (), lambda _, said: element("b", said))).split() == text.split()
    assert fragment(citeparse.parse(text))


def plain(page: str) -> str:
    """Return the text of HTML."""
    said = TAG.sub("", page)
    for entity, sign in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("#x27", "'"), ("amp", "&")):
        said = said.replace(f"&{entity};", sign)
    return said


def test_lines_flow_and_columns_stay():
    """A line that ends because it is full flows on; columns keep their places."""
    mentions = mentions_of(citeparse.parse(LINES))
    first, second = paragraphs(LINES, mentions, lambda _, said: element("b", said)).split("</p>\n")
    assert "<b>42 U.S.C. § 1983</b>, which" in first
    assert "true, disagrees." in first
    assert second == '<p class="columns">    Column one    Column two\n    of a table    of a table</p>'


def test_the_policy_names_what_the_page_holds():
    """The page may run its own script and use its own style, known by their hashes, and load nothing."""
    page = report(citeparse.parse(HOLZ))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert re.findall(r'\b(?:src|data|action|srcset)="', page) == []


def test_markup_is_read_not_shown():
    """Of HTML and Markdown the text is shown."""
    for doc in (parse_html("<p>See 42 U.S.C. &sect; <b>1983</b>."), parse_markdown("See 42 U.S.C. § **1983**.")):
        assert ">42 U.S.C. § 1983</a>." in report(doc)
        assert ">42 U.S.C. § 1983</mark>." in doc._repr_html_()


def test_a_notebook_shows_a_document():
    """The piece has the text, its citations with cards, the authorities with counts, and no script."""
    doc = citeparse.parse(HOLZ)
    piece = doc._repr_html_()
    assert piece == fragment(doc)
    assert piece.count("<mark ") == 3
    assert "Rule: the citation before it (id)" in piece
    assert "<td>2</td>" in piece
    assert "11 U.S. at 9: no full citation" in piece
    assert "<script" not in piece
    assert " id=" not in piece


def test_styles_of_a_notebook_are_scoped():
    """All rules of the piece stand inside of one that names it."""
    style = re.search(r"<style>(.*?)</style>", fragment(citeparse.parse(HOLZ)), re.DOTALL)[1]
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    depth, selectors = 0, []
    for before, brace in re.findall(r"([^{}]*)([{}])", style):
        if brace == "{" and depth == 0:
            selectors.append(before.strip())
        depth += 1 if brace == "{" else -1
    assert depth == 0
    assert set(selectors) == {".citeparse"}


def test_long_documents_are_cut_and_say_so():
    """Text and lists are bounded; what is left out is counted, and where it can be seen is said."""
    text = "".join(f"See {n} U.S. {n} and {n} F.3d {n}.\n" for n in range(1, 400))
    doc = citeparse.parse(text)
    piece = fragment(doc, longest=2000, most=10)
    end, shown = re.search(r"first ([\d,]+) of [\d,]+ characters, with (\d+) of", piece).groups()
    assert 1000 <= int(end.replace(",", "")) <= 2000
    assert piece.count("<mark ") == int(shown) > 0
    assert piece.count("<tr ") == 10
    assert "the first 10 are shown" in piece
    assert piece.count("citeparse.display.report(doc)") == 2
    whole = fragment(doc, longest=None, most=None)
    assert whole.count("<mark ") == len(doc.citations)
    assert "Shown are the first" not in whole


@pytest.mark.parametrize("longest", range(1, len(HOLZ), 7))
def test_no_citation_is_cut_through(longest):
    """Wherever the limit falls, a citation is shown whole or not at all."""
    doc = citeparse.parse(HOLZ)
    piece = fragment(doc, longest=longest)
    marked = re.findall(r"<mark [^>]*>([^<]*)</mark>", piece)
    assert all(mark.endswith(("62, 72", "Id. at 73", "11 U.S. at 9")) for mark in marked)
    assert 'class="cut"' in piece


def test_the_same_document_gives_the_same_page(example):
    """No date, no number of a run."""
    assert report(citeparse.parse(example)) == report(citeparse.parse(example))
