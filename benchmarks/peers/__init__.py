"""Other libraries that read citations, each behind the same two functions where they can be imported.

``reader(...)`` returns a callable that reads one text completely, links resolved, and returns the number of citations;
``predict(text)`` returns the mentions in the form that ``scoring`` compares.
"""

from __future__ import annotations

__all__: list[str] = []
