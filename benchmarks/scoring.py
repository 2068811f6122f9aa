"""Score predicted citations against annotated ones: what was found, and of that, what was read right.

An annotated mention (gold) is a mapping with its place (``start``, ``end``, ``l`` for the line), ``k`` for the
kind, ``auth`` for the authority and the fields it prints. A predicted mention has ``start``, ``end``, ``kind``,
``text``, ``canon``, ``name``, ``pin``, ``court``, ``year``, ``date``, ``docket``, ``sig``, ``cluster`` (any value
that the mentions of one authority share; None when unresolved), ``inside`` (index of the host in the list of
predictions) and ``rel``. Every field is what this mention prints or its parallel group shares.
"""

from __future__ import annotations

import collections
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import attrs

from benchmarks.alignment import Alignment, Mention, align, b_cubed, earlier_authority
from benchmarks.folding import fold_canon, fold_pins, fold_relation, squash

__all__ = ["FIELDS", "Check", "Comparison", "Figures", "KindCount", "Verdict", "compare", "count_kinds", "figures"]

Figures = dict[str, float | int | None]

FIELDS = (
    "kind", "span", "canon", "name", "pin", "court", "year", "date", "docket", "signal", "inside", "resolve", "cluster",
)
"""What is judged of a mention that was found: ``resolve`` is the authority of a form that leans on another, ``cluster``
that of the rest."""

LEANING = frozenset({"case_short", "id", "supra", "reference", "section"})
"""Kinds that mean nothing without an earlier mention."""

NAMED = frozenset({"case", "case_short", "supra", "reference"})
"""Kinds that print a name."""

ENDED = frozenset({"case", "case_short", "statute", "regulation", "rule", "constitution"})
"""Kinds whose core must also end at the right place."""

SLACK = 1
"""Characters by which a boundary may be off: a period, a bracket."""


@attrs.frozen
class Check:
    """One field of one found mention: wanted, got, and whether these agree."""

    field: str
    right: bool
    want: Any
    got: Any


@attrs.frozen
class Verdict:
    """An annotated mention, the prediction that found it (None: missed), and what was checked of it."""

    gold: Mention
    prediction: Mention | None
    checks: tuple[Check, ...] = ()

    @property
    def exact(self) -> bool:
        """Found, and everything right."""
        return self.prediction is not None and all(check.right for check in self.checks)


@attrs.frozen
class Comparison:
    """One document: verdicts on the annotated mentions, spurious predictions, and the sums that figures need."""

    verdicts: tuple[Verdict, ...]
    spurious: tuple[Mention, ...]
    predicted: int
    """Predictions that count: those on mentions left out do not."""
    precision_sum: float
    """B-cubed precision summed over ``precision_of`` predictions; a spurious one adds nothing."""
    precision_of: int
    recall_sum: float
    """B-cubed recall summed over ``recall_of`` annotated mentions; a missed one adds nothing."""
    recall_of: int


def compare(gold: Sequence[Mention], predicted: Sequence[Mention], only: Collection[str] = ()) -> Comparison:
    """Judge the predictions for one document; ``only`` restricts the tally to gold kinds, links look at all."""
    for mention in predicted:
        _require_well_formed(mention)
    pairs = align(gold, predicted)
    precision_sum, recall_sum = b_cubed(pairs)
    asked = [g for g, m in enumerate(gold) if not m.get("skip") and (not only or m["k"] in only)]
    counted = [p for p in range(len(predicted)) if _counts(pairs, p, only)]
    return Comparison(
        verdicts=tuple(_judge(pairs, g) for g in asked),
        spurious=tuple(predicted[p] for p in counted if p not in pairs.meant),
        predicted=len(counted),
        precision_sum=precision_sum,
        precision_of=len(predicted),
        recall_sum=recall_sum,
        recall_of=len(gold),
    )


def figures(comparisons: Sequence[Comparison]) -> Figures:
    """Reduce comparisons to figures: counts, P, R, F1, B-cubed F1, exact, and the share of each field that is right.

    ``exact`` is the share of gold mentions that are found with kind, boundaries and every field and link right.
    A share of nothing is None.
    """
    verdicts = [v for c in comparisons for v in c.verdicts]
    found = sum(v.prediction is not None for v in verdicts)
    predicted = sum(c.predicted for c in comparisons)
    precision, recall = _share(found, predicted) or 0.0, _share(found, len(verdicts)) or 0.0
    linked = (
        _share(sum(c.precision_sum for c in comparisons), sum(c.precision_of for c in comparisons)),
        _share(sum(c.recall_sum for c in comparisons), sum(c.recall_of for c in comparisons)),
    )
    result: Figures = {"docs": len(comparisons), "gold": len(verdicts), "pred": predicted}
    result |= {"P": precision, "R": recall, "F1": _f1(precision, recall), "B3_F1": _f1(*linked)}
    result["exact"] = _share(sum(v.exact for v in verdicts), len(verdicts))
    checked = collections.Counter(check.field for v in verdicts for check in v.checks)
    right = collections.Counter(check.field for v in verdicts for check in v.checks if check.right)
    return result | {field: _share(right[field], checked[field]) for field in FIELDS}


