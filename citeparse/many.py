"""Many texts: a lazy, ordered stream of documents, in one process or several."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar, overload

from citeparse.citations import Document
from citeparse.pipeline import parse

__all__ = ["parse_many"]

T = TypeVar("T")

AHEAD = 8
"""Texts in flight for each process: memory stays bounded however long the stream is."""


@overload
def parse_many(texts: Iterable[str], *, processes: int | None = None, reduce: None = None) -> Iterator[Document]: ...
@overload
def parse_many(
    texts: Iterable[str], *, processes: int | None = None, reduce: Callable[[Document], T],
) -> Iterator[T]: ...
def parse_many(
    texts: Iterable[str], *, processes: int | None = None, reduce: Callable[[Document], Any] | None = None,
) -> Iterator[Any]:
    """Parse a stream of texts, in order, a few ahead of the reader.

    ``processes``: worker processes; None or 1 parses here. ``reduce`` runs where the text was parsed and returns
    what is kept of the `Document` (with several processes it must be a function of a module).

    Raises what ``parse`` or ``reduce`` raises, with a note that names the index of the text, and
    `RuntimeError` when a worker dies.

    >>> [len(d.citations) for d in parse_many(["1 U.S. 1", "none"])]
    [1, 0]
    """
    if processes is not None and processes < 1:
        message = f"processes must be 1 or more, not {processes}"
        raise ValueError(message)
    if processes is None or processes == 1:
        return _here(texts, reduce)
    return _there(texts, processes, reduce)


def _work(text: str, reduce: Callable[[Document], Any] | None) -> Any:
    doc = parse(text)
    return doc if reduce is None else reduce(doc)


def _here(texts: Iterable[str], reduce: Callable[[Document], Any] | None) -> Iterator[Any]:
    for index, text in enumerate(texts):
        try:
            done = _work(text, reduce)
        except Exception as error:
            error.add_note(f"while parsing text {index}")
            raise
        yield done


def _there(texts: Iterable[str], processes: int, reduce: Callable[[Document], Any] | None) -> Iterator[Any]:
    source = enumerate(texts)
    waiting: collections.deque[tuple[int, Future[Any]]] = collections.deque()
    pool = ProcessPoolExecutor(processes)
    try:
        while True:
            for index, text in itertools.islice(source, processes * AHEAD - len(waiting)):
                waiting.append((index, pool.submit(_work, text, reduce)))
            if not waiting:
                return
            index, future = waiting.popleft()
            try:
                done = future.result()
            except BrokenProcessPool as error:
                message = f"a worker process died while text {index} or one after it was parsed"
                raise RuntimeError(message) from error
            except Exception as error:
                error.add_note(f"while parsing text {index}")
                raise
            yield done
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
