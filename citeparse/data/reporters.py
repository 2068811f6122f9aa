"""Reporters: which spellings name which series, and what a series alone tells of court and state.

The tables are reporters-db's `reporters.json` and `journals.json`, with our own `reporters.toml` (further
spellings, spellings that do not count, slugs), `reporter_courts.toml` and `nominative.toml`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from citeparse.data._editions import LETTERS, UNSPACED, Edition, Editions, journals, nominative, reporters
from citeparse.data._files import table
from citeparse.data._lazy import lazy
from citeparse.data._names import fold, fold_all

__all__ = [
    "Edition",
    "choose",
    "edition",
    "homonyms",
    "in_full",
    "journal_names",
    "names",
    "official",
    "or_homonyms",
    "plausible",
    "unnumbered_names",
]

_WORD = lazy(r"(?<=[a-z.'’])(?<!Mc)(?<!Mac)(?=[A-Z&(])")
"""Where blanks were between the words of a spelling: ``Wallace R.``"""

SHORT = 2
"""A name of so few letters and digits must be printed with its own capitals."""


def names() -> Iterable[tuple[str, Editions]]:
    """Yield every name that may follow a volume number, folded, with the editions it may mean, likeliest first."""
    return reporters().folded.items()


def journal_names() -> Iterable[tuple[str, Editions]]:
    """Yield the same for journals."""
    return journals().folded.items()


@functools.cache
def in_full() -> frozenset[str]:
    """Return the folded names of states, which are reporters only after the name of a case: ``27 Kansas, 314``."""
    return frozenset(fold_all(list(table("reporters.toml")["in_full"])))


def unnumbered_names() -> Iterator[tuple[str, Editions]]:
    """Yield the spellings that may stand without a volume: ``T.C. Memo.``, ``Fed. Sec. L. Rep. (CCH)``.

    Reports of one volume are among them whose name is a surname: ``Crabbe, 138``.
    """
    for spelling, editions in reporters().exact.items():
        kept = tuple(e for e in editions if e.unnumbered)
        if kept and len(fold(spelling)) > SHORT:
            yield _WORD.sub(" ", spelling), kept
            yield kept[0].standard, kept


def edition(name: str, volume: str | None = None, year: int | None = None) -> Edition | None:
    """Return the series of a slug or standard abbreviation; volume and year choose among those abbreviated alike.

    >>> edition("Ohio", volume="2002").slug, edition("Ohio", volume="17").slug
    ('ohio-neutral', 'ohio')
    """
    for spellings in (reporters(), journals()):
        found = spellings.standards.get(name)
        if found is not None:
            return (choose(found, year, volume=volume) or found)[0]
        if name in spellings.slugs:
            return spellings.slugs[name]
    return None


def plausible(printed: str, editions: Editions) -> Editions:
    """Return which of the editions of one folded name the printed words can mean.

    An exact spelling decides. Else capitals must agree for short names, and a name that is also a word or an
    ordinary abbreviation needs its exact spelling: ``10 Me. 5`` cites, ``10 me 5`` does not.

    >>> [e.standard for e in plausible("Me.", dict(names())["me"])]
    ['Me.', 'ME']
    >>> plausible("me", dict(names())["me"])
    ()
    """
    spellings = journals() if editions[0].cite_type == "journal" else reporters()
    found = spellings.exact.get(printed)
    if found is not None:
        return found
    words = printed.translate(UNSPACED)
    found = spellings.exact.get(words) or spellings.exact.get(words.rstrip(".") if words[-1:] == "." else words + ".")
    if found is not None and "." in words:
        return found
    shape = words.translate(LETTERS)
    if shape.lower() in spellings.exact_only:
        return ()
    found = spellings.shapes.get(shape)
    if found is not None:
        return found
    capital = shape.isupper() if len(shape) == SHORT + 1 else shape[:1].isupper()
    return editions if len(shape) > SHORT and capital else ()


def choose(
    editions: Editions, year: int | None = None, court: str | None = None, volume: str | None = None,
) -> Editions:
    """Narrow editions that are spelled alike: by volume, then by date, then by court.

    The volume of a neutral citation is a year (Indigo Book R11.7.3). Several remain where the text does not decide.

    >>> [e.slug for e in choose(plausible("Wash.", dict(names())["wash"]), year=1795)]
    ['wash-va']
    """
    if volume is not None:
        editions = _by_volume(editions, volume)
        if len(editions) > 1:
            editions = tuple(e for e in editions if _has_volume(e, volume)) or editions
    if len(editions) > 1 and year is not None:
        editions = tuple(e for e in editions if _in_print(e, year)) or editions
    if len(editions) > 1 and court is not None:
        editions = tuple(e for e in editions if e.court == court) or editions
    return editions


def official(series: Edition, volume: int) -> tuple[str, int] | None:
    """Return official reporter and volume of a nominative one: 1 Cranch is 5 U.S. (Indigo Book T1, T3).

    >>> official(edition("cranch"), 1)
    ('U.S.', 5)
    """
    row = nominative().get(series.slug)
    if row is not None:
        for first, last, start in row[1]:
            if first <= volume <= last:
                return row[0], start + volume - first
    return None


def _by_volume(editions: Editions, volume: str) -> Editions:
    """Keep neutral citations for volumes that are years, where both are possible prefer them."""
    yearly = len(volume) == 4 and volume.isdecimal() and "1750" <= volume <= "2100"
    neutral = tuple(e for e in editions if e.cite_type == "neutral")
    if not neutral:
        return editions
    return neutral if yearly else tuple(e for e in editions if e.cite_type != "neutral")


def homonyms(printed: str) -> Editions:
    """Return the further series for which the standard abbreviation of one is printed, too.

    >>> [e.slug for e in homonyms("How.")], homonyms("F.3d")
    (['howard'], ())
    """
    return reporters().homonyms.get(printed.translate(UNSPACED), ())


def or_homonyms(editions: Editions, others: Editions, year: int | None, court: str | None) -> Editions:
    """Return the homonyms where date or court exclude all the series of which it is the abbreviation, else these.

    >>> known = plausible("How.", dict(names())["how"])
    >>> [e.slug for e in or_homonyms(known, homonyms("How."), 1840, "miss")]
    ['howard']
    >>> or_homonyms(known, homonyms("How."), 1850, "scotus") == known
    True
    """
    if any(_possible(e, year, court) for e in editions):
        return editions
    return tuple(e for e in others if _possible(e, year, court)) or editions


def _possible(series: Edition, year: int | None, court: str | None) -> bool:
    """Whether date and court, as far as both are known, are those of a series."""
    return (year is None or _in_print(series, year)) and (court is None or series.court in (None, court))


def _has_volume(series: Edition, volume: str) -> bool:
    """Whether a nominative reporter has so many volumes; of others it is not known."""
    row = nominative().get(series.slug)
    return row is None or not volume.isdecimal() or any(first <= int(volume) <= last for first, last, _ in row[1])


def _in_print(series: Edition, year: int) -> bool:
    return (series.start is None or series.start <= year) and (series.end is None or year <= series.end)
