"""Prints and reads again citations made of every kind: ``python -m benchmarks.roundtrip --count 200000``.

For each it checks that the standard form parses to an equal key, authority and pins, that the standard form of that
is itself, that another spelling has the same key, that the key gives the authority, and that plain data and back gives
the same. It prints, kind by kind,
how many were made, of how many all claims hold, how many were not read as one citation, and what failed.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import made
from citeparse import Citation, CitationSyntaxError, Document, Pin, cite, from_key
from citeparse.convert import authority_from_dict, authority_to_dict

__all__ = ["check", "main", "reprinted"]

CLAIMS = ("unread", "unprintable", "key", "authority", "pins", "idempotence", "spelling", "from key", "data")


def check(text: str, r: random.Random) -> tuple[str, str] | None:
    """Return the claim that does not hold of a citation and what was seen instead, or None."""
    try:
        one = cite(text)
    except CitationSyntaxError as error:
        return "unread", error.message
    return reprinted(one) or _spelling(text, one.key, r) or _from_keys(one) or _data(one.document)


def reprinted(one: Citation) -> tuple[str, str] | None:
    """Return the claim that does not hold of the standard form of a citation, or None."""
    standard = str(one)
    try:
        two = cite(standard)
    except CitationSyntaxError as error:
        return "unprintable", f"{standard}: {error.message}"
    for claim, before, after in (
        ("key", one.key, two.key),
        ("authority", [a.key for a in one.authorities], [a.key for a in two.authorities]),
        ("pins", _pins(one), _pins(two)),
        ("idempotence", standard, str(two)),
    ):
        if before != after:
            return claim, f"{before} became {after} in {standard}"
    return None


def _pins(one: Citation) -> list[tuple[Pin, ...]]:
    """Pins of a citation and of its parallels."""
    return [member.pins for member in (one, *one.parallels)]


def _spelling(text: str, key: str | None, r: random.Random) -> tuple[str, str] | None:
    other = made.spelled(r, text)
    try:
        seen = cite(other).key
    except CitationSyntaxError as error:
        return "spelling", f"{other!r}: {error.message}"
    return None if seen == key else ("spelling", f"{other!r} has {seen}, not {key}")


def _from_keys(one: Citation) -> tuple[str, str] | None:
    for authority in one.authorities:
        if not authority.key.startswith("#"):
            try:
                again = from_key(authority.key)
            except ValueError as error:
                return "from key", str(error)
            if (type(again), again.key) != (type(authority), authority.key):
                return "from key", f"{authority.key} gave {again!r}"
    return None


def _data(doc: Document) -> tuple[str, str] | None:
    again = Document.from_dict(doc.to_dict())
    if again.to_dict() != doc.to_dict() or (again.tokens, again.links) != (doc.tokens, doc.links):
        return "data", "another document was read back"
    for authority in doc.authorities:
        row = authority_to_dict(authority)
        if authority_to_dict(authority_from_dict(row)) != row:
            return "data", f"another authority was read back: {row}"
    return None


def main() -> int:
    """Make, check and count; return 1 when a claim failed of a citation that was read."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000, help="citations of each kind")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--kinds", nargs="*", default=list(made.KINDS), choices=list(made.KINDS))
    options.add_argument("--show", type=int, default=3, help="failures shown for each kind and claim")
    chosen = options.parse_args()
    failed = 0
    print(f"{'kind':14}{'made':>9}{'equal':>9}  " + "".join(f"{claim:>12}" for claim in CLAIMS))
    for kind in chosen.kinds:
        r = random.Random(f"{chosen.seed}/{kind}")  # noqa: S311 - the same citations each time
        seen: Counter[str] = Counter()
        examples: list[str] = []
        for _ in range(chosen.count):
            text = made.KINDS[kind](r)
            fault = check(text, r)
            if fault is not None:
                seen[fault[0]] += 1
                if seen[fault[0]] <= chosen.show:
                    examples.append(f"    {fault[0]}: {text!r}: {fault[1]}")
        equal = chosen.count - seen.total()
        failed += seen.total() - seen["unread"]
        print(f"{kind:14}{chosen.count:9}{equal:9}  " + "".join(f"{seen[claim]:12}" for claim in CLAIMS))
        print("\n".join(examples))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
