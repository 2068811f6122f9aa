"""The library on one screen: text → tokens → links → Document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from citeparse.beforehand import Knowable, beforehand
from citeparse.document import Document
from citeparse.normalizer import normalize, settled
from citeparse.resolver import RULES as RESOLUTION
from citeparse.resolver import Rule as ResolutionRule
from citeparse.resolver import resolve
from citeparse.tokenizer import RULES, Rule, tokenize
from citeparse.tokens import forms

__all__ = ["checked", "parse"]


def parse(  # noqa: PLR0913 - each is a wish of its own
    text: str,
    *,
    court: str | None = None,
    known: Iterable[Knowable] = (),
    kinds: Iterable[str] | None = None,
    rules: tuple[Rule, ...] = RULES,
    resolution: Sequence[ResolutionRule] = RESOLUTION,
) -> Document:
    """Return all that the text cites, resolved and normalized.

    ``court`` is the courts-db id of the court that wrote the text: it tells which state's ``Penal Code`` is meant.
    ``known`` are authorities known beforehand: citations in full as text, or `Citation` and `Authority` values. Short
    forms that have no antecedent in the text lean on them, and say so by a `KnownLink`.
    ``kinds`` are the kinds of mentions wanted (`Citation.kind`), those of your own classes of tokens too: the others
    are read and resolved, and left out of `Document.citations` and of all that is made of them.
    ``rules`` is the table of rules to read with, ``(*RULES, MINE)`` with one of yours; ``resolution`` that of the rules
    by which short forms are resolved, `citeparse.resolver.RULES`.

    Raises `TypeError` when the text is not a ``str`` or ``known`` holds something else, `CitationSyntaxError` when a
    known one is no citation in full, and `ValueError` for a kind that there is not.

    >>> doc = parse("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001). Id. at 73.")
    >>> [(c.kind, c.key) for c in doc.citations]
    [('case', '/us/case/f3d/258/62'), ('id', '/us/case/f3d/258/62')]
    >>> doc = parse("Holz, supra, at 73.", known=["Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001)"])
    >>> [c.key for c in doc.citations]
    ['/us/case/f3d/258/62']
    >>> [c.text for c in parse("42 U.S.C. § 1983. Roe v. Wade, 410 U.S. 113. Id.", kinds={"statute", "id"}).citations]
    ['42 U.S.C. § 1983', 'Id.']
    """
    wanted = None if kinds is None else _wanted(kinds)
    foreknown = beforehand(known)
    groups = [item.tokens for item in foreknown]
    cited = [token for group in groups for token in group]
    tokens = settled(text, tokenize(checked(text, "parse"), rules, cited), court, cited)
    doc = normalize(text, tokens, resolve(tokens, known=groups, rules=resolution), foreknown)
    return doc if wanted is None else attrs.evolve(doc, kinds=wanted)


def _wanted(kinds: Iterable[str]) -> frozenset[str]:
    if isinstance(kinds, str):
        message = f"kinds takes several kinds, not one str: write kinds={{{kinds!r}}}"
        raise TypeError(message)
    wanted, there_are = frozenset(kinds), forms()
    unknown = sorted(map(str, wanted - there_are.keys()))
    if unknown:
        message = f"there is no kind {', '.join(unknown)}: the kinds are {', '.join(sorted(there_are))}"
        raise ValueError(message)
    return wanted


def checked(text: object, caller: str) -> str:
    """Return the text, or raise a `TypeError` that says what to pass."""
    if isinstance(text, str):
        return text
    undecoded = isinstance(text, (bytes, bytearray))
    hint = "decode it first, for example text.decode('utf-8')" if undecoded else "pass the text itself"
    message = f"{caller}() takes a str, not {type(text).__name__}: {hint}"
    raise TypeError(message)
