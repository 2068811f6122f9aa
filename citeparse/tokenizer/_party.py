"""Which words can be parties of a case: the words before a citation, one by one (Indigo Book R11).

A party ends where a sentence, a quotation or a list does, and at a word that nobody is called by.
"""

from __future__ import annotations

from citeparse.data.case_names import name_words

__all__ = ["MARKS", "OPENING", "dated", "ends_sentence", "first_word", "is_party", "procedural", "versus_of"]

MARKS = "*_"
"""Italics as marked in plain text."""
OPENING = "“\"‘'([{<«—–-"
"""What may stand right before a name."""
SHORT, FEW = 6, 4
"""An unknown word of so few letters, or one that so few others follow, may be abbreviated in the party after ``v.``"""

_SIGNALS = frozenset({"see", "cf", "accord", "but", "id", "compare"})
_SIGNALS_BEFORE = frozenset({"see", "cf", "also", "accord", "compare", "e.g", "citing", "quoting", "in", "generally"})
_VERSUS = frozenset({"v.", "v", "vs.", "vs", "V.", "VS.", "v.s.", "v.,"})
_BEFORE_DEFENDANT = (["v."], ["vs."])
_PROCEDURAL = frozenset({"re", "parte"})
_CLOSES = (";", ":", ")", "]", "”", '"', "—", "!", "?", "»")
FOUR_DIGITS = 4
_NOTE_DIGITS = "0123456789"
_BEFORE_NOTE = ("”", '"', "),", ").")
_MOST_IN_BRACKETS = 6
_MOST_BEFORE_IN = 10
_AND = ("&", "and")
_TITLES = frozenset({"justice", "judge", "chancellor", "mr", "sir", "lord", "j"})


def versus_of(words: list[str]) -> int | None:
    """Return the index of the last ``v.`` that stands between words."""
    for i in range(len(words) - 2, 0, -1):
        if words[i] in _VERSUS or words[i].strip(MARKS) in _VERSUS:
            return i
    return None


def is_party(words: list[str], first: int, *, whole: bool) -> bool:
    """Whether all words from ``first`` on can be the party after ``v.``: no prose, no end of a sentence."""
    table = name_words()
    if words[first].strip(MARKS + ",.").lower() in _SIGNALS:
        return False  # ``Griffin V. See 24 N.W.3d at 251``: the letter is a number, and a sentence begins
    last = len(words) - 1
    depth = 0
    for i in range(first, last + 1):
        word = words[i].strip(MARKS)
        if "(" in word or ")" in word:
            depth += word.count("(") - word.count(")")
            if dated(word):
                return False
        if word[-1:] in ";:":
            return False
        following = words[i + 1] if i < last else ""
        if word[-1:] in ".?!" and following[:1].isupper() and not _abbreviation(word) and (
            not whole or (len(word) > SHORT and (last - i > FEW or following.lower() in table.leads))
        ):
            return False
        if depth or not word[:1].islower() or not word.islower() or words[i - 1].endswith("-"):
            continue
        small = word.rstrip(",")
        if small not in table.connectors and small not in table.suffixes and not _represented(words, i, small):
            return False
    return depth == 0


def first_word(words: list[str], last: int) -> int | None:
    """Return the index of the first word of the party that ends at ``last``, or None when there is none."""
    connectors, leads = name_words().connectors, name_words().leads
    first: int | None = None
    i = last
    while i >= 0:
        word = words[i]
        bare = word.strip(MARKS).lstrip(OPENING)
        if ")" in word and (opened := _bracket(words, i)) is not None:
            i = opened - 1
            continue
        if not bare or (i < last and _breaks(words, i, bare)):
            break
        lower = bare.rstrip(",").lower()
        before = words[i - 1] if i else ""
        if lower in _PROCEDURAL and before.strip(MARKS + OPENING).lower() in ("in", "ex"):
            return i - 1
        small = bare[0].islower() and bare.islower()
        if small and lower not in connectors and not _may_be_small(words, i, lower):
            break
        if not small and lower in leads and _leads(words, i, lower, last=i == last):
            break
        begins = bare[0].isalpha() or bare[0] in "$&#" or (bare[0].isdigit() and (first is not None or i < last))
        if begins and not small:
            first = i
        if word[0] in OPENING and bare[0] != "&" and not _quotes(words, i, last):
            break
        i -= 1
    if first is not None and words[first].strip(MARKS) in ("&", "v."):
        first += 1
    return _with_in_the(words, first, last)