@attrs.define
class KindCount:
    """Counts for one kind of mention."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    spurious: int = 0
    checked: collections.Counter[str] = attrs.field(factory=collections.Counter)
    wrong: collections.Counter[str] = attrs.field(factory=collections.Counter)

    def right(self, field: str) -> int:
        """Count the mentions whose field is right."""
        return self.checked[field] - self.wrong[field]


def count_kinds(comparisons: Iterable[Comparison]) -> dict[str, KindCount]:
    """Count by kind, most frequent first; a spurious mention counts under the kind it claims."""
    kinds: dict[str, KindCount] = collections.defaultdict(KindCount)
    for comparison in comparisons:
        for verdict in comparison.verdicts:
            count = kinds[verdict.gold["k"]]
            count.gold += 1
            count.found += verdict.prediction is not None
            count.exact += verdict.exact
            count.checked.update(check.field for check in verdict.checks)
            count.wrong.update(check.field for check in verdict.checks if not check.right)
        for mention in comparison.spurious:
            kinds[mention.get("kind", "?")].spurious += 1
    return dict(sorted(kinds.items(), key=lambda item: -item[1].gold))


def _require_well_formed(mention: Mention) -> None:
    year, pins = mention.get("year"), mention.get("pin")
    if not (year is None or isinstance(year, int)) or not isinstance(pins or [], list):
        msg = f"year must be an integer and pin a list of strings: {dict(mention)}"
        raise ValueError(msg)


def _counts(pairs: Alignment, p: int, only: Collection[str]) -> bool:
    """Tell whether a prediction counts: not on a skipped mention, nor on one of a kind that was not asked for."""
    place = pairs.predicted[p]
    if any(g.get("skip") and place["start"] < g["end"] and g["start"] < place["end"] for g in pairs.gold):
        return False
    if p not in pairs.meant:
        return True
    mention = pairs.gold[pairs.meant[p]]
    return not mention.get("skip") and (not only or mention["k"] in only)


def _judge(pairs: Alignment, g: int) -> Verdict:
    gold = pairs.gold[g]
    if g not in pairs.found:
        return Verdict(gold, None)
    got = pairs.predicted[pairs.found[g]]
    checks = (*_core(gold, got), *_fields(gold, got), *_nesting(pairs, g), *_link(pairs, g))
    return Verdict(gold, got, checks)


def _core(gold: Mention, got: Mention) -> Iterator[Check]:
    yield Check("kind", gold["k"] == got.get("kind"), gold["k"], got.get("kind"))
    right = abs(got["start"] - gold["start"]) <= SLACK
    if gold["k"] in ENDED:
        right = right and abs(got["end"] - gold["end"]) <= SLACK
    yield Check("span", right, gold.get("t"), got.get("text"))


def _fields(gold: Mention, got: Mention) -> Iterator[Check]:
    """Check what the mention prints: always, or only where there is something on either side."""

    def check(field: str, key: str, same: Any = None) -> Check:
        want, have = gold.get(key), got.get(key)
        return Check(field, same(want) == same(have) if same else want == have, want, have)

    if gold.get("canon"):
        yield check("canon", "canon", fold_canon)
    if gold["k"] in NAMED:
        yield check("name", "name", squash)
    yield check("pin", "pin", fold_pins)
    if gold["k"] == "case":
        yield check("court", "court")
        yield check("year", "year")
        if gold.get("docket") or got.get("docket"):
            yield check("docket", "docket", squash)
    if gold.get("date"):
        yield check("date", "date")
    if gold.get("sig") or got.get("sig"):
        yield check("signal", "sig", squash)


def _nesting(pairs: Alignment, g: int) -> Iterator[Check]:
    """Check the host in whose parenthetical or history the mention stands, and the relation where gold has one."""
    gold, got = pairs.gold[g], pairs.predicted[pairs.found[g]]
    inside = got.get("inside")
    if gold.get("in_id") is None and inside is None:
        return
    want: tuple[Any, ...] = (pairs.index_of_id.get(gold.get("in_id", -1)),)
    have: tuple[Any, ...] = (pairs.meant.get(inside) if isinstance(inside, int) else None if inside is None else "?",)
    if gold.get("rel"):
        want, have = (*want, fold_relation(gold["rel"])), (*have, fold_relation(got.get("rel")))
    yield Check("inside", want == have, _host(pairs, want), _host(pairs, have))


def _host(pairs: Alignment, host: tuple[Any, ...]) -> str | None:
    """Describe a host for a reader: its core, line and the relation."""
    index, *rest = host
    place = f"{pairs.gold[index].get('t')!r} in line {pairs.gold[index].get('l')}" if isinstance(index, int) else index
    return " ".join(str(part) for part in (*rest, place) if part) or None


def _link(pairs: Alignment, g: int) -> Iterator[Check]:
    """Check the authority by its earlier mentions; an antecedent that the text leaves ambiguous is not judged."""
    gold = pairs.gold[g]
    if str(gold.get("err", "")).startswith("ambiguous"):
        return
    want = gold["auth"] if pairs.mentions_of[gold["auth"]][0] < g else None
    have = earlier_authority(pairs, pairs.found[g])
    yield Check("resolve" if gold["k"] in LEANING else "cluster", want == have, want, have)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _f1(precision: float | None, recall: float | None) -> float:
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0
