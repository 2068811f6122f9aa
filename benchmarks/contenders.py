"""What is timed against what: each contender reads the same texts once a lap."""

from __future__ import annotations

import importlib
import importlib.util
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from benchmarks.peers.process import Process

if TYPE_CHECKING:
    from citeparse import Document

__all__ = ["Contender", "elsewhere", "ours", "peers", "read_all"]

Lap = tuple[float, int]
"""Seconds of CPU time, and citations found."""


@attrs.frozen
class Contender:
    """A way of reading the texts, warm."""

    name: str
    lap: Callable[[], Lap]
    close: Callable[[], None] = attrs.field(default=lambda: None)


def ours(texts: Sequence[str]) -> Iterator[Contender]:
    """Yield the whole pipeline with everything read, parse alone, and the floor: the bare scan for anchors."""
    citeparse = importlib.import_module("citeparse")
    anchors = importlib.import_module("citeparse.tokenizer").scanner()._anchor  # noqa: SLF001 - the floor lies inside
    yield _in_process("citeparse", lambda text: read_all(citeparse.parse(text)), texts)
    yield _in_process("parse alone", lambda text: len(citeparse.parse(text).citations), texts)
    yield _in_process("anchor scan", lambda text: sum(1 for _ in anchors.finditer(text)), texts)


def read_all(doc: Document) -> int:
    """Read what people read of a document, so that nothing put off is left uncounted; return how many it cites."""
    for citation in doc.citations:
        _ = citation.key, citation.kind, citation.pins, citation.court, citation.year
    _ = doc.authorities
    return len(doc.citations)


def peers(texts: Sequence[str], kaos_python: str | None) -> Iterator[Contender | str]:
    """Yield the other libraries; a line of text for one that cannot run here."""
    for name, module, options in (("eyecite", "eyecite", {}), ("eyecite hyperscan", "hyperscan", {"hyperscan": True})):
        if importlib.util.find_spec("eyecite") is None or importlib.util.find_spec(module) is None:
            yield f"{name}: {module} is not installed"
            continue
        adapter = importlib.import_module("benchmarks.peers.eyecite_peer")
        yield _in_process(name, adapter.reader(**options), texts)
    if kaos_python is None:
        yield "kaos-citations: name an interpreter that has it with --kaos-python"
    else:
        yield elsewhere("kaos-citations", "kaos_citations", kaos_python, texts)


def elsewhere(name: str, library: str, python: str, texts: Sequence[str]) -> Contender | str:
    """Return a library of another interpreter; a line of text when it cannot run there."""
    try:
        process = Process(python, library, texts)
    except RuntimeError as error:
        return f"{name}: {error}"
    return Contender(name, process.lap, process.close)


def _in_process(name: str, read: Callable[[str], int], texts: Sequence[str]) -> Contender:
    """Time ``read`` over all texts, in this process."""
    read(texts[0])

    def lap() -> Lap:
        start = time.process_time()
        found = sum(read(text) for text in texts)
        return time.process_time() - start, found

    return Contender(name, lap)
