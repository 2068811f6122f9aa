"""What all authorities have in common: a key, a standard form, an order, and what they contain."""

from __future__ import annotations

from functools import total_ordering
from typing import ClassVar, Protocol

import attrs

from citeparse.paths import natural, within

__all__ = ["Authority", "Keyed"]


class Keyed(Protocol):
    """Anything that has a key: an authority, or a citation with the subsections that it names."""

    @property
    def key(self) -> str | None:
        """Canonical identifier."""


@total_ordering
@attrs.frozen(eq=False, order=False, kw_only=True)
class Authority:
    """What a citation cites: equal, hashed by its key; sorted as in a table of authorities.

    >>> key = "/us/usc/t42/s1983"
    >>> Authority(key=key, cite="42 U.S.C. § 1983") == Authority(key=key, cite="42 USC 1983")
    True
    """

    kind: ClassVar[str] = "other"
    """Kind of a full citation of it."""
    rank: ClassVar[int] = 9
    """Place of its category in a table of authorities."""

    key: str
    """Canonical identifier, a path; subsections are not part of it."""
    cite: str
    """Standard form of the citation alone: ``258 F.3d 62``, ``42 U.S.C. § 1983``."""
    name: str | None = None
    """Case name, title or author and title, as first printed in full."""
    year: int | None = None
    """Year of decision or edition when the text tells it."""
    aliases: tuple[str, ...] = ()
    """Keys of all its parallel citations, its own among them; empty when it has only one."""

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Authority) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Authority):
            return NotImplemented
        return self.key != other.key and self._order() < other._order()

    def _order(self) -> tuple[object, ...]:
        return (self.rank, natural(self.name or self.cite), natural(self.key))

    def __str__(self) -> str:
        return f"{self.name}, {self.cite}" if self.name else self.cite

    def short(self, pin: str | None = None) -> str:
        """Return the form for later mentions, at a page or paragraph when one is given."""
        return f"{self.cite}, at {pin}" if pin else self.cite

    def same_as(self, other: Authority) -> bool:
        """Return whether both are one authority: equal keys or a shared parallel citation."""
        mine = {self.key, *self.aliases}
        return not mine.isdisjoint({other.key, *other.aliases})

    def contains(self, other: Keyed | str) -> bool:
        """Return whether ``other`` is this authority or a part of it; ``other`` may be a citation or a key.

        >>> part = Authority(key="/us/cfr/t17/pt240", cite="17 C.F.R. pt. 240")
        >>> part.contains("/us/cfr/t17/s240.10b-5/b"), part.contains("/us/cfr/t17/s2400.1")
        (True, False)
        """
        key = other if isinstance(other, str) else other.key
        return key is not None and within(key, self.key)

    @property
    def urls(self) -> tuple[str, ...]:
        """Public addresses where it can be read, the best one first."""
        from citeparse.data.links import urls

        return urls(self.key)

    @property
    def url(self) -> str | None:
        """The first of `urls`, or None when no address is known."""
        return next(iter(self.urls), None)
