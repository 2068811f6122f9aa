"""What hangs on the cores: one pass from left to right over the cores and the gaps between them.

Every look to the left stops at the end of the citation before, every look to the right at the next core or after
a constant number of characters.
"""

from __future__ import annotations

from collections.abc import Sequence

from citeparse.data.phrases import squeeze
from citeparse.tokenizer._alone import in_context
from citeparse.tokenizer._edges import begins_text
from citeparse.tokenizer._hit import Hit
from citeparse.tokenizer._memory import Memory
from citeparse.tokenizer.case_name import read_before
from citeparse.tokenizer.history import Nest, relate
from citeparse.tokenizer.parallel import read_group, share
from citeparse.tokenizer.parenthetical import read_after, resume
from citeparse.tokenizer.short_form import absorb_dockets, absorb_sections, shorten
from citeparse.tokenizer.signal import read_far_signal, read_signal
from citeparse.tokens import BookToken, JournalToken, LegislativeToken, ReferenceToken, StatuteToken, Token

__all__ = ["attach"]

_TITLED = (BookToken, JournalToken, LegislativeToken, StatuteToken)
"""Forms before whose core a title, an author or an act may stand."""


def attach(text: str, hits: list[Hit], known: Sequence[Token] = ()) -> list[Hit]:
    """Read the structure around the cores; return those that are citations after all, in order.

    Short forms may lean on ``known`` citations, too.
    """
    hits = absorb_dockets(text, absorb_sections(text, hits))
    memory = Memory(known)
    kept: list[Hit] = []
    nests: list[Nest] = []
    comparing = False
    floor = i = 0
    while i < len(hits):
        group = read_group(text, hits, i)
        i += len(group)
        first = group[0]
        closed = _close(text, nests, first.start) if nests else None
        if closed is not None:
            floor = max(floor, closed.end)
        if first.form is ReferenceToken:
            memory.widen(text, first, floor)
        end = read_before(text, first, floor)
        comparing = _signal(text, first, floor, end, comparing=comparing)
        read_after(text, group, hits[i].start if i < len(hits) else len(text), nests)
        relate(text, first, kept, nests, closed)
        shorten(text, group, memory)
        if not memory.is_citation(text, first):
            continue
        memory.note(text, first)
        share(group)
        kept.extend(group)
        floor = max([h.tail for h in group])
    _close(text, nests, len(text))
    kept = memory.without_own(text, kept)
    return kept if known else in_context(text, kept)


def _close(text: str, nests: list[Nest], start: int) -> Nest | None:
    """Close the parentheticals that end before ``start``, the next core; return the outermost of them."""
    closed: Nest | None = None
    while nests and nests[-1].end <= start:
        closed = nests.pop()
        resume(text, closed, start, nests)
    return closed


def _signal(text: str, hit: Hit, floor: int, end: int, *, comparing: bool) -> bool:
    """Read the signal; return whether a comparison is open: ``with`` is a signal only after ``compare`` (R4.7)."""
    signal = read_signal(text, floor, end)
    if signal is None and hit.form in _TITLED:
        signal = read_far_signal(text, floor, end)
    if signal is None:
        return comparing
    words = squeeze(text[slice(*signal)])
    if words == "with" and not comparing and not begins_text(text, signal[0]):
        return False
    hit.signal = signal
    hit.full_start = signal[0]
    return words in ("compare", "with", "and compare")
