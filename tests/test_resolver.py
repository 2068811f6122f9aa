"""The resolver alone: tokens built by hand, and what each of them must refer to."""

from __future__ import annotations

import itertools
import re
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from citeparse.links import Link, Unresolved
from citeparse.resolver import RULES, Rule, resolve
from citeparse.span import Piece, Span
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    LegislativeToken,
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

CORE = re.compile(r"(?P<volume>[\d_]+)[ -](?P<reporter>.+?)(?P<at>,? at)?[ -](?P<page>[\d,_]+)$")
NUMBER = re.compile(r"[0-9][0-9A-Za-z]*(?:[.:/-][0-9A-Za-z]+)*")

Made = Callable[[int], Token]


def pieces(core: str, start: int, **parts: str) -> dict[str, Piece]:
    """Find the parts in the core."""
    found = {}
    for name, words in parts.items():
        at = start + max(0, core.find(words))
        found[name] = Piece(words, at, at + len(words))
    return found


def named(name: str) -> NameWords | None:
    """Split a name at its ``v.``"""
    if not name:
        return None
    sides = re.split(r" v\.? ", name, maxsplit=1)
    if len(sides) == 1:
        return NameWords(name, Span(0, len(name)))
    return NameWords(name, Span(0, len(name)), Piece(sides[0], 0, len(sides[0])), Piece(sides[1], 0, len(sides[1])))


def make(
    form: type[Token], core: str, *pins: str, series: str = "", parts: dict[str, str] | None = None, **more: Any
) -> Made:
    """Return a function that makes the token at an offset."""
    more.setdefault("pins", tuple([Piece(pin, 0, len(pin)) for pin in pins]))
    for field in ("signal", "date", "court"):
        if field in more:
            more[field] = Piece(more[field], 0, 0)
    if "name" in more:
        more["name"] = named(more["name"])
    if "defines" in more:
        words = more.pop("defines")
        more["parentheticals"] = (ParentheticalWords(words, Span(0, 0), "defines"),)

    def at(start: int) -> Token:
        span = Span(start, start + len(core))
        return form(
            span=span, text=core, full_span=span, parts=pieces(core, start, **(parts or {})), series=series, **more
        )

    return at


def paged(form: type[Token], core: str, *pins: str, **more: Any) -> Made:
    """Make a token of volume, reporter and page."""
    found = CORE.match(core)
    assert found is not None, core
    parts = {part: found[part] for part in ("volume", "reporter", "page")}
    if found["at"] and not pins:
        pins = (found["page"],)
    return make(form, core, *pins, series=found["reporter"], parts=parts, **more)


def case(core: str, *pins: str, **more: Any) -> Made:
    """``case("1 U.S. 100", "105", name="Foo v. Bar")``"""
    return paged(FullCaseToken, core, *pins, **more)


def short(core: str, *pins: str, **more: Any) -> Made:
    """``short("1 U.S. at 105", name="Foo")``"""
    return paged(ShortCaseToken, core, *pins, **more)


def id_(*pins: str, **more: Any) -> Made:
    """``Id.``"""
    return make(IdToken, "Id.", *pins, **more)


def supra(name: str = "", *pins: str, **more: Any) -> Made:
    """``Name, supra``"""
    return make(SupraToken, "supra", *pins, **({"name": name} if name else {}), **more)


def listed(form: type[Token], core: str, series: str, before: str, *pins: str, **more: Any) -> Made:
    """Make a token with a list of sections or rules after ``before``."""
    sections = core[core.index(before) + len(before) :].strip()
    first = NUMBER.search(sections)
    assert first is not None, core
    parts = {"sections": sections, "section": first.group(), **more.pop("parts", {})}
    return make(form, core, *pins, series=series, parts=parts, **more)


def usc(core: str, *pins: str, **more: Any) -> Made:
    """``usc("42 U.S.C. § 1983")``"""
    return listed(StatuteToken, core, "U.S.C.", "§", *pins, parts={"title": core.split(maxsplit=1)[0]}, **more)


def cfr(core: str, **more: Any) -> Made:
    """``cfr("8 C.F.R. § 1003.15")``"""
    return listed(RegulationToken, core, "C.F.R.", "§", parts={"title": core.split(maxsplit=1)[0]}, **more)


def code(core: str, series: str, **more: Any) -> Made:
    """Make a section of a code without titles."""
    return listed(StatuteToken, core, series, "§", **more)


def section(core: str, **more: Any) -> Made:
    """``section("§ 1983")``, ``section("Section 7.4(b)")``"""
    return listed(SectionToken, core, "", core.split(maxsplit=1)[0], **more)


def rule(number: str, series: str = "", **more: Any) -> Made:
    """``rule("56.1(a)", "Local Civ. R.")``"""
    return listed(RuleToken, f"{series or 'Rule'} {number}", series, series or "Rule", **more)


def record(core: str, *pins: str, **more: Any) -> Made:
    """``record("Compl.", "¶ 5")``"""
    return make(RecordToken, core, *pins, **more)


class Scene(NamedTuple):
    """Tokens in order, and what is claimed about some of them."""

    claim: str
    tokens: Sequence[Made]
    expected: dict[int, tuple[Any, ...]]
    """Index → antecedent, rule, flags; or a reason."""
    alone: bool = False
    """Whether it holds only at the beginning of a document."""


def to(antecedent: int, by: str, *flags: str, same: bool = True) -> tuple[Any, ...]:
    """What a link is expected to be."""
    return ("link", antecedent, by, flags, same)


NEW = ("new",)


def unresolved(reason: str) -> tuple[Any, ...]:
    """What an unresolved token is expected to say."""
    return ("unresolved", reason)


