"""Case names: one spelling of white space, of ``v.`` and of quotation marks; the words stay as printed."""

from __future__ import annotations

import re

__all__ = ["name_words"]

_VERSUS = re.compile(r"\s(?:vs?|versus)\.?\s(?=\S)")
_TYPE = str.maketrans("’‘“”", "''\"\"", "\u00ad*_")


def name_words(printed: str) -> str:
    """Return the name as it is printed in a standard citation (Indigo Book R11.5).

    >>> name_words("Holz vs Rockefeller  &\\nCo.,"), name_words("Roe v Wade")
    ('Holz v. Rockefeller & Co.', 'Roe v. Wade')
    """
    words = " ".join(printed.translate(_TYPE).split()).strip(" ,")
    return _VERSUS.sub(" v. ", words, count=1) if " v" in words and " v. " not in words else words
