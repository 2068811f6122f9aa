"""Words for the keys of laws: codes, session laws, constitutions, rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from citeparse.data import codes, constitutions, court_rules, session_laws
from citeparse.data.court_names import court_name
from citeparse.keys._key import Key, named
from citeparse.normalizer.constitution import roman

__all__ = ["charter", "code", "rule", "session_law"]


def _marked(steps: Iterable[str]) -> Mapping[str, str]:
    """Take steps apart by the words before their numbers: ``t42`` is ``{"t": "42"}``."""
    found: dict[str, str] = {}
    for step in steps:
        mark = next((mark for mark in _MARKS if step.startswith(mark) and step[len(mark) :][:1].isalnum()), "")
        found.setdefault(mark, step[len(mark) :])
    return found


_MARKS = ("art", "amd", "par", "pt", "ch", "cl", "s", "t", "r")


def code(key: Key) -> Iterator[str]:
    """``/us/usc/t42/s1983``, ``/us/cfr/t21/pt133``, ``/us-ny/code/penal-law/s70.00``, ``/us/act/…``."""
    path = "/".join((key.place, key.family, *key.rest))
    for row in codes.codes():
        if path.startswith(f"{row.path}/"):
            yield from _in_code(row, path[len(row.path) + 1 :].split("/"))
    if key.family == "act" and key.rest:
        name = named(key.rest[0])
        yield from (f"{name} § {step[1:]}" for step in key.rest[1:2])
        yield name


def _in_code(row: codes.Code, steps: list[str]) -> Iterator[str]:
    """Fill the form of a code; a slash in a section is a hyphen in its key."""
    note = " note" if steps[-1] == "note" else ""
    found = _marked(steps[:-1] if note else steps)
    section = found.get("s", "").replace("...", " to ") + note
    title = found.get("t", "")
    for name in (row.standard, f"{row.standard} {found.get('', '').upper()}"):
        form = row.form.replace(row.standard, name)
        if "art" in found:
            yield f"{name} art. {found['art']}, § {section}"
        if not section:
            form = f"{form.partition('§')[0].partition(' ch. {')[0].strip(' ,')} {_division(found)}"
        form = form.replace("§", ("app. " if title.endswith("a") else "") + ("§§" if " to " in section else "§"))
        form = form.replace("¶ ", "¶¶ ") if " to " in section else form
        form = form.replace("{title}", title.removesuffix("a")).replace("{chapter}", found.get("ch", ""))
        for number in (section, section.replace("-", "/", 1)):
            yield form.replace("{section}", number).strip(" ,")


def _division(found: Mapping[str, str]) -> str:
    """``pt. 133``, ``ch. 7``."""
    return next((f"{mark}. {found[mark]}" for mark in ("pt", "ch") if mark in found), "")


def session_law(key: Key) -> Iterator[str]:
    """``/us/pl/111/148``, ``/us/stat/124/119``, ``/us-ma/session/mass-acts/2014/ch284/s91``."""
    path = "/".join((key.place, key.family, *key.rest))
    for series in session_laws.all_series():
        if not path.startswith(f"{series.path}/"):
            continue
        volume, *below = path[len(series.path) + 1 :].split("/")
        found = _marked(below)
        page = below[0] if below else ""
        section = f", § {found['s']}" if "s" in found else ""
        yield f"{series.standard} {volume}-{page}" if page else f"{series.standard} {volume}"
        yield f"{volume} {series.standard} {page}"
        yield from (f"{volume} {series.standard} {word} {found.get('ch')}{section}" for word in ("ch.", "No."))


def charter(key: Key) -> Iterator[str]:
    """``/us/const/amd14/s1``."""
    word = "Const." if key.family == "const" else "Decl. of Rights"
    found = _marked(key.rest)
    divisions = ", ".join(f"{words} {_numeral(mark, found[mark])}" for mark, words in _DIVISIONS if mark in found)
    series = constitutions.charter_series(key.place, word)
    yield f"{series} pmbl." if "pmbl" in key.rest else f"{series} {divisions}"


def _numeral(mark: str, number: str) -> str:
    """Articles and amendments have Roman numerals, letters after them aside."""
    digits = number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return roman(int(digits)) + number[len(digits) :] if mark in ("art", "amd") and digits.isdigit() else number


_DIVISIONS = (
    ("pt", "pt."), ("ch", "ch."), ("art", "art."), ("amd", "amend."), ("s", "§"), ("cl", "cl."), ("par", "para."),
)


def rule(key: Key) -> Iterator[str]:
    """``/us/rule/frcp/r56``, ``/us-nysd/rule/local-civ/r56.1``."""
    *sets, number = key.rest
    path = "/".join(("", key.place, "rule", *sets))
    court = (court_name(key.place[3:]) or "").removesuffix(" Cir.")
    for rules in dict.fromkeys(rules for _, rules in court_rules.rule_names() if rules.key):
        if path == rules.key or (rules.court and path == rules.key.replace("/us/", f"/{key.place}/", 1)):
            sign = f"{rules.sign} " if rules.sign else ""
            yield f"{court if rules.court else ''} {rules.series} {sign}{number[1:]}".strip()
    yield f"{sets[0].removesuffix('-r').upper() if sets else 'SEC'} Rule {number[1:]}"