def build(tokens: Sequence[Made], gap: int = 40) -> list[Token]:
    """Lay the tokens out with so many characters between them; a record's exhibit stands beside it."""
    built: list[Token] = []
    start = 0
    for made in tokens:
        token = made(start)
        if built and isinstance(built[-1], SupraToken) and isinstance(token, FullCaseToken | ShortCaseToken):
            token = made(built[-1].span.end + 2)
        if built and isinstance(token, RecordToken) and token.text.startswith("Ex."):
            token = made(built[-1].span.end + 1)
        built.append(token)
        start = token.span.end + gap
    return built


def seen(answer: Link | Unresolved | None) -> tuple[Any, ...]:
    """Turn an answer into the form of the tables."""
    if answer is None:
        return NEW
    if isinstance(answer, Unresolved):
        return ("unresolved", answer.reason)
    return ("link", answer.antecedent, answer.rule, answer.flags, answer.same)


NO_FULL = unresolved("no full citation")

ID_SCENES = [
    Scene(
        "Id. is the citation before; a second Id. leans on the first (R15.3.1)",
        [case("1 U.S. 100", "105", name="Foo v. Bar"), id_("115"), id_()],
        {0: NEW, 1: to(0, "id"), 2: to(1, "id")},
    ),
    Scene(
        "what a parenthetical quotes does not count outside it (R15.3; peers: Id. goes to the quoted case)",
        [
            case("1 U.S. 100", "105", name="Foo v. Bar"),
            case("2 U.S. 200", "205", name="Baz v. Qux", inside=0, relation="quoting"),
            id_("106"),
        ],
        {1: NEW, 2: to(0, "id")},
    ),
    Scene(
        "inside a parenthetical Id. is the citation before in it",
        [case("1 U.S. 100", name="Foo v. Bar"), case("2 U.S. 200", name="Baz v. Qux", inside=0), id_("203", inside=0)],
        {2: to(1, "id")},
    ),
    Scene(
        "the first Id. of a parenthetical is the citation before its host",
        [
            case("1 U.S. 100", name="Foo v. Bar"),
            case("2 U.S. 200", name="Baz v. Qux"),
            id_("103", inside=1, relation="quoting"),
        ],
        {2: to(0, "id")},
    ),
    Scene(
        "history does not count (BB4.1; peers: Id. resolves to the denial of certiorari)",
        [
            case("1 U.S. 100", name="Foo v. Bar"),
            case("560 U.S. 1", inside=0, relation="cert. denied", history=True),
            id_("103"),
        ],
        {1: NEW, 2: to(0, "id")},
    ),
    Scene(
        "an unresolved citation in a parenthetical does not stop the walk (peers: the Holley example)",
        [
            case("1 U.S. 100", name="Foo v. Bar"),
            short("9 F.2d at 7", name="Gone", inside=0, relation="quoting"),
            id_("103"),
            id_(),
        ],
        {1: NO_FULL, 2: to(0, "id"), 3: to(2, "id")},
    ),
    Scene(
        "an unresolved citation at the same level is not skipped: what is printed there is meant",
        [case("1 U.S. 100", name="Foo v. Bar"), short("9 F.2d at 7", name="Gone"), id_("8")],
        {1: NO_FULL, 2: to(1, "id")},
    ),
    Scene(
        "an Id. after an unresolved Id. is unresolved, and says so",
        [id_("5"), id_("6")],
        {0: unresolved("no earlier citation"), 1: unresolved("the citation before is unresolved")},
    ),
    Scene(
        "parallel citations are one antecedent: In re Gault (R11.6.3; peers: tried against the last reporter only)",
        [
            case("387 U.S. 1", "13", name="In re Gault"),
            case("87 S.Ct. 1428", parallel=0),
            case("18 L.Ed.2d 527", parallel=0),
            id_("20"),
            short("87 S.Ct. at 1430"),
        ],
        {1: to(0, "parallel"), 2: to(0, "parallel"), 3: to(0, "id"), 4: to(0, "short_case")},
    ),
    Scene(
        "documents of the record are antecedents (peers: the complaint is invisible)",
        [case("1 U.S. 100", name="Foo v. Bar"), record("Compl.", "¶¶ 46-53"), id_("¶¶ 58-71")],
        {1: NEW, 2: to(1, "id")},
    ),
    Scene(
        "Id. ¶ 13 after Compl. ¶ 12 is the complaint (peers: goes to a case)",
        [case("1 U.S. 100", name="Foo v. Bar"), record("Compl.", "¶ 12"), id_("¶ 13")],
        {2: to(1, "id")},
    ),
    Scene(
        "star pages fit a database citation (peers: refused)",
        [case("2013 WL 5811261", "*3", name="State v. Green"), id_("*4")],
        {1: to(0, "id")},
    ),
    Scene(
        "paragraphs fit a neutral citation (R11.7.3; peers: refused)",
        [case("2015-Ohio-123", "¶ 7", name="State v. Couch"), id_("¶ 9")],
        {1: to(0, "id")},
    ),
    Scene(
        "Id. § 25 after 12 U.S.C. § 24 is another section of title 12 (R22.2; peers: resolves to § 24)",
        [usc("12 U.S.C. § 24"), id_("§ 25"), id_()],
        {1: to(0, "id_section", same=False), 2: to(1, "id")},
    ),
    Scene(
        "Id. § 24(a) after § 24 is the same section",
        [usc("12 U.S.C. § 24"), id_("§ 24(a)")],
        {1: to(0, "id_section")},
    ),
    Scene(
        "a section cited before in full is that section again",
        [code("N.R.S. § 41.670", "Nev. Rev. Stat."), code("N.R.S. § 41.660", "Nev. Rev. Stat."), id_("§ 41.670(2)")],
        {2: to(0, "id_section")},
    ),
    Scene(
        "Id. § 8 after Cal. Const. art. I, § 7 is the constitution (peers: jumped to a penal statute)",
        [
            code("Cal. Penal Code § 187", "Cal. Penal Code"),
            make(
                ConstitutionToken,
                "Cal. Const. art. I, § 7",
                series="Cal. Const.",
                parts={"article": "I", "section": "7"},
            ),
            id_("§ 8"),
        ],
        {2: to(1, "id_section", same=False)},
    ),
    Scene(
        "Id. § 115-7.4 leaves out the act of an Illinois section",
        [code("725 ILCS § 5/115-7.4", "ILCS"), id_("§ 115-7.4(a)")],
        {1: to(0, "id_section")},
    ),
    Scene(
        "Id. § 7102 after a case is a section of the last code, and doubtful (R6.2.2)",
        [usc("7 U.S.C. § 7101"), case("1 U.S. 100", name="Foo v. Bar"), id_("§ 7102")],
        {2: to(0, "id_section", "pin_mismatch", same=False)},
    ),
    Scene(
        "Id. § B after a statement cited by sections is that document",
        [record("Pl. 56.1", "§ A"), id_("§ B")],
        {1: to(0, "id")},
    ),
    Scene(
        "subsections fit a statute",
        [case("1 U.S. 100", name="Foo v. Bar"), usc("42 U.S.C. § 1988"), id_("(c)")],
        {2: to(1, "id")},
    ),
    Scene(
        "a page does not fit a section of a code: the case before is meant",
        [case("138 S. Ct. 2105", name="Pereira v. Sessions"), cfr("8 C.F.R. § 1003.32"), id_("2110")],
        {2: to(0, "id", "pin_mismatch")},
    ),
    Scene(
        "among cases further back the page decides",
        [
            case("138 S. Ct. 2105", name="Pereira v. Sessions"),
            case("913 F.3d 1158", name="Karingithi v. Whitaker"),
            cfr("8 C.F.R. § 1003.32"),
            id_("2110"),
        ],
        {3: to(0, "id", "pin_mismatch")},
    ),
    Scene(
        "a paragraph does not fit a rule",
        [
            case("2021-Ohio-1136", "¶ 7", name="Columbus Bar Assn. v. Polizzi"),
            rule("8.4(b)", "Ohio Prof. Cond. R."),
            id_("¶ 15"),
        ],
        {2: to(0, "id", "pin_mismatch")},
    ),
    Scene(
        "page and line do not fit a document cited by paragraphs",
        [record("Pl. Tr.", "40:18-25"), record("Defs. 56.1", "¶ 48"), id_("201:4-204:4")],
        {2: to(0, "id", "pin_mismatch")},
    ),
    Scene(
        "a transcript is cited by page and line, and by page alone",
        [record("Hagar Dep.", "99:13-24"), id_("130-131")],
        {1: to(0, "id")},
    ),
    Scene(
        "a long opinion has distant pages (peers: more than 150 pages are refused)",
        [case("800 F.3d 100", name="Foo v. Bar"), id_("255")],
        {1: to(0, "id")},
    ),
    Scene(
        "a page before the first one cannot be meant; with no other citation the link is doubtful",
        [case("800 F.3d 100", name="Foo v. Bar"), id_("55")],
        {1: to(0, "id", "pin_mismatch")},
    ),
    Scene(
        "after a string citation Id. is its last member, against the rule (R15.3.3)",
        [case("1 U.S. 100", name="Foo v. Bar"), case("2 U.S. 200", name="Baz v. Qux", string=0), id_("206")],
        {2: to(1, "id", "string_cite", "rule_broken")},
    ),
    Scene(
        "Id. as a member of the string is the member before",
        [case("1 U.S. 100", name="Foo v. Bar"), case("2 U.S. 200", name="Baz v. Qux", string=0), id_("206", string=0)],
        {2: to(1, "id")},
    ),
    Scene(
        "the parallel citation after Id. says what is meant",
        [
            case("474 Mich. 1027", "1043", name="Adair v. Michigan"),
            case("709 N.W.2d 567", parallel=0),
            rule("2.003(B)(6)", "MCR"),
            id_("1053"),
            short("709 N.W.2d 567", parallel=3),
        ],
        {3: to(0, "id", "rule_broken"), 4: to(3, "parallel")},
    ),
    Scene(
        "so does a parallel citation with at (ND: Id. at 121, 57 N.W.2d at 231)",
        [
            case("79 N.D. 100", name="Doe v. Roe"),
            case("57 N.W.2d 220", parallel=0),
            id_("121"),
            short("57 N.W.2d at 231", parallel=2),
        ],
        {2: to(0, "id"), 3: to(2, "parallel")},
    ),
    Scene(
        "a section that a sentence speaks of is no citation before a bare Id. (R15.3)",
        [
            case("640 S.W.3d 523", name="City of San Antonio v. Maspero"),
            code("Tex. Code § 101.055", "Tex. Code", inside=0),
            section("section 101.055"),
            id_(),
        ],
        {3: to(0, "id", "intervening_mention")},
    ),
    Scene(
        "with nothing else before it, it is",
        [section("section 101.055"), id_()],
        {1: to(0, "id")},
        alone=True,
    ),
    Scene(
        "a statute in a citation sentence is the antecedent of a bare Id.",
        [case("1 U.S. 100", name="Foo v. Bar"), usc("17 U.S.C. § 107"), id_()],
        {2: to(1, "id")},
    ),
    Scene(
        "id. Ex. D is an exhibit of the affidavit whose exhibit stands before",
        [record("Goodman Aff."), record("Ex. B"), record("Silver Dep.", "64-65", parallel=1), id_(), record("Ex. D")],
        {3: to(0, "id")},
    ),
    Scene(
        "places in the document itself are no antecedents (R6.2.2)",
        [case("1 U.S. 100", name="Foo v. Bar"), make(OtherToken, "infra Part II"), supra(), id_("103")],
        {2: unresolved("no name stands before supra"), 3: to(0, "id")},
    ),
    Scene(
        "Id. after a supra is what supra is (peers: Ely, supra note 4 … Id.)",
        [
            make(
                BookToken,
                "Democracy and Distrust",
                series="Democracy and Distrust",
                parts={"author": "J. Ely", "title": "Democracy and Distrust"},
            ),
            supra("Ely", "6"),
            id_(),
        ],
        {1: to(0, "supra"), 2: to(1, "id")},
    ),
]

