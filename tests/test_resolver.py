"""The resolver: what short forms refer to, in tokens built by hand and in texts (``cases/resolution.toml``)."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import citeparse
from citeparse.links import Answer, KnownLink, Link, Unresolved
from citeparse.resolver import RULES, Rule, resolve
from citeparse.span import Piece, Span
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    NameWords,
    OtherToken,
    ParentheticalWords,
    RecordToken,
    ReferenceToken,
    RegulationToken,
    RuleToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    SupraToken,
    Token,
)

TABLES = tomllib.loads((Path(__file__).parent / "cases" / "resolution.toml").read_text(encoding="utf-8"))
SCENES = TABLES["scene"]
READINGS = TABLES["reading"]

FORMS: dict[str, type[Token]] = {
    "agency": AgencyToken,
    "book": BookToken,
    "case": FullCaseToken,
    "constitution": ConstitutionToken,
    "id": IdToken,
    "journal": JournalToken,
    "other": OtherToken,
    "record": RecordToken,
    "reference": ReferenceToken,
    "regulation": RegulationToken,
    "rule": RuleToken,
    "section": SectionToken,
    "series": AgencyToken,
    "session": StatuteToken,
    "short": ShortCaseToken,
    "statute": StatuteToken,
    "supra": SupraToken,
}
PAGED = re.compile(r"(?P<volume>[\d_]+)[ -](?P<reporter>.+?)(?: at)?[ -](?P<page>[\d_]+)")
CODED = re.compile(r"(?:(?P<title>\d+) )?(?P<code>.*?)\s?§+ (?P<sections>(?P<section>[\w./-]+).*)")
BARE = re.compile(r"(?:§+|[Ss]ection) (?P<sections>(?P<section>[\w./-]+).*)")
RULED = re.compile(r"(?:Rule|(?P<set>.*?)) (?P<sections>(?P<section>\d[\w.-]*).*)")
GRAMMAR = {
    "agency": CODED,
    "case": PAGED,
    "constitution": CODED,
    "journal": PAGED,
    "regulation": CODED,
    "rule": RULED,
    "section": BARE,
    "series": PAGED,
    "session": PAGED,
    "short": PAGED,
    "statute": CODED,
}
SERIES = ("reporter", "code", "set")
GAP = 40
"""Characters between two tokens."""


def piece(words: str) -> Piece:
    """Words whose place does not matter."""
    return Piece(words, 0, len(words))


def called(name: str) -> NameWords | None:
    """Split a case name at its ``v.``"""
    sides = [piece(side) for side in name.split(" v. ", 1)]
    if not name:
        return None
    return NameWords(name, Span(0, len(name)), *(sides if len(sides) > 1 else ()))


def token(line: str, before: Token | None) -> Token:
    """Make the token of a line: ``case 1 U.S. 100 | 105 | Foo v. Bar | inside=0``."""
    head, pins, name, more = ([field.strip() for field in line.split("|")] + ["", "", ""])[:4]
    form, _, core = head.partition(" ")
    beside = core.startswith("Ex.") or (isinstance(before, SupraToken) and form in ("case", "short"))
    start = 0 if before is None else before.span.end + (2 if beside else GAP)
    span = Span(start, start + len(core))
    match = GRAMMAR[form].fullmatch(core) if form in GRAMMAR else None
    groups = match.groupdict() if match else {}
    parts = {p: Piece(w, start + match.start(p), start + match.end(p)) for p, w in groups.items() if match and w}
    printed = tuple([piece(pin.strip()) for pin in pins.split(",") if pin.strip()])
    if form == "short" and not printed:
        printed = (parts["page"],)
    given = attributes(more, parts)
    series = next((groups[s] for s in SERIES if groups.get(s)), "")
    return FORMS[form](
        span=span, full_span=span, text=core, parts=parts, series=series, pins=printed, name=called(name), **given
    )


def attributes(more: str, parts: dict[str, Piece]) -> dict[str, Any]:
    """Read ``inside=0 history``; a note is a part."""
    given: dict[str, Any] = {}
    if more.startswith("defines="):
        return {"parentheticals": (ParentheticalWords(more[8:], Span(0, 0), "defines"),)}
    for word in more.split():
        key, _, value = word.partition("=")
        if key == "note":
            parts["note"] = piece(value)
        else:
            given[key] = {"history": True, "date": piece(value)}.get(key) or int(value)
    return given


def build(lines: Sequence[str]) -> list[Token]:
    """Make the tokens of a scene."""
    built: list[Token] = []
    for line in lines:
        built.append(token(line.partition("=>")[0], built[-1] if built else None))
    return built


def moved(tokens: Sequence[Token], by: int) -> list[Token]:
    """Let other tokens come first."""
    fields = ("parallel", "inside", "string")
    return [attrs.evolve(t, **{f: getattr(t, f) + by for f in fields if getattr(t, f) is not None}) for t in tokens]


def told(answer: Answer, by: int = 0) -> str:
    """Write an answer as the tables do."""
    if answer is None:
        return "new"
    if isinstance(answer, Unresolved):
        return f"? {answer.reason}"
    where = f"known {answer.known}" if isinstance(answer, KnownLink) else str(answer.antecedent - by)
    return " ".join([where, answer.rule, *answer.flags, *(() if answer.same else ("other",))])


def lines_of(scene: dict[str, Any]) -> list[str]:
    """Return the lines of a scene."""
    return scene["tokens"].strip().splitlines()


def claims(lines: Sequence[str]) -> dict[int, str]:
    """Return what the lines claim."""
    return {i: line.partition("=>")[2].strip() for i, line in enumerate(lines) if "=>" in line}


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["claim"])
def test_scene(scene: dict[str, Any]) -> None:
    """Every token of a scene refers to what the scene claims."""
    lines = lines_of(scene)
    answers = resolve(build(lines))
    assert {i: told(answers[i]) for i in claims(lines)} == claims(lines)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["claim"])
def test_links_are_sound(scene: dict[str, Any]) -> None:
    """A link has its antecedent first among the candidates, and goes back unless a set is named later."""
    answers = resolve(build(lines_of(scene)))
    for i, answer in enumerate(answers):
        if isinstance(answer, Link):
            assert answer.antecedent < i or answer.rule == "named_later"
            assert answer.candidates[:1] in ((), (answer.antecedent,))
            assert all(0 <= candidate < len(answers) for candidate in answer.candidates)


LINES = sorted({"|".join(line.partition("=>")[0].split("|")[:3]) for scene in SCENES for line in lines_of(scene)})


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_any_order_of_citations_has_sound_links(lines: list[str]) -> None:
    """Whatever follows whatever: no error, and every link goes back unless a set is named later."""
    answers = resolve(build(lines))
    for i, answer in enumerate(answers):
        assert not isinstance(answer, Link) or answer.antecedent < i or answer.rule == "named_later"
        assert not isinstance(answer, Link) or answer.antecedent >= 0


def test_what_stands_long_before_changes_nothing() -> None:
    """A scene means the same after forty other citations."""
    before = build([f"case {volume} So. 3d 900 | | Unrelated{volume} v. Other{volume}" for volume in range(1, 40)])
    for scene in SCENES:
        lines = lines_of(scene)
        answers = resolve([*before, *moved(build(lines), len(before))])[len(before) :]
        seen = {i: told(answers[i], len(before)) for i in claims(lines)}
        assert seen == claims(lines) or scene.get("alone"), scene["claim"]


def test_known_authorities_count_as_cited_before() -> None:
    """A link to what the caller knows says which of the caller's list it is."""
    known = [
        build(["case 410 U.S. 113 | | Roe v. Wade", "case 93 S. Ct. 705 | | | parallel=0"]),
        build(["statute 42 U.S.C. § 1983"]),
    ]
    tokens = build(["short 93 S. Ct. at 710 | | Roe", "id | 711", "section § 1983", "case 410 U.S. 113"])
    answers = resolve(tokens, known=known)
    assert [told(a) for a in answers] == ["known 0 short_case", "0 id", "known 1 section", "known 0 repeat"]


