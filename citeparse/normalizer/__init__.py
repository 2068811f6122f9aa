"""Text, ① tokens and ② links → ③ Document: what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from citeparse.document import Document
from citeparse.known import Known
from citeparse.links import Answer
from citeparse.normal import Form, Normal
from citeparse.normalizer import (
    agency,
    back_reference,
    book,
    case,
    code,
    constitution,
    court,
    journal,
    legislative,
    other,
    record,
    rule,
    style,
    support,
)
from citeparse.normalizer._printed import dated, places
from citeparse.normalizer.home import settled
from citeparse.tokens import (
    AgencyToken,
    BookToken,
    ConstitutionToken,
    DocketToken,
    FullCaseToken,
    IdToken,
    JournalToken,
    LegislativeToken,
    OtherToken,
    RecordToken,
    RegulationToken,
    RuleToken,
    SectionToken,
    ShortCaseToken,
    StatuteToken,
    Token,
)

__all__ = ["normalize", "settled"]

FORMS = {
    FullCaseToken: Form(case.canonical, case.authority, merged=case.merged),
    ShortCaseToken: Form(case.canonical, case.authority),
    ConstitutionToken: Form(constitution.canonical, constitution.authority, listed=constitution.listed),
    RecordToken: Form(record.canonical, record.authority),
    JournalToken: Form(journal.canonical, journal.authority, merged=partial(dated, journal.authority)),
    BookToken: Form(book.canonical, book.authority, places, merged=partial(dated, book.authority)),
    LegislativeToken: Form(legislative.canonical, legislative.authority, merged=partial(dated, legislative.authority)),
    AgencyToken: Form(agency.canonical, agency.authority, places, merged=partial(dated, agency.authority)),
    OtherToken: Form(other.canonical, other.authority),
    DocketToken: Form(case.docket_canonical, case.docket_authority, merged=case.docket_merged),
    StatuteToken: Form(code.canonical, code.authority, code.places, code.listed),
    SectionToken: Form(
        code.canonical, back_reference.section_authority, code.places, back_reference.section_listed
    ),
    RegulationToken: Form(code.canonical, code.authority, code.places, code.listed),
    IdToken: Form(back_reference.canonical, back_reference.authority, back_reference.places),
    RuleToken: Form(rule.canonical, rule.authority, places, rule.listed),
}
"""How each kind of token is normalized."""

NORMAL = Normal(FORMS, court.court_of, court.date_of, support.sentence_of, support.quotation_of, style.printed)


def normalize(
    text: str, tokens: Sequence[Token], links: Sequence[Answer], known: Sequence[Known] = ()
) -> Document:
    """Return the document: citations, authorities, canonical forms, derived when they are read.

    ``known`` is what the links into the list of things known beforehand mean.

    >>> from citeparse.resolver import resolve
    >>> from citeparse.tokenizer import tokenize
    >>> text = "42 USC 1983. Id. § 1988."
    >>> tokens = tokenize(text)
    >>> [c.key for c in normalize(text, tokens, resolve(tokens)).citations]
    ['/us/usc/t42/s1983', '/us/usc/t42/s1988']
    """
    return Document(text, tuple(tokens), tuple(links), NORMAL, known=tuple(known))