SHORT_SCENES = [
    Scene(
        "volume and reporter agree, the name too (R15.2)",
        [case("258 F.3d 62", name="Holz v. Rockefeller & Co."), short("258 F.3d at 73", name="Holz")],
        {1: to(0, "short_case")},
    ),
    Scene(
        "the defendant's name, where the plaintiff is a government (R15.2.3)",
        [case("388 U.S. 218", name="United States v. Wade"), short("388 U.S. at 237", name="Wade")],
        {1: to(0, "short_case")},
    ),
    Scene(
        "the name decides between two cases of one volume",
        [
            case("100 F.3d 10", name="Smith v. Jones"),
            case("100 F.3d 40", name="Brown v. Green"),
            short("100 F.3d at 45", name="Smith"),
        ],
        {2: to(0, "short_case")},
    ),
    Scene(
        "without a name the nearest first page before the pin",
        [
            case("100 F.3d 10", name="Smith v. Jones"),
            case("100 F.3d 400", name="Brown v. Green"),
            short("100 F.3d at 15"),
            short("100 F.3d at 405"),
        ],
        {2: to(0, "short_case"), 3: to(1, "short_case")},
    ),
    Scene(
        "where another is about as near the link says so",
        [
            case("100 F.3d 10", name="Smith v. Jones"),
            case("100 F.3d 40", name="Brown v. Green"),
            short("100 F.3d at 45"),
        ],
        {2: to(1, "short_case", "several_candidates")},
    ),
    Scene(
        "a page before the first page is impossible (peers: linked without looking at the pin)",
        [case("100 F.3d 500", name="Smith v. Jones"), short("100 F.3d at 45", name="Smith")],
        {1: NO_FULL},
    ),
    Scene(
        "another name on a distant page is another case (peers: linked without looking at the name)",
        [case("100 F.3d 5", name="Smith v. Jones"), short("100 F.3d at 800", name="Brown")],
        {1: NO_FULL},
    ),
    Scene(
        "a nickname that nothing defines, where volume and page leave no doubt",
        [
            case("448 U.S. 607", name="Industrial Union Department v. American Petroleum Institute"),
            short("448 U.S. at 640", name="The Benzene Case"),
        ],
        {1: to(0, "short_case", "name_mismatch")},
    ),
    Scene(
        "a short name that a parenthetical defines",
        [
            case(
                "383 U.S. 413",
                name="A Book Named John Cleland's Memoirs v. Massachusetts",
                defines="[hereinafter, Memoirs]",
            ),
            short("383 U.S. at 418", name="Memoirs"),
        ],
        {1: to(0, "short_case")},
    ),
    Scene(
        "Hitchcock II is a decision named Hitchcock",
        [case("432 So. 2d 42", name="Hitchcock v. State"), short("432 So. 2d at 43", name="Hitchcock II")],
        {1: to(0, "short_case")},
    ),
    Scene(
        "words as abbreviated (R11.5)",
        [
            case("51 S.W.3d 583", name="Texas Department of Criminal Justice v. Miller"),
            short("51 S.W.3d at 590", name="Tex. Dep’t of Crim. Justice"),
        ],
        {1: to(0, "short_case")},
    ),
    Scene(
        "any parallel citation will do",
        [
            case("410 U.S. 113", name="Roe v. Wade"),
            case("93 S. Ct. 705", parallel=0),
            short("93 S. Ct. at 710", name="Roe"),
        ],
        {2: to(0, "short_case")},
    ),
    Scene(
        "a parallel short form follows its head",
        [
            case("477 U.S. 242", name="Anderson v. Liberty Lobby, Inc."),
            case("106 S.Ct. 2505", parallel=0),
            short("477 U.S. at 255", name="Liberty Lobby"),
            short("106 S.Ct. 2505", parallel=2),
        ],
        {2: to(0, "short_case"), 3: to(2, "parallel")},
    ),
    Scene(
        "without a full citation the mentions belong together",
        [
            short("567 F.Supp.2d at 468", name="Lynch"),
            short("567 F.Supp.2d at 470"),
            short("567 F.Supp.2d at 468", name="Lynch"),
            short("567 F.Supp.2d at 12", name="Esmont"),
        ],
        {
            0: NO_FULL,
            1: to(0, "short_case", "no_full_citation"),
            2: to(0, "short_case", "no_full_citation"),
            3: NO_FULL,
        },
    ),
    Scene(
        "one wrong digit in the volume of a known name",
        [
            case("932 F. Supp. 2d 575", name="Usavage v. Port Authority"),
            short("923 F. Supp. 2d at 594", name="Usavage"),
        ],
        {1: to(0, "short_case", "typing_fault")},
    ),
    Scene(
        "database numbers: equal, or the name equal and the number mistyped",
        [
            case("2019 WL 2717691", "*3", name="Campbell v. Hanson", date="June 28, 2019"),
            short("2019 WL 2717691", "*4", name="Campbell"),
            short("2019 WL 271717691", "*4", name="Campbell"),
        ],
        {1: to(0, "short_case"), 2: to(0, "repeat", "typing_fault")},
    ),
    Scene(
        "a short form that lacks its at",
        [
            case("104 Ill. 2d 194", "199-200", name="People v. Lynch", date="1984"),
            case("104 Ill. 2d 199", "199-201", name="Lynch"),
        ],
        {1: to(0, "short_case", "typing_fault")},
    ),
    Scene(
        "session laws, registers and agency series have short forms too",
        [
            paged(StatuteToken, "91 Stat. 126", "141"),
            paged(StatuteToken, "91 Stat. at 142"),
            paged(AgencyToken, "63 O.I.C. 14"),
            paged(AgencyToken, "63 O.I.C. at 15"),
            paged(LegislativeToken, "1993-3 C.B. 167"),
        ],
        {1: to(0, "short_page"), 3: to(2, "short_page"), 4: NEW},
    ),
    Scene(
        "an act whose page in the session laws stands beside it",
        [
            make(StatuteToken, "Pub. L. No. 95-30", series="Pub. L. No.", parts={"volume": "95", "page": "30"}),
            paged(StatuteToken, "91 Stat. 126", "141", parallel=0),
            listed(StatuteToken, "Tax Reduction Act § 202(b)", "Tax Reduction Act", "§"),
            paged(StatuteToken, "91 Stat. at 142", parallel=2),
        ],
        {1: to(0, "parallel"), 2: to(0, "short_page"), 3: to(2, "parallel")},
    ),
    Scene(
        "a case cited only in a parenthetical may have a short form (BB10.9)",
        [
            case("1 U.S. 100", name="Foo v. Bar"),
            case("2 U.S. 200", name="Baz v. Qux", inside=0),
            short("2 U.S. at 205", name="Baz"),
        ],
        {2: to(1, "short_case")},
    ),
]