def procedural(words: list[str], first: int) -> bool:
    """Whether a name begins with a procedural phrase: ``In re``, ``Matter of``."""
    return " ".join(words[first:]).lstrip(MARKS + OPENING).lower().startswith(name_words().phrases)


def _quotes(words: list[str], first: int, last: int) -> bool:
    """Whether a quotation inside the party opens at word ``first``: ``Book Named "Memoirs" v. Attorney General``."""
    return words[first][0] in '“"' and any(word.rstrip(",.")[-1:] in '”"' for word in words[first : last + 1])


def _may_be_small(words: list[str], i: int, lower: str) -> bool:
    """Whether word ``i``, in small letters and no connector, can stand in a name."""
    before = words[i - 1] if i else ""
    if before.endswith("-") or (lower in name_words().suffixes and before.endswith(",")):
        return True
    return _after_signal(words, i) if lower == "in" else _represented(words, i, lower)


def _represented(words: list[str], i: int, lower: str) -> bool:
    """``A.R.L. by & through Loveland``: a party and the one who acts for it."""
    if lower == "through":
        return i > 1 and words[i - 1] in _AND and words[i - 2] == "by"
    return lower == "by" and words[i + 1 : i + 2] != [] and words[i + 1] in _AND and words[i + 2 : i + 3] == ["through"]


def _after_signal(words: list[str], i: int) -> bool:
    """``See Citizens for Resp. & Ethics in Wash. v. FEC``: a name alone can stand between a signal and ``in``.

    Elsewhere ``in`` belongs to the prose: ``the Ninth Circuit in Wattenburg v. United States``.
    """
    table = name_words()
    if i + 1 == len(words):
        return False
    for j in range(i - 1, max(-1, i - _MOST_BEFORE_IN), -1):
        bare = words[j].strip(MARKS).lstrip(OPENING)
        lower = bare.rstrip(",.").lower()
        if lower in _SIGNALS_BEFORE and lower != "in":
            return j < i - 1
        if lower in _TITLES or (bare in _VERSUS and not _VERSUS.isdisjoint(words[i + 1 :])):
            return False  # ``See Justice Story in Folsom v. Marsh``
        named = bare[:1].isupper() and lower not in table.leads and (bare[-1].isalpha() or _abbreviation(bare))
        if not named and bare not in table.connectors:
            return False
    return False


def _leads(words: list[str], i: int, lower: str, *, last: bool) -> bool:
    """Whether word ``i``, which begins sentences, does so here.

    Not before ``v.`` (``See v. City of Seattle``), not in ``First Am. Title Co.`` and ``See Our Lady of Guadalupe``,
    and ``Court``, ``Holding`` or ``Our`` not after a name: ``Harris County Commissioners Court``, ``TCPIP Holding Co.``
    """
    if lower == "the" or (last and (lower == "i" or words[i + 1 : i + 2] in _BEFORE_DEFENDANT)):
        return False
    table = name_words()
    before = words[i - 1] if i else ""
    if lower in table.ordinals:
        company = words[i + 1 : i + 2] != [] and words[i + 1].lower().rstrip(",.") in table.companies
        return last or (words[i].endswith(",") and not company)  # ``Speech First, Inc.``
    if lower in table.named_leads and before.strip(MARKS + OPENING + ",.").lower() in _SIGNALS_BEFORE:
        return last
    named = before[:1].isupper() and before[-1:].isalpha() and before.lower() not in table.leads
    return not (named and lower in table.inner_leads)


