"""Text → ① tokens: what the text says, place by place."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from citeparse.tokenizer._build import build
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule, Scanner
from citeparse.tokenizer.agency import AGENCY_DOCUMENT, AGENCY_MANUAL, AGENCY_SERIES, ATTORNEY_GENERAL
from citeparse.tokenizer.back_reference import ID, REFERENCE, SUPRA
from citeparse.tokenizer.book import BOOK, RESTATEMENT
from citeparse.tokenizer.case import CASE
from citeparse.tokenizer.code_act import ACT
from citeparse.tokenizer.code_division import DIVISION
from citeparse.tokenizer.code_lists import continue_lists
from citeparse.tokenizer.constitution import CONSTITUTION
from citeparse.tokenizer.docket import DOCKET
from citeparse.tokenizer.docket_cited import LOUISIANA, MISSISSIPPI
from citeparse.tokenizer.footnote import read_footnotes
from citeparse.tokenizer.journal import ANNOTATION, JOURNAL, JOURNAL_WORDS, NEWSPAPER
from citeparse.tokenizer.legislative import BILL, CONGRESS_RECORD, GLOBE, HEARING, REPORT, RESEARCH
from citeparse.tokenizer.other import CROSS_REFERENCE, PATENT, PATENT_SHORT, TREATY, WEB
from citeparse.tokenizer.record import RECORD
from citeparse.tokenizer.rule import COURT_RULE
from citeparse.tokenizer.section import SECTION
from citeparse.tokenizer.session_law import SESSION_LAW
from citeparse.tokenizer.statute import STATUTE
from citeparse.tokenizer.structure import attach
from citeparse.tokenizer.treatise import DICTIONARY, EDITION_BOOK, PAGE_BOOK, TREATISE
from citeparse.tokenizer.unnumbered import UNNUMBERED
from citeparse.tokenizer.volume_id import read_volumes
from citeparse.tokens import Token

__all__ = ["RULES", "Anchor", "Hit", "Rule", "tokenize"]

RULES: tuple[Rule, ...] = (
    AGENCY_SERIES,
    AGENCY_DOCUMENT,
    AGENCY_MANUAL,
    ATTORNEY_GENERAL,
    REPORT,
    BILL,
    CONGRESS_RECORD,
    GLOBE,
    RESEARCH,
    HEARING,
    ANNOTATION,
    JOURNAL,
    JOURNAL_WORDS,
    NEWSPAPER,
    BOOK,
    RESTATEMENT,
    TREATISE,
    EDITION_BOOK,
    PAGE_BOOK,
    DICTIONARY,
    TREATY,
    PATENT,
    PATENT_SHORT,
    WEB,
    CROSS_REFERENCE,
    CASE,
    UNNUMBERED,
    LOUISIANA,
    MISSISSIPPI,
    STATUTE,
    ACT,
    DIVISION,
    SESSION_LAW,
    CONSTITUTION,
    COURT_RULE,
    RECORD,
    SECTION,
    DOCKET,
    ID,
    SUPRA,
    REFERENCE,
)
"""All rules; of two cores that begin alike and are equally long the earlier rule's is kept."""


@functools.lru_cache(maxsize=8)
def scanner(rules: tuple[Rule, ...] = RULES) -> Scanner:
    """Build the scan of a table of rules on first use."""
    return Scanner(rules)


def tokenize(text: str, rules: tuple[Rule, ...] = RULES, known: Sequence[Token] = ()) -> tuple[Token, ...]:
    """Return every citation of the text as it is printed, in order.

    ``rules`` is the table to read with: ``(*RULES, MINE)`` adds a rule. Keep one tuple: its scan is built once.
    ``known`` are full citations that short forms of the text may lean on (``Lynch at 468``), cited elsewhere.

    >>> [t.text for t in tokenize("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")]
    ['258 F.3d 62', 'Id.']
    """
    hits = attach(text, read_volumes(text, continue_lists(text, list(scanner(rules).scan(text)))), known)
    return build(text, hits, read_footnotes(text) if hits else ())