NAME_SCENES = [
    Scene(
        "supra by the author of an article (R6.2.3; peers: only cases)",
        [
            paged(JournalToken, "103 Harv. L. Rev. 1105", "1111", name="Pierre N. Leval, Toward a Fair Use Standard"),
            supra("Leval", "1122"),
        ],
        {1: to(0, "supra")},
    ),
    Scene(
        "a case supra in California, with the reporter after it",
        [
            case("389 U.S. 347", name="Katz v. United States"),
            supra("Katz v. United States"),
            case("389 U.S. 347", "361", name="Katz v. United States"),
        ],
        {1: to(0, "supra"), 2: to(0, "repeat")},
    ),
    Scene(
        "McNabb v. United States is McNabb v. U.S.",
        [case("318 U.S. 332", name="McNabb v. U.S."), supra("McNabb v. United States"), short("318 U.S. at 340")],
        {1: to(0, "supra"), 2: to(0, "short_case")},
    ),
    Scene(
        "Wade, supra, 388 U.S. at 237: both lead to one case (peers: Grant v. Esquire, Inc., supra)",
        [
            case("367 F.Supp. 876", name="Grant v. Esquire, Inc."),
            supra("Grant v. Esquire, Inc."),
            short("367 F.Supp. at 884"),
        ],
        {1: to(0, "supra"), 2: to(0, "short_case")},
    ),
    Scene(
        "the citation after supra decides between two of one name",
        [
            case("345 U.S. 10", name="Brown v. Allen"),
            case("411 U.S. 20", name="United States v. Brown"),
            supra("Brown"),
            short("345 U.S. at 12"),
        ],
        {2: to(0, "supra"), 3: to(0, "short_case")},
    ),
    Scene(
        "else the last one cited, and the link says so",
        [
            case("345 U.S. 10", name="Brown v. Allen"),
            case("411 U.S. 20", name="United States v. Brown"),
            supra("Brown"),
        ],
        {2: to(1, "supra", "several_candidates")},
    ),
    Scene(
        "possible pages decide between two of one name",
        [
            case("345 U.S. 10", name="Brown v. Allen"),
            case("411 U.S. 200", name="United States v. Brown"),
            supra("Brown", "12"),
        ],
        {2: to(0, "supra")},
    ),
    Scene(
        "Nixon is Nixon, though Booker comes after it (peers: names bleed)",
        [
            case("418 U.S. 683", name="United States v. Nixon"),
            case("543 U.S. 220", name="United States v. Booker"),
            supra("Nixon"),
        ],
        {2: to(0, "supra")},
    ),
    Scene(
        "the name of a government tells nothing (peers: United States, supra resolves)",
        [case("418 U.S. 683", name="United States v. Nixon"), supra("United States")],
        {1: unresolved("the name of a government or office tells no case from others")},
    ),
    Scene(
        "a word is a whole word (peers: substrings)",
        [case("1 U.S. 100", name="Johnson v. Bar"), supra("John")],
        {1: unresolved("no full citation of that name")},
    ),
    Scene(
        "mentions of a name without full citation belong together",
        [supra("Smith", "5"), supra("Smith", "6"), id_("7")],
        {0: unresolved("no full citation of that name"), 1: to(0, "supra", "no_full_citation"), 2: to(1, "id")},
    ),
    Scene(
        "a note of this document is no authority (peers: supra, at 35)",
        [case("1 U.S. 100", name="Foo v. Bar"), make(SupraToken, "supra", parts={"note": "5"})],
        {1: unresolved("points to a note of this document")},
    ),
    Scene(
        "a name with a pin (peers: Lynch at 468)",
        [case("68 Cal.2d 299", name="People v. Rosales"), make(ReferenceToken, "Rosales", "304")],
        {1: to(0, "reference")},
    ),
    Scene(
        "a party in two words",
        [
            case("150 F.3d 132", name="Castle Rock Entertainment, Inc. v. Carol Publishing Group"),
            supra("Castle Rock", "140"),
        ],
        {1: to(0, "supra")},
    ),
]