def _bracket(words: list[str], last: int) -> int | None:
    """Return the index of the word that opens ``(Puerto Rico)``, ``(TOC),`` inside a name; None for a date or court."""
    for i in range(last, max(-1, last - _MOST_IN_BRACKETS), -1):
        word = words[i]
        if ")" in word and word[-5:].strip("),.").isdigit():
            return None
        if word[0] == "(":
            named = i > 0 and word[1:2].isupper() and words[i - 1][:1].isupper()
            return i if named and words[last].rstrip(",.").endswith(")") else None
    return None


def _breaks(words: list[str], i: int, bare: str) -> bool:
    """Whether the name cannot go on leftwards over word ``i``: a sentence, a quotation or a list ends there."""
    if bare[-1].isalpha():
        return bare.endswith("See") and bare != "See"
    table = name_words()
    following = words[i + 1].strip(MARKS).lower()
    if bare[-1] in ",!?" and not table.suffixes.isdisjoint((following, following.rstrip(","), following.rstrip(",."))):
        return dated(bare)  # ``Yahoo! Inc.``, ``Rockefeller, Inc.``
    if bare.endswith(_CLOSES) or dated(bare):
        return True
    if bare[-1].isdigit() and bare.rstrip(_NOTE_DIGITS).endswith(_BEFORE_NOTE):
        return True
    if bare[-1] == ".":
        going_on = following == "&" or following in table.connectors or following.rstrip(",.") in table.companies
        return not (going_on or _abbreviation(bare))
    listed = any(w in ("&", "and", "&c.") for w in words[max(0, i - 2) : i + 5])
    return bare[-1] == "," and not listed and not _chapter(words, i)


def _chapter(words: list[str], i: int) -> bool:
    """Whether a comma stands beside the part of a union: ``Lodge No. 76, Int'l Ass'n``, ``Ass'n, Local 5, AFL-CIO``."""
    near = words[max(0, i - 2) : i] if words[i].rstrip(",").isdigit() else words[i + 1 : i + 2]
    return any(word.rstrip(".,").lower() in name_words().chapters for word in near)


def ends_sentence(word: str, *, whole: bool) -> bool:
    """Whether the period before a citation ends a sentence; before a full one a short unknown word is abbreviated."""
    return not _abbreviation(word) and (not whole or len(word) > SHORT + 1 or word[-2:-1] in (")", "]"))


def dated(word: str) -> bool:
    """``1992),``: what closes the citation before."""
    bare = word.rstrip(".,")
    return bare[-1:] == ")" and len(bare) > FOUR_DIGITS and bare[-5:-1].isdigit()


def _abbreviation(word: str) -> bool:
    """Whether the period of ``Corp.``, ``Mfrs.``, ``U.S.`` or ``J.`` ends no sentence."""
    stem = word.rstrip(".,").lower().replace("’", "'").lstrip('“"(‘[')
    if "-" in stem:
        stem = stem[stem.rindex("-") + 1 :]
    abbreviations = name_words().abbreviations
    plural = word[0].isupper() and len(stem) > 3 and stem[-1] == "s"
    if stem in abbreviations or (plural and stem[:-1] in abbreviations):
        return True
    return ("." in stem and stem.replace(".", "").isalpha()) or ("'" in stem and not stem.endswith("'s"))


def _with_in_the(words: list[str], first: int | None, last: int) -> int | None:
    """Take ``In the`` before ``Matter of`` and the like."""
    if first is None or first > last:
        return None
    if first >= 2 and words[first].lower() in ("matter", "interest", "marriage", "estate") and [
        w.strip(MARKS).lower() for w in words[first - 2 : first]
    ] == ["in", "the"]:
        return first - 2
    return first
