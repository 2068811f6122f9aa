"""Processes that parse one text at a time each, so that it is known which text one of them died of."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import pickle
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Self, TypeAlias

__all__ = ["Workers"]

Work: TypeAlias = Callable[[Any], Any]
Answer: TypeAlias = tuple[bool, Any]
"""Whether the work raised, and the exception or the value."""

AHEAD = 8
"""Answers for each process that may wait for their turn: memory stays bounded however long the stream is."""

GRACE = 5
"""Seconds that a process with nothing left to do has to end by itself."""


class Workers:
    """Processes that answer texts with ``work(text)``; each is started when there is a text for it.

    Leaving the ``with`` block ends them, whatever they are doing.
    """

    def __init__(self, processes: int, work: Work) -> None:
        self._processes = processes
        self._work = work
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._done: dict[int, Answer] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self._idle, *self._busy):
            worker.kill()

    def answers(self, texts: Iterable[Any]) -> Iterator[Answer]:
        """Yield the answer to each text, in order; then let the processes end as Python does."""
        stream = enumerate(texts)
        for index in itertools.count():
            self._collect(0)
            self._hand_out(stream)  # so that nobody waits for the reader
            while self._busy and index not in self._done:
                self._collect(None)
                self._hand_out(stream)
            if index not in self._done:
                break
            yield self._done.pop(index)
        for worker in self._idle:
            worker.finish()

    def _hand_out(self, stream: Iterator[tuple[int, Any]]) -> None:
        """Give texts to those who have none, as long as not too many answers wait for one that comes late."""
        while len(self._busy) < self._processes and len(self._done) < self._processes * AHEAD:
            following = next(stream, None)
            if following is None:
                break
            worker = self._idle.pop() if self._idle else _Worker(self._work)
            self._busy.append(worker)
            worker.give(*following)

    def _collect(self, seconds: float | None) -> None:
        """Take what has been answered; wait for an answer so long."""
        ready = wait(itertools.chain.from_iterable([worker.signs for worker in self._busy]), seconds)
        for worker in [worker for worker in self._busy if not worker.signs.isdisjoint(ready)]:
            self._busy.remove(worker)
            self._done[worker.index] = worker.take()
            if worker.alive:
                self._idle.append(worker)


class _Worker:
    """A process, and this end of the pipe to it."""

    def __init__(self, work: Work) -> None:
        self._pipe, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.Process(target=_serve, args=(theirs, work), daemon=True)
        self._process.start()
        theirs.close()
        self.signs: set[Any] = {self._pipe, self._process.sentinel}
        """What becomes ready when it has answered or died."""
        self.index = -1
        """Of the text that it was given last."""
        self.alive = True

    def give(self, index: int, text: Any) -> None:
        """Ask it for an answer, once it has given the one before."""
        self.index = index
        with contextlib.suppress(OSError):  # it is dead: `take` says so
            self._pipe.send((text,))

    def take(self) -> Answer:
        """Return its answer; a `RuntimeError` when it died."""
        with contextlib.suppress(EOFError, OSError):
            if self._pipe.poll():
                answer: Answer = self._pipe.recv()
                return answer
        self.kill()
        message = f"a worker process died (exit code {self._process.exitcode}) before it had parsed text {self.index}"
        return True, RuntimeError(message)

    def finish(self) -> None:
        """Let the process end by itself, with buffers flushed and files closed."""
        with contextlib.suppress(OSError):
            self._pipe.send(None)
        self._process.join(GRACE)

    def kill(self) -> None:
        """End the process."""
        self.alive = False
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection, work: Work) -> None:
    """Answer until told to end, or until the process that asks is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the one that asks ends the others
    parent = multiprocessing.parent_process()
    watched: list[Any] = [pipe] if parent is None else [pipe, parent.sentinel]
    with contextlib.suppress(EOFError, OSError):
        while pipe in wait(watched) and (asked := pipe.recv()) is not None:
            pipe.send_bytes(_answer(work, *asked))


def _answer(work: Work, text: Any) -> bytes:
    """Return what the work gives or raises, pickled."""
    try:
        return pickle.dumps((False, work(text)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - passed on whatever it is
        error.add_note("".join(["in the worker process:\n", *traceback.format_exception(error)]))
        return pickle.dumps((True, _portable(error)), pickle.HIGHEST_PROTOCOL)


def _portable(error: Exception) -> Exception:
    """Return the exception, or one that says the same where it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - pickled on the same line
    except Exception:  # noqa: BLE001 - other people's exceptions may do anything
        return RuntimeError("".join(traceback.format_exception_only(error)).strip())
    return error