CODE_SCENES = [
    Scene(
        "§ 1983 is the section of the title that was cited with it (R16.2)",
        [usc("42 U.S.C. § 1983"), usc("28 U.S.C. § 1331"), section("§ 1983"), section("Section 1331")],
        {2: to(0, "section"), 3: to(1, "section")},
    ),
    Scene(
        "not of the last regulation (peers: 8 C.F.R. § 1983)",
        [usc("42 U.S.C. § 1983"), cfr("8 C.F.R. § 214.1"), section("§ 1983")],
        {2: to(0, "section")},
    ),
    Scene(
        "§ 311.005 is the Texas code, for its shape (peers: 28 U.S.C.)",
        [
            code("Tex. Gov't Code § 311.002", "Tex. Gov't Code"),
            usc("28 U.S.C. § 1331"),
            section("§ 311.005(2)"),
            section("§ 311.005(3)"),
        ],
        {2: to(0, "section", "nearest_code", same=False), 3: to(0, "section", same=False)},
    ),
    Scene(
        "the part decides before the shape: § 1003.32 is in part 1003",
        [cfr("8 C.F.R. § 1003.15"), cfr("29 C.F.R. § 1630.2"), section("§ 1003.32")],
        {2: to(0, "section", "nearest_code", same=False)},
    ),
    Scene(
        "another section of the code before",
        [usc("42 U.S.C. § 1983"), section("§§ 1985 and 1986"), section("§ 1985")],
        {1: to(0, "section", "nearest_code", same=False), 2: to(0, "section", same=False)},
    ),
    Scene(
        "members of a list can be called alone",
        [usc("28 U.S.C. §§ 1331 and 1343"), usc("42 U.S.C. § 1983"), section("§ 1343")],
        {2: to(0, "section", same=False)},
    ),
    Scene(
        "one section number in two codes: the last one mentioned, and the link says so",
        [usc("42 U.S.C. § 1983"), usc("18 U.S.C. § 1983"), section("§ 1983")],
        {2: to(1, "section", "several_candidates")},
    ),
    Scene(
        "Illinois: section 7.4 is 115-7.4",
        [code("725 ILCS § 5/115-7.4", "ILCS"), section("Section 7.4(b)")],
        {1: to(0, "section", "short_section")},
    ),
    Scene(
        "two digits swapped, where the subsection has been cited",
        [usc("21 U.S.C. § 853(d)"), section("Section 835(d)"), section("Section 835(e)")],
        {1: to(0, "section", "typing_fault"), 2: to(0, "section", "nearest_code", same=False)},
    ),
    Scene(
        "a section before any code is unresolved; its mentions belong together, until a code has it",
        [section("section 3"), section("§ 3"), usc("42 U.S.C. § 3"), section("§ 3")],
        {
            0: unresolved("no code to which the section could belong"),
            1: to(0, "section", "no_full_citation"),
            2: NEW,
            3: to(2, "section"),
        },
    ),
    Scene(
        "a section in words needs more than a code that is near",
        [usc("42 U.S.C. § 1983"), section("section 3.1-4")],
        {1: unresolved("no code to which the section could belong")},
    ),
    Scene(
        "the guidelines lend their sections",
        [listed(AgencyToken, "U.S.S.G. § 4B1.2(a)", "U.S.S.G.", "§"), section("section 4B1.2(a)(2)")],
        {1: to(0, "section")},
    ),
    Scene(
        "a statute again, with another subsection or in a publisher's edition",
        [
            usc("42 U.S.C. § 1983"),
            usc("42 U.S.C. § 1983(a)"),
            listed(StatuteToken, "42 U.S.C.A. § 1983", "U.S.C.A.", "§", parts={"title": "42"}),
        ],
        {1: to(0, "repeat"), 2: to(0, "repeat")},
    ),
    Scene(
        "a bare rule is the rule that was named with its number (R18.1)",
        [rule("41(e)", "Fed. R. Crim. P."), rule("5(a)", "Fed. R. Crim. P."), rule("41(d)")],
        {2: to(0, "rule")},
    ),
    Scene(
        "a rule may be named later, and only a rule",
        [
            rule("56.1"),
            rule("56.1(c)", "Local R."),
            rule("56.1(a)", "Local Civ. R."),
            rule("56.1(b)"),
            rule("56.1", "Local R."),
        ],
        {0: to(2, "named_later"), 1: to(2, "named_later"), 2: NEW, 3: to(2, "rule"), 4: to(2, "rule")},
    ),
    Scene(
        "a rule that two sets will have is not guessed",
        [rule("12(b)"), rule("12(b)", "Fed. R. Civ. P."), rule("12(b)", "Fed. R. Crim. P.")],
        {0: unresolved("no set of rules to which the number could belong")},
    ),
    Scene(
        "another rule of a set that has such rules",
        [rule("404(b)", "Fed. R. Evid."), rule("56(c)", "Fed. R. Civ. P."), rule("403")],
        {2: to(0, "rule", "nearest_code", same=False)},
    ),
    Scene(
        "Civil Rule 12 is the state's, where its rules are named",
        [rule("12(B)(6)", "Ohio Civ. R."), rule("12(B)(6)", "Civ. R.")],
        {1: to(0, "rule")},
    ),
    Scene(
        "rules without any set belong together",
        [rule("1.4"), rule("1.4")],
        {0: unresolved("no set of rules to which the number could belong"), 1: to(0, "rule", "no_full_citation")},
    ),
]

