"""The lines of the list of authorities: one for each authority, and for each thing that could not be resolved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

import attrs

from citeparse.authority import Authority
from citeparse.display._assets import words
from citeparse.display._mentions import Mention

__all__ = ["Entry", "entries_of", "titles"]


@attrs.frozen(eq=False)
class Entry:
    """An authority, or what could not be resolved, with its mentions."""

    mentions: tuple[Mention, ...]

    @property
    def group(self) -> str:
        """The group that it stands in."""
        return self.mentions[0].group

    @property
    def authority(self) -> Authority | None:
        """What is cited; None when it is not known."""
        return self.mentions[0].citation.authority


def entries_of(mentions: Iterable[Mention]) -> tuple[Entry, ...]:
    """Return the lines in the order of a table of authorities, what is unresolved last and in order of the text."""
    clusters: dict[str, list[Mention]] = {}
    for mention in mentions:
        clusters.setdefault(mention.citation.cluster, []).append(mention)
    entries = [Entry(tuple(members)) for members in clusters.values()]
    known = sorted((entry for entry in entries if entry.authority is not None), key=attrgetter("authority"))
    return _grouped([*known, *(entry for entry in entries if entry.authority is None)])


def _grouped(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    order = list(titles())
    return tuple(sorted(entries, key=lambda entry: order.index(entry.group)))


def titles() -> dict[str, str]:
    """Return the titles of the groups, in the order in which they are shown."""
    return {group["name"]: group["title"] for group in words()["groups"]}
