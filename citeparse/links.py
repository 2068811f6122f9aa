"""② Links: what a token refers back to, by which rule, or why that cannot be said."""

from __future__ import annotations

from typing import TypeAlias

import attrs

__all__ = ["DEFINED", "Answer", "KnownLink", "Link", "Unresolved"]

DEFINED = "defined_section"
"""Rule of a section cited by the number that the text has given to it, which is none of the antecedent's code."""


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
    """Doubts about the antecedent.

    - ``string_cite``: ``Id.`` follows a string citation; its last member is taken
    - ``rule_broken``: a rule of citation is broken, so that the form alone does not tell what is meant
    - ``intervening_mention``: a provision that a sentence names stands between, and was passed over
    - ``pin_mismatch``: the citation before cannot have such a pin; one further back was taken, or none fits
    - ``several_candidates``: another authority fits about as well
    - ``no_full_citation``: the antecedent itself is a short form
    - ``nearest_code``: the section or rule is not cited before; the nearest code or set of rules was taken
    - ``short_section``: only the last part of the section's number is printed
    - ``typing_fault``: the number differs by a slip of the kind that typists make
    - ``name_mismatch``: volume and page, or the footnote, fit; the name was not known
    - ``parallel_conflict``: it stands like a parallel citation, and was cited before as another authority
    """
    same: bool = True
    """False when the token only borrows from the antecedent: ``Id. § 7102`` takes no more than the title."""

    def __bool__(self) -> bool:
        return True


@attrs.frozen
class KnownLink:
    """A token refers to an authority that the caller knows beforehand: the text does not cite it before.

    >>> KnownLink(known=0, rule="supra").known_candidates
    ()
    """

    known: int
    """Index in `Document.known`."""
    rule: str
    """Name of the rule that decided, as of a `Link`; ``repeat`` when the token is a full citation of it."""
    candidates: tuple[int, ...] = ()
    """Indexes of tokens of the text that were weighed and refused."""
    known_candidates: tuple[int, ...] = ()
    """Indexes in `Document.known` of all authorities that were weighed, the chosen one first."""
    flags: tuple[str, ...] = ()
    """As of a `Link`."""
    same: bool = True
    """False when the token only borrows from it: ``§ 1985`` takes no more than the title of ``42 U.S.C. § 1983``."""

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
    known_candidates: tuple[int, ...] = ()
    """Indexes in `Document.known` of authorities that were weighed and refused."""

    def __bool__(self) -> bool:
        return False


Answer: TypeAlias = Link | KnownLink | Unresolved | None
"""What is said about a token; None of a full citation that begins an authority."""
