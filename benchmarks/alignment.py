"""Pair annotated with predicted mentions of one document, and look at links through the pairs."""

from __future__ import annotations

import collections
import functools
import json
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

__all__ = ["Alignment", "Mention", "align", "b_cubed", "earlier_authority"]

Mention = Mapping[str, Any]
"""A citation as read from JSON."""

NEAR = 4
"""Two readings of one core may start so many characters apart."""

NEARLY = 0.8
"""Share of the shorter core that the longer contains."""

HALF = 0.5
"""Share of what both cover together."""


@attrs.frozen
class Alignment:
    """Annotated and predicted mentions of one document, paired."""

    gold: Sequence[Mention]
    predicted: Sequence[Mention]
    found: Mapping[int, int]
    """Index of a gold mention → index of the prediction that found it."""

    @functools.cached_property
    def meant(self) -> dict[int, int]:
        """Index of a prediction → index of the gold mention that it found."""
        return {p: g for g, p in self.found.items()}

    @functools.cached_property
    def clusters(self) -> dict[str, list[int]]:
        """Cluster → indexes of its predictions, in order."""
        members: dict[str, list[int]] = collections.defaultdict(list)
        for index, mention in enumerate(self.predicted):
            if mention.get("cluster") is not None:
                members[_cluster_key(mention)].append(index)
        return members

    @functools.cached_property
    def mentions_of(self) -> dict[str, list[int]]:
        """Authority → indexes of its gold mentions, in order."""
        mentions: dict[str, list[int]] = collections.defaultdict(list)
        for index, mention in enumerate(self.gold):
            mentions[mention["auth"]].append(index)
        return mentions

    @functools.cached_property
    def index_of_id(self) -> dict[int, int]:
        """Number of a gold mention in its file → its index."""
        return {mention["id"]: index for index, mention in enumerate(self.gold)}

    def authority(self, predicted: int) -> str:
        """Return the true authority of a prediction that found something."""
        return str(self.gold[self.meant[predicted]]["auth"])


def align(gold: Sequence[Mention], predicted: Sequence[Mention]) -> Alignment:
    """Pair the mentions of one document."""
    return Alignment(gold, predicted, _pair(gold, predicted))


def earlier_authority(pairs: Alignment, p: int) -> str | None:
    """Return the true authority of most earlier members of a prediction's cluster.

    None when there are none, ``?`` when none of them is an annotated mention.
    """
    if pairs.predicted[p].get("cluster") is None:
        return None
    earlier = [q for q in pairs.clusters[_cluster_key(pairs.predicted[p])] if q < p]
    if not earlier:
        return None
    votes = collections.Counter(pairs.authority(q) for q in earlier if q in pairs.meant)
    return votes.most_common(1)[0][0] if votes else "?"


def b_cubed(pairs: Alignment) -> tuple[float, float]:
    """Sum B-cubed precision over the predictions and recall over the gold mentions."""
    precision = recall = 0.0
    for p in pairs.meant:
        mention = pairs.predicted[p]
        cluster = [p] if mention.get("cluster") is None else pairs.clusters[_cluster_key(mention)]
        authority = pairs.authority(p)
        same = sum(q in pairs.meant and pairs.authority(q) == authority for q in cluster)
        precision += same / len(cluster)
        recall += same / len(pairs.mentions_of[authority])
    return precision, recall


def _cluster_key(mention: Mention) -> str:
    return json.dumps(mention.get("cluster"), sort_keys=True)


def _pair(gold: Sequence[Mention], predicted: Sequence[Mention]) -> dict[int, int]:
    """Pair cores one to one, best overlap first, then in text order."""
    offers = []
    for g, wanted in enumerate(gold):
        for p, got in enumerate(predicted):
            overlap = _overlap(wanted, got)
            if overlap is not None:
                offers.append((-overlap, g, p))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, g, p in sorted(offers):
        if g not in found and p not in used:
            found[g] = p
            used.add(p)
    return found


def _overlap(a: Mention, b: Mention) -> float | None:
    """Return the common share of two cores, or None when they are not one core read two ways.

    They are when they share half of what they cover together, or start together and one nearly contains the other.
    """
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if a["end"] <= b["start"] or b["end"] <= a["start"]:
        return None
    share = common / (max(a["end"], b["end"]) - min(a["start"], b["start"]))
    contained = common / min(a["end"] - a["start"], b["end"] - b["start"]) >= NEARLY
    together = abs(a["start"] - b["start"]) <= NEAR
    return share if share >= HALF or (contained and together) else None
