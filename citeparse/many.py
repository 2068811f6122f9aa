"""Many texts: a lazy, ordered stream of documents, in one process or several."""

from __future__ import annotations

import contextlib
import functools
import pickle
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, TypeVar, overload

from citeparse._workers import Workers
from citeparse.beforehand import Knowable, beforehand
from citeparse.citations import Document
from citeparse.known import Known
from citeparse.pipeline import parse

__all__ = ["each", "parse_many"]

T = TypeVar("T")
Item = TypeVar("Item")


@overload
def parse_many(
    texts: Iterable[str], *, processes: int | None = None, reduce: None = None, known: Iterable[Knowable] = (),
) -> Iterator[Document]: ...
@overload
def parse_many(
    texts: Iterable[str], *, processes: int | None = None, reduce: Callable[[Document], T],
    known: Iterable[Knowable] = (),
) -> Iterator[T]: ...
def parse_many(
    texts: Iterable[str], *, processes: int | None = None, reduce: Callable[[Document], Any] | None = None,
    known: Iterable[Knowable] = (),
) -> Iterator[Any]:
    """Parse a stream of texts, in order, a few ahead of the reader.

    ``processes``: worker processes, started as `multiprocessing` is set to; None or 1 parses here. ``reduce`` runs
    where the text was parsed and returns what is kept of the `Document`; with several processes it is a function of
    a module. They end with the iterator: when it is exhausted, raises, or is closed or dropped. ``known``:
    authorities that all texts may lean on, as for `parse`; they are read once.

    Raises what ``parse`` or ``reduce`` raises, with a note that names the index of the text, `RuntimeError` that names
    it when a worker process dies, `ValueError` when ``processes`` is below 1, and `TypeError` when ``reduce`` cannot be
    sent to another process.

    >>> [len(d.citations) for d in parse_many(["1 U.S. 1", "none"])]
    [1, 0]
    """
    if processes is not None and processes > 1:
        _check(reduce)
    return each(texts, functools.partial(_work, reduce=reduce, known=beforehand(known)), processes)


def each(
    items: Iterable[Item], work: Callable[[Item], T], processes: int | None = None,
) -> Generator[T, None, None]:
    """Yield ``work(item)`` for each item, in order, as `parse_many` does; ``work`` is a function of a module.

    >>> list(each(["a", "b"], str.upper))
    ['A', 'B']
    """
    if processes is not None and processes < 1:
        message = f"processes must be 1 or more, not {processes}"
        raise ValueError(message)
    if processes is None or processes == 1:
        return _here(items, work)
    return _there(items, work, processes)


def _check(reduce: object) -> None:
    try:
        pickle.dumps(reduce)
    except Exception as error:
        message = f"with several processes reduce must be a function of a module, which can be pickled: {error}"
        raise TypeError(message) from error


def _work(text: str, reduce: Callable[[Document], Any] | None, known: tuple[Known, ...]) -> Any:
    doc = parse(text, known=known)
    return doc if reduce is None else reduce(doc)


def _here(items: Iterable[Item], work: Callable[[Item], T]) -> Generator[T, None, None]:
    for index, item in enumerate(items):
        with _naming(index):
            done = work(item)
        yield done


def _there(items: Iterable[Item], work: Callable[[Item], T], processes: int) -> Generator[T, None, None]:
    with Workers(processes, work) as workers:
        for index, (raised, answer) in enumerate(workers.answers(items)):
            if raised:
                with _naming(index):
                    raise answer
            yield answer


@contextlib.contextmanager
def _naming(index: int) -> Iterator[None]:
    """Let an exception say which text it is about."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while parsing text {index}")
        raise