FULL_SCENES = [
    Scene(
        "the same case cited in full again, in the same or another reporter",
        [
            case("410 U.S. 113", name="Roe v. Wade"),
            case("93 S. Ct. 705", parallel=0),
            case("93 S. Ct. 705", name="Roe v. Wade"),
            case("410 U.S. 113", name="Roe v. Wade"),
        ],
        {2: to(0, "repeat"), 3: to(0, "repeat")},
    ),
    Scene(
        "a blank page is known by its parallel citation",
        [
            case("___ Mich. ___", name="People v. Parsons"),
            case("728 N.W.2d 62", parallel=0),
            case("___ Mich. ___", name="Short v. Antonini"),
            case("729 N.W.2d 218", parallel=2),
            case("728 N.W.2d 62", name="People v. Parsons"),
        ],
        {2: NEW, 4: to(0, "repeat")},
    ),
    Scene(
        "the same parties, other decisions",
        [
            case("578 So. 2d 685", name="Hitchcock v. State", date="1990"),
            case("614 So. 2d 483", name="Hitchcock v. State", date="1993"),
        ],
        {1: NEW},
    ),
    Scene(
        "the same decision with a slip in the page",
        [
            case("540 F. Supp. 2d 501", name="Jean-Laurent v. Wilkinson", date="2008"),
            case("540 F. Supp. 2d 510", name="Jean-Laurent v. Wilkinson", date="2008"),
        ],
        {1: to(0, "repeat", "typing_fault")},
    ),
    Scene(
        "another year is another decision",
        [
            case("540 F. Supp. 2d 501", name="Jean-Laurent v. Wilkinson", date="2008"),
            case("540 F. Supp. 2d 510", name="Jean-Laurent v. Wilkinson", date="2009"),
        ],
        {1: NEW},
    ),
    Scene(
        "neighbours that both are known are no parallel citations",
        [
            case("1 U.S. 100", name="Foo v. Bar"),
            case("2 F.3d 200", name="Baz v. Qux"),
            case("1 U.S. 100", name="Foo v. Bar"),
            case("2 F.3d 200", parallel=2),
        ],
        {3: to(1, "repeat", "parallel_conflict")},
    ),
    Scene(
        "two names of one document (R26)",
        [record("TAC"), record("ECF No. 60", parallel=0), record("ECF No. 60", "5"), record("TAC", "¶ 9")],
        {1: to(0, "parallel"), 2: to(0, "record"), 3: to(0, "record")},
    ),
    Scene(
        "a history citation has its own authority",
        [
            case("811 F.2d 90", name="Salinger v. Random House"),
            case("484 U.S. 890", inside=0, relation="cert. denied", history=True),
        ],
        {1: NEW},
    ),
]

