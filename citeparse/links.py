"""② Links: what a token refers back to, by which rule, or why that cannot be said."""

from __future__ import annotations

import attrs

__all__ = ["Link", "Unresolved"]


@attrs.frozen
class Link:
    """A token refers to what an earlier token cites.

    >>> Link(antecedent=3, rule="id").flags
    ()
    """

    antecedent: int
    """Index of the earlier token."""
    rule: str
    """Name of the rule that decided: ``id``, ``parallel``, ``repeat``, ``short_case``, ``supra``, ``section`` …"""
    candidates: tuple[int, ...] = ()
    """Indexes of all tokens that were weighed, the chosen one first."""
    flags: tuple[str, ...] = ()
    """``string_cite``, ``intervening_mention``, ``pin_mismatch``, ``rule_broken``."""
    same: bool = True
    """False when the token only borrows from the antecedent: ``Id. § 7102`` takes no more than the title."""

    def __bool__(self) -> bool:
        return True


@attrs.frozen
class Unresolved:
    """A token refers back, and nothing in the text can be named as its antecedent.

    >>> bool(Unresolved("no full citation"))
    False
    """

    reason: str
    """What a person needs to know: ``no full citation``, ``no earlier citation``, ``ambiguous: …``"""
    candidates: tuple[int, ...] = ()
    """Indexes of tokens that were weighed and refused."""

    def __bool__(self) -> bool:
        return False