def test_a_full_citation_of_a_known_authority_is_the_antecedent_of_what_follows() -> None:
    """Parallel citations that only the caller knows lead to it, too."""
    known = [build(["case 410 U.S. 113 | | Roe v. Wade", "case 93 S. Ct. 705 | | | parallel=0"])]
    answers = resolve(build(["case 410 U.S. 113 | | Roe v. Wade", "short 93 S. Ct. at 710"]), known=known)
    assert [told(a) for a in answers] == ["known 0 repeat", "0 short_case"]


def test_refused_candidates_are_named() -> None:
    """What was weighed and refused stands in the answer, also when it is known beforehand."""
    known = [build(["case 100 F.3d 500 | | Smith v. Jones"])]
    answers = resolve(build(["short 100 F.3d at 45 | | Smith"]), known=known)
    assert answers == (Unresolved("no full citation", known_candidates=(0,)),)


def test_own_rule_in_the_table() -> None:
    """A rule of the caller is asked where it was put, and its name is in the link."""

    def first(_: object, i: int) -> Link | None:
        return Link(0, "house_rule") if i else None

    tokens = build(["case 1 U.S. 1 | | A v. B", "id"])
    answers = resolve(tokens, rules=(Rule("house_rule", (IdToken,), first), *RULES))
    assert [told(a) for a in answers] == ["new", "0 house_rule"]