SCENES = [*ID_SCENES, *SHORT_SCENES, *NAME_SCENES, *CODE_SCENES, *FULL_SCENES]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.claim)
def test_scene(scene: Scene) -> None:
    """Every token of a scene refers to what the scene claims."""
    answers = resolve(build(scene.tokens))
    assert {i: seen(answers[i]) for i in scene.expected} == scene.expected


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.claim)
def test_links_are_sound(scene: Scene) -> None:
    """A link names a rule, its first candidate or none at all, and goes back, unless the set is named later."""
    answers = resolve(build(scene.tokens))
    assert len(answers) == len(scene.tokens)
    for i, answer in enumerate(answers):
        if isinstance(answer, Link):
            assert answer.rule
            assert answer.antecedent < i or answer.rule == "named_later"
            assert not answer.candidates or answer.antecedent == answer.candidates[0]
            assert all(0 <= candidate < len(answers) for candidate in answer.candidates)


def test_scenes_resolve_after_other_citations() -> None:
    """What stands long before does not change what a scene means."""
    before = [case(f"{volume} So. 3d 900", name=f"Unrelated{volume} v. Other{volume}") for volume in range(1, 40)]
    for scene in (scene for scene in SCENES if not scene.alone):
        tokens = build([*before, *scene.tokens])
        moved = [
            attrs.evolve(
                token,
                **{
                    f: getattr(token, f) + len(before)
                    for f in ("parallel", "inside", "string")
                    if getattr(token, f) is not None
                },
            )
            for token in tokens[len(before) :]
        ]
        answers = resolve([*tokens[: len(before)], *moved])[len(before) :]
        for i, expected in scene.expected.items():
            if expected[0] == "link":
                assert seen(answers[i])[1:3] == (expected[1] + len(before), expected[2]), scene.claim


def test_known_authorities_count_as_cited_before() -> None:
    """A link to what the caller knows has a negative antecedent, which is its index in the caller's list."""
    known = build(
        [case("410 U.S. 113", name="Roe v. Wade"), case("93 S. Ct. 705", parallel=0), usc("42 U.S.C. § 1983")]
    )
    answers = resolve(
        build([short("93 S. Ct. at 710", name="Roe"), id_("711"), section("§ 1983"), case("410 U.S. 113")]), known=known
    )
    assert [seen(a)[1:3] for a in answers] == [(-3, "short_case"), (0, "id"), (-1, "section"), (-3, "repeat")]
    assert isinstance(answers[0], Link)
    assert known[answers[0].antecedent] is known[0]


