"""Reports cited without a volume: ``T.C. Memo. 2019-123``, ``Ann. Cas. 1915B 261``, ``Crabbe, 138``.

Indigo Book T1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citeparse.data import reporters
from citeparse.data._lazy import lazy
from citeparse.data.reporters import Edition
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._scan import Anchor, Rule
from citeparse.tokens import AgencyToken, FullCaseToken

__all__ = ["UNNUMBERED"]

_NUMBER = lazy(
    r"""
    [\s,]{0,4}(?:
        (?:No\.\s)?(?P<volume>(?:1[789]|20)[0-9]{2})[-–](?P<page>[0-9]{1,4})      # T.C. Memo. 2019-123
      | (?P<annual>1[89][0-9]{2}\s?[A-F])[,\s]{1,3}(?P<leaf>[0-9]{1,4})            # Ann. Cas. 1915B 261
    )(?![0-9A-Za-z])
    """,
    re.VERBOSE,
)
_PARAGRAPH = lazy(
    r"[\s,]{0,4}(?:\(?[A-Z][A-Za-z. ]{1,12}\)?\s)?(?:(?:¶|P|[Pp]ara?\.)\s?)?"
    r"(?P<page>[0-9]{1,3},[0-9]{3}|[0-9]{4,6}(?:\.[0-9]{1,3})?)[A-Z]?(?![0-9A-Za-z])",
)
"""``Fed. Sec. L. Rep. (CCH) ¶ 98,765``, ``Unemployment Ins. Rep. (Ala.) ¶ 1950.74``; some print ``P`` for ``¶``."""
_PAGE = lazy(
    r"""
    ,?\s{1,3}
    (?:\((?:Ed\.\s)?(?P<year>(?:1[6-9]|20)[0-9]{2}),?\)\s{1,3})?
    (?:p\.\s)?(?P<page>[0-9]{1,4}[a-z]?)(?![0-9A-Za-z]|[-–:.,][0-9]|\s{1,3}[A-Z])
    """,
    re.VERBOSE,
)
"""``Crabbe, 138``; ``Mass. App. Div. Adv. Sh. (1979) 219``."""
_BEFORE = lazy(r"(?:\A|[,;]\s{1,4}|\()\Z")
_DATED = lazy(r"\s{1,3}\([^()]{0,40}(?:1[6-9]|20)[0-9]{2}\)|\.?\s*\Z")
_ENDS = lazy(r"\s{0,3}(?:[(),.;]|\Z)")
_ANNUAL = ("Ann. Cas.", "L.R.A.")
"""Reports cited by year and letter, which stand after the name: ``Ann. Cas. 1915B 261``."""


def names() -> Iterable[tuple[str, tuple[Edition, ...]]]:
    """Yield the names that may stand without a volume."""
    yield from reporters.unnumbered_names()
    for name in _ANNUAL:
        series = reporters.edition(name)
        if series is not None:
            yield name, (series,)


def read(anchor: Anchor) -> Hit | None:
    """``T.C. Memo. 2019-123`` (Indigo Book T1): the year or a paragraph stands for the volume."""
    text, start, _, end, _, row = anchor
    if not reporters.plausible(text[start:end], row):
        return None
    number = _NUMBER.match(text, end)
    if number is not None:
        names = (("volume", "volume"), ("page", "page"), ("annual", "volume"), ("leaf", "page"))
        parts = {part: number.span(name) for name, part in names if number.group(name) is not None}
        return _hit(anchor, number.end(), parts)
    if any(series.paragraphs for series in row):
        found = _PARAGRAPH.match(text, end)
        if found is not None:
            return _hit(anchor, found.end(), {"page": found.span("page")})
    return _single(anchor) if any(series.single for series in row) else None


def _single(anchor: Anchor) -> Hit | None:
    """``Crabbe, 138 (E.D. Pa. 1837)``: reports of one volume, whose names may be words and surnames of other texts."""
    text, start, _, end, _, _ = anchor
    found = _PAGE.match(text, end)
    if found is None or not _BEFORE.search(text, max(0, start - 6), start):
        return None
    word = text[start:end].rstrip(",").isalpha()
    if not (_DATED if word else _ENDS).match(text, found.end()):
        return None
    hit = _hit(anchor, found.end(), {"page": found.span("page")})
    if found.group("year"):
        hit.date = found.span("year")
    return hit


def _hit(anchor: Anchor, end: int, parts: dict[str, tuple[int, int]]) -> Hit:
    series = anchor.row[0]
    form = AgencyToken if series.kind == "agency" else FullCaseToken
    return Hit(form, anchor.start, end, {"reporter": (anchor.start, anchor.end), **parts}, series.standard)


UNNUMBERED = Rule(name="unnumbered", read=read, named=names)