def test_sections_may_be_named_later_where_the_table_says_so() -> None:
    """With sections among the forms of `named_later`, § 1983 leads to the 42 U.S.C. § 1983 that follows."""
    forms = (RuleToken, SectionToken)
    rules = [attrs.evolve(rule, forms=forms) if rule.name == "named_later" else rule for rule in RULES]
    tokens = build(["section § 1983", "section § 1985", "statute 42 U.S.C. § 1983", "section § 1983"])
    answers = resolve(tokens, rules=rules)
    no_code = "? no code to which the section could belong"
    assert [told(a) for a in answers] == ["2 named_later", no_code, "new", "2 section"]


def test_every_rule_has_a_name_of_its_own() -> None:
    """The table's names are distinct."""
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_no_tokens() -> None:
    """Nothing resolves to nothing."""
    assert resolve(()) == ()


@pytest.mark.parametrize("form", sorted(set(FORMS.values()), key=lambda form: form.__name__))
def test_tokens_without_parts(form: type[Token]) -> None:
    """A token that lacks every part is answered, never an error."""
    spans = {"span": Span(0, 1), "full_span": Span(0, 1)}
    tokens = [form(text=text, pins=(piece(pin),), **spans) for text, pin in (("x", ""), ("x", "¶ x"), ("", "§"))]
    assert len(resolve(tokens)) == len(tokens)


def crowd(kind: str, size: int) -> list[str]:
    """Return a document in which all citations have something in common."""
    half = range(size // 2)
    alike = [f"case 1 U.S. {page + 1} | | Smith v. Jones Co. {page}" for page in half]
    return {
        "volume": [*alike, *(f"short 1 U.S. at {page + 2} | | Smith" for page in half)],
        "name": [*alike, *("supra | | Smith" for _ in half)],
        "section": [*(f"statute {title} U.S.C. § 1" for title in half), *("section § 1" for _ in half)],
        "rule": [*("rule Rule 12" for _ in half), *(f"rule Set {'I' * (i % 9)} R. 12" for i in half)],
        "group": ["case 1 U.S. 1 | | A v. B", *(f"case {i + 2} F.2d 1 | | | parallel=0" for i in range(size - 1))],
        "chain": ["case 1 U.S. 1 | | A v. B", *(f"id | {i}" for i in range(size - 1))],
        "no full citation": [f"short {i % 50} F.2d at {i + 1} | | Foo{i % 7}" for i in range(size)],
        "nest": ["case 1 U.S. 1", *(f"case {i + 1} U.S. 1 | | A v. B | inside={i - 1}" for i in range(1, size))],
    }[kind]


@pytest.mark.parametrize("kind", ["volume", "name", "section", "rule", "group", "chain", "no full citation", "nest"])
def test_time_grows_with_the_number_of_citations(kind: str) -> None:
    """Four times the citations take at most ten times as long, whatever they have in common."""

    def seconds(size: int) -> float:
        tokens = build(crowd(kind, size))
        spent = []
        for _ in range(3):
            begun = time.process_time()
            resolve(tokens)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert seconds(4000) < 10 * max(seconds(1000), 0.002)


def test_the_tables_are_not_empty() -> None:
    """Each scene and each reading claims something."""
    assert all(claims(lines_of(scene)) for scene in SCENES)
    assert all(reading["links"] for reading in READINGS)


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["claim"])
def test_reading(reading: dict[str, Any]) -> None:
    """In a text each short form leads to the citation that the table names."""
    doc = citeparse.parse(reading["text"])
    if "notes" in reading:
        assert [c.footnote or "" for c in doc.citations] == reading["notes"]
    for wanted in reading["links"]:
        found = [c for c in doc.citations if alike(c.text, wanted["core"])]
        assert len(found) >= wanted.get("nth", 1), f"{wanted['core']} is not among {[c.text for c in doc.citations]}"
        judge(found[wanted.get("nth", 1) - 1], wanted)


def judge(citation: citeparse.Citation, wanted: dict[str, Any]) -> None:
    """Compare a citation's link with what the table wants."""
    link = citation.link
    if "reason" in wanted:
        assert isinstance(link, Unresolved), link
        assert wanted["reason"] in link.reason
    elif not wanted["to"]:
        assert link is None, link
    else:
        assert isinstance(link, Link), link
        chain = leads(citation)
        assert any(alike(text, wanted["to"]) for text in chain), f"{citation.text} leads to {chain}"
        assert wanted.get("rule", link.rule) == link.rule
        assert set(wanted.get("flags", ())) <= set(link.flags)


def alike(printed: str, wanted: str) -> bool:
    """Compare cores without their white space."""
    return "".join(printed.split()) == "".join(wanted.split())


def leads(citation: citeparse.Citation) -> list[str]:
    """Return the cores of the antecedent, of its antecedent, and so on."""
    chain: list[str] = []
    seen = citation.antecedent
    while seen is not None and len(chain) < 100:
        chain.append(seen.text)
        seen = None if isinstance(seen.link, Link) and seen.link.rule == "named_later" else seen.antecedent
    return chain