def test_unresolved_candidates_are_counted_from_the_text() -> None:
    """Candidates that were refused are named, also when they are known beforehand."""
    known = build([case("100 F.3d 500", name="Smith v. Jones")])
    (answer,) = resolve(build([short("100 F.3d at 45", name="Smith")]), known=known)
    assert answer == Unresolved("no full citation", candidates=(-1,))


def test_own_rule_in_the_table() -> None:
    """A rule of the caller is asked where he puts it, and its name is in the link."""

    def first(state: object, i: int) -> Link | None:
        return Link(0, "house_rule") if i else None

    answers = resolve(
        build([case("1 U.S. 1", name="A v. B"), id_()]), rules=(Rule("house_rule", (IdToken,), first), *RULES)
    )
    assert [seen(a)[:3] for a in answers] == [NEW, ("link", 0, "house_rule")]


def test_every_rule_has_a_name_of_its_own() -> None:
    """The table's names are distinct."""
    assert len({r.name for r in RULES}) == len(RULES)


def test_nothing_resolves_to_nothing() -> None:
    """No tokens, no links."""
    assert resolve(()) == ()


@pytest.mark.parametrize(
    "form",
    [
        IdToken,
        SupraToken,
        ReferenceToken,
        SectionToken,
        ShortCaseToken,
        RuleToken,
        RecordToken,
        OtherToken,
        FullCaseToken,
    ],
)
def test_tokens_without_parts(form: type[Token]) -> None:
    """A token that lacks every part is answered, never an error."""
    tokens = build([make(form, "x"), make(form, "x", "¶ x"), make(form, "", "§")])
    assert len(resolve(tokens)) == len(tokens)


def crowd(size: int) -> dict[str, list[Made]]:
    """Documents in which everything looks alike."""
    alike = [case(f"1 U.S. {page + 1}", name=f"Smith v. Jones Co. {page}") for page in range(size // 2)]
    return {
        "one volume": [*alike, *(short(f"1 U.S. at {page + 2}", name="Smith") for page in range(size // 2))],
        "one name": [*alike, *(supra("Smith") for _ in range(size // 2))],
        "one section": [
            *(usc(f"{title} U.S.C. § 1") for title in range(size // 2)),
            *(section("§ 1") for _ in range(size // 2)),
        ],
        "one rule": [
            *(rule("12") for _ in range(size // 2)),
            *(rule("12", f"Fed. R. {i} P.") for i in range(size // 2)),
        ],
        "one group": [case("1 U.S. 1", name="A v. B"), *(case(f"{i + 2} F.2d 1", parallel=0) for i in range(size - 1))],
        "one chain": [case("1 U.S. 1", name="A v. B"), *(id_(str(i)) for i in range(size - 1))],
        "no full citation": [short(f"{i % 50} F.2d at {i + 1}", name=f"Foo{i % 7}") for i in range(size)],
        "one nest": [case(f"{i + 1} U.S. 1", name="A v. B", **({"inside": i - 1} if i else {})) for i in range(size)],
    }


@pytest.mark.parametrize("kind", list(crowd(2)))
def test_time_grows_with_the_number_of_citations(kind: str) -> None:
    """Four times the citations take at most ten times as long, whatever they have in common."""

    def seconds(size: int) -> float:
        tokens = build(crowd(size)[kind])
        spent = []
        for _ in range(3):
            begun = time.process_time()
            resolve(tokens)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert seconds(4000) < 10 * max(seconds(1000), 0.002)


CASES = tomllib.loads((Path(__file__).parent / "cases" / "resolution.toml").read_text(encoding="utf-8"))["case"]


def test_there_are_cases() -> None:
    """The table is not empty, and each row claims something."""
    assert CASES
    assert all(row["links"] for row in CASES)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["claim"])
def test_text(row: dict[str, Any]) -> None:
    """In a text each short form leads to the citation that the table names."""
    citeparse = pytest.importorskip("citeparse")
    doc = citeparse.parse(row["text"])
    for wanted in row["links"]:
        found = nth([c for c in doc.citations if same(c.text, wanted["core"])], wanted.get("nth", 1))
        assert found is not None, f"not found: {wanted['core']} in {[c.text for c in doc.citations]}"
        if "reason" in wanted:
            assert isinstance(found.link, Unresolved), found.link
            assert wanted["reason"] in found.link.reason
        elif wanted["to"] == "":
            assert found.link is None, found.link
        else:
            assert isinstance(found.link, Link), (wanted, found.link)
            chain = [c.text for c in itertools.takewhile(lambda c: c is not None, leads(found))]
            assert any(same(text, wanted["to"]) for text in chain), (wanted, chain, found.link)
            assert wanted.get("rule", found.link.rule) == found.link.rule
            assert set(wanted.get("flags", ())) <= set(found.link.flags)


def nth(found: Sequence[Any], number: int) -> Any:
    """Return the citation with that number, counted from 1."""
    return found[number - 1] if len(found) >= number else None


def same(printed: str, wanted: str) -> bool:
    """Compare cores without their white space."""
    return "".join(printed.split()) == "".join(wanted.split())


def leads(citation: Any) -> Sequence[Any]:
    """Return the antecedent, its antecedent, and so on."""
    chain = []
    while citation.antecedent is not None and len(chain) < 100:
        citation = citation.antecedent
        chain.append(citation)
        if not isinstance(citation.link, Link) or citation.link.rule == "named_later":
            break
    return chain
