"""Whether the name of a case stands before a volume: what follows it is a reporter, not a journal or a place."""

from __future__ import annotations

from citeparse.data._lazy import lazy
from citeparse.tokenizer._scan import Anchor

__all__ = ["after_case"]

_WINDOW = 120
"""So many characters are looked at."""
_NAME = lazy(
    r"(?:\s[*_]{0,2}vs?\.?[*_]{0,2}\s|\b[Ii]n\s[Rr]e\s|\b[Ee]x\s[Pp]arte\s)[^;:()\[\]“”\"]{1,100},[\s*_]{0,4}\Z",
)
"""The name of a case (Indigo Book R11.2), and a comma."""


def after_case(anchor: Anchor) -> bool:
    """``Turner v. Woodson County, 27 Kansas, 314``, ``Doe v. Roe, 12 A.L.R. 33``: whether a case's name stands before.

    >>> text = "Turner v. Woodson County, 27 Kansas, 314. He ran 27 Kansas farms."
    >>> [after_case(Anchor(text, at, at + 3, at + 9, 0, None)) for at in (26, 49)]
    [True, False]
    """
    return _NAME.search(anchor.text, max(anchor.floor, anchor.start - _WINDOW), anchor.start) is not None
