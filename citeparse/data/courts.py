"""Courts by the words of a parenthetical: ``2d Cir.``, ``S.D.N.Y.``, ``Tex. App.—Houston [1st Dist.]`` → courts-db id.

Words are folded to a key in which spacing, periods and spelling do not matter (`courts.toml`), and keys are looked
up exactly: what is unknown stays unknown. A department of an intermediate court is not another court (Indigo Book
R12.3.1), so ``Cal. Ct. App. 2d Dist.`` is ``calctapp``.
"""

from __future__ import annotations

from citeparse.data._court_index import CourtIndex, cited, court_words, join, named, tokens_of
from citeparse.data._lazy import lazy

__all__ = ["court_id", "highest_court", "state_code"]

LONGEST = 120
"""More characters name no court."""

_CUT = lazy(r"\s*(?:([—–]|--|\[)|-(?=[A-Z])|,|\(|\s(?=(?:[A-Z][a-z]+\s){1,2}Div(?:\.|ision)))")
"""Where a place or department begins: surely in ``Tex. App.—Houston``, perhaps in ``Sup Ct, Kings County``."""

_PAGE_MARK = lazy(r"\s-\s?[0-9]{1,3}\s?-\s")
"""The number of a page that breaks within the words: ``1st -13- Cir.``"""

_RULES = (
    (lazy(r"(?:us)?(?:c?ca|ctapp|circtapp)([0-9]{1,2})(?:cir)?"), r"\1cir"),  # CA9, C.C.A.2
    (lazy(r"(?:us)?([0-9]{1,2}|fed|dc)circtapp"), r"\1cir"),  # Second Circuit Court of Appeals
    (lazy(r"(?:us)?ctapp((?:[0-9]{1,2}|fed|dc)cir)"), r"\1"),  # U.S. Court of Appeals, 9th Circuit
    (lazy(r"(?:bap|bankrapppanel)([0-9]{1,2})(?:cir)?"), r"\1cirbap"),  # B.A.P. 9th Cir.
    (lazy(r"([0-9]{1,2})cirbankrapppanel"), r"\1cirbap"),
    (lazy(r"(?:us)?bankr(?:ct)?([nsewmc]?d[a-z0-9]+)"), r"bankr\1"),  # U.S. Bankruptcy Court, D. Mass.
    (lazy(r"([nsewmc]?d[a-z0-9]+?)bankr(?:ct)?"), r"bankr\1"),  # S.D.N.Y. Bankr.
    (lazy(r"(?:us)?circt([nsewmc]?d[a-z0-9]+)"), r"cc\1"),  # Cir. Ct. D. Mass.
    (lazy(r"(?:us)?dct([nsewmc]?d[a-z0-9]+)"), r"\1"),  # U.S. District Court, D. Mass.
    (lazy(r"dc([nsewmc]?d[a-z0-9]+)"), r"\1"),  # D.C.D. Mass., D.C.S.D.N.Y.
    (lazy(r"dc([a-z]{2,8})"), r"d\1"),  # D.C.N.J.
)
"""General forms of federal courts, as patterns of the whole key."""

_OHIO = lazy(r"[0-9]{1,2}d[a-z]{3}")
"""``8th Dist. Cuyahoga``: an appellate district of Ohio with its county (Ohio Writing Manual 1.1)."""


def court_id(words: str, *, year: int | None = None, state: str | None = None) -> str | None:
    """Return the courts-db id of the court that the words name, or None.

    The year tells courts of one name apart; ``state`` (postal code or abbreviation) is the state that the
    reporter shows, so that ``Ct. App.`` names its court (Indigo Book R12.3.1).

    >>> court_id("2d Cir."), court_id("Tex. App.—Houston [1st Dist.]"), court_id("Ct. App.", state="WI")
    ('ca2', 'texapp', 'wisctapp')
    >>> court_id("West") is None
    True
    """
    if not words or len(words) > LONGEST:
        return None
    if "-" in words:
        words = _PAGE_MARK.sub(" ", words)
    prefix = _state_key(state) if state else ""
    for index in (cited, named):
        found = _look_up(index(), words, prefix)
        if found:
            return found[0] if len(found) == 1 else _in_time(found, year)
    return None


def highest_court(state: str) -> str | None:
    """Return the court that a parenthetical with a year alone means, for the official reports of a state.

    >>> highest_court("NY"), highest_court("Wis.")
    ('ny', 'wis')
    """
    prefix = _state_key(state)
    found = cited().ids.get(prefix) if prefix else None
    return found[0] if found else None


def state_code(words: str) -> str | None:
    """Return the postal code of a state or territory: ``Wis.`` → ``WI``.

    >>> state_code("N. Mex."), state_code("Tex. App.")
    ('NM', None)
    """
    key = join(tokens_of(words))
    return next((code for code, folded in court_words().states.items() if folded == key), None)


def _look_up(index: CourtIndex, words: str, prefix: str) -> tuple[str, ...] | None:
    """Try the words, then what stands before a place or department."""
    cut = _CUT.search(words, 1)
    if cut is None:
        return _by_tokens(index, tokens_of(words), prefix)
    before = words[: cut.start()]
    for reading in (before, words) if cut.group(1) else (words, before):
        found = _by_tokens(index, tokens_of(reading), prefix)
        if found:
            return found
    return None


def _by_tokens(index: CourtIndex, tokens: list[str], prefix: str) -> tuple[str, ...] | None:
    """Try all tokens, then fewer while those after them name only a part of the court or its sitting."""
    found = _by_key(index, tokens, prefix)
    parts = court_words()
    place = any(token in parts.places for token in tokens)
    department = False
    for end in range(len(tokens) - 1, -1, -1):
        if found:
            return found
        token = tokens[end]
        if token.isdecimal() or token in parts.departments:
            department = True
        elif token not in parts.sittings and not place:
            break
        stem = tokens[:end]
        if department and prefix + "".join(stem) in parts.keys:
            return _intermediate(index, prefix + "".join(stem))
        found = _by_key(index, stem, prefix) if stem else None
    return found


def _intermediate(index: CourtIndex, state: str) -> tuple[str, ...] | None:
    """Return the court whose districts or departments a state numbers: ``Ill. 2d Dist.``, ``N.Y. 1st Dept``."""
    for court in (court_words().intermediate.get(state, "ctapp"), "appct", "dctapp"):
        found = index.ids.get(state + court)
        if found:
            return found
    return None


def _by_key(index: CourtIndex, tokens: list[str], prefix: str) -> tuple[str, ...] | None:
    """Look up one list of tokens: in the state of the reporter, as it stands, in a general form, without ``court``."""
    key = join(tokens)
    if prefix and (found := index.ids.get(prefix + key)):
        return found
    if found := index.ids.get(key):
        return found
    for pattern, form in _RULES:
        match = pattern.fullmatch(key)
        if match and (found := index.ids.get(match.expand(form))):
            return found
    loose = join([token for token in tokens if token != "ct"])
    if prefix and (found := index.loose.get(prefix + loose)):
        return found
    return index.loose.get(loose) or (index.ids.get("ohioctapp" + key) if _OHIO.match(key) else None)


def _in_time(found: tuple[str, ...], year: int | None) -> str | None:
    """Return the one court that sat in that year."""
    dates = cited().dates
    if year is None:
        return None
    sat = [i for i in found if (dates[i][0] or "0000")[:4] <= str(year) <= (dates[i][1] or "9999")[:4]]
    return sat[0] if len(sat) == 1 else None


def _state_key(state: str) -> str:
    known = court_words().states
    if state in known:
        return known[state]
    key = join(tokens_of(state))
    return key if key in court_words().keys else ""


