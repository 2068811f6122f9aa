"""`parse_many`: documents in the order of their texts, whatever happens to a process or to the reader."""

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import pytest

import citeparse
from citeparse import parse_many
from citeparse._workers import AHEAD

HERE = os.getpid()
METHODS = multiprocessing.get_all_start_methods()
TEXTS = [f"Foo v. Bar, {n} U.S. {n + 1}, {n + 2} (1999). Id. at {n + 3}; 42 U.S.C. § {n}." for n in range(40)]

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


@pytest.fixture(params=METHODS)
def method(request):
    """Let processes start in each way that this system has."""
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method(request.param, force=True)
    yield request.param
    multiprocessing.set_start_method(before, force=True)


@pytest.fixture(autouse=True)
def _nobody_left():
    """Leave no process behind, however a test ends."""
    yield
    assert multiprocessing.active_children() == []


def keys(doc):
    return [c.key for c in doc.citations]


def process_of(doc):
    return os.getpid()


def slow_first(doc):
    time.sleep(0.3 if doc.text == TEXTS[0] else 0)
    return doc.text


def asleep(doc):
    time.sleep(0 if doc.text == TEXTS[0] else 600)


def broken(doc):
    if doc.text == TEXTS[5]:
        raise LookupError("nothing here")
    return 1


def killed(doc):
    if doc.text == TEXTS[5]:
        os.kill(os.getpid(), signal.SIGKILL)
    return 1


def leaving(doc):
    sys.exit(3)


class Odd(Exception):  # noqa: N818
    """Cannot be made again of what it keeps."""

    def __init__(self, one, other):  # noqa: D107
        super().__init__(f"{one} and {other}")


def odd(doc):
    raise Odd("this", "that")


def unsendable(doc):
    return lambda: doc


def test_one_process_and_several_give_the_same(method):
    """In the order of the texts, under each way to start a process."""
    assert list(parse_many(TEXTS, processes=2, reduce=keys)) == [keys(citeparse.parse(text)) for text in TEXTS]


def test_whole_documents_come_back():
    """With tokens, links and what they mean."""
    for text, doc in zip(TEXTS, parse_many(TEXTS, processes=2), strict=True):
        here = citeparse.parse(text)
        assert (doc.text, doc.tokens, doc.links, keys(doc)) == (text, here.tokens, here.links, keys(here))


def test_reduce_runs_in_the_workers():
    """As many as were asked for, or as there are texts."""
    found = set(parse_many(TEXTS, processes=2, reduce=process_of))
    assert len(found) <= 2
    assert HERE not in found
    assert len(set(parse_many(TEXTS[:1], processes=3, reduce=process_of)) - {HERE}) == 1
    assert set(parse_many(TEXTS, processes=1, reduce=process_of)) == {HERE}


def test_order_is_that_of_the_texts_when_the_first_takes_longest():
    assert list(parse_many(TEXTS, processes=2, reduce=slow_first)) == TEXTS


def test_no_texts_start_no_process():
    assert list(parse_many([], processes=2)) == []


@pytest.mark.parametrize("processes", [None, 1, 2])
def test_a_stream_without_end_is_read_a_few_texts_ahead(processes):
    """No more than the reader wants, and a bounded number besides."""
    pulled = itertools.count()
    stream = (TEXTS[next(pulled) % len(TEXTS)] for _ in itertools.count())
    documents = parse_many(stream, processes=processes, reduce=keys)
    assert [next(documents) for _ in range(50)] == [keys(citeparse.parse(TEXTS[n % len(TEXTS)])) for n in range(50)]
    documents.close()
    assert next(pulled) <= 50 + (processes or 1) * (AHEAD + 1)


@pytest.mark.parametrize("processes", [1, 2])
def test_error_in_reduce_names_the_text(processes):
    """Earlier results come first, then the exception itself, with a note."""
    results = parse_many(TEXTS, processes=processes, reduce=broken)
    assert list(itertools.islice(results, 5)) == [1] * 5
    with pytest.raises(LookupError, match="nothing here") as caught:
        next(results)
    assert "while parsing text 5" in caught.value.__notes__


@pytest.mark.parametrize("processes", [1, 2])
def test_error_in_a_text_names_it(processes):
    with pytest.raises(TypeError, match="takes a str") as caught:
        list(parse_many([*TEXTS[:3], None], processes=processes, reduce=keys))
    assert "while parsing text 3" in caught.value.__notes__


def test_error_of_a_worker_shows_where_it_was_raised():
    with pytest.raises(LookupError) as caught:
        list(parse_many(TEXTS, processes=2, reduce=broken))
    assert any("in broken" in note for note in caught.value.__notes__)


@pytest.mark.parametrize(("reduce", "message"), [(odd, "Odd: this and that"), (unsendable, "pickle")])
def test_error_that_cannot_be_sent_says_the_same(reduce, message):
    """Neither an odd exception nor an odd result is lost on its way."""
    with pytest.raises(Exception, match=message) as caught:
        list(parse_many(TEXTS, processes=2, reduce=reduce))
    assert "while parsing text 0" in caught.value.__notes__


def test_error_on_a_reduce_that_cannot_be_sent():
    """Raised at once, before a process is started."""
    with pytest.raises(TypeError, match="function of a module"):
        parse_many(TEXTS, processes=2, reduce=lambda doc: doc.text)
    assert list(parse_many(TEXTS, reduce=lambda doc: doc.text)) == TEXTS


def test_error_on_no_processes():
    with pytest.raises(ValueError, match="1 or more, not 0"):
        parse_many(TEXTS, processes=0)


@posix
def test_error_when_a_worker_is_killed_names_the_text(method):
    """Under each way to start it; what came before is not lost."""
    results = parse_many(TEXTS, processes=2, reduce=killed)
    assert list(itertools.islice(results, 5)) == [1] * 5
    with pytest.raises(RuntimeError, match=r"died \(exit code -9\) before it had parsed text 5"):
        next(results)


def test_error_when_a_worker_leaves():
    with pytest.raises(RuntimeError, match=r"exit code 3\) before it had parsed text 0"):
        list(parse_many(TEXTS, processes=2, reduce=leaving))


@posix
def test_error_when_all_workers_are_killed_from_outside():
    """The next text that one of them should have parsed is named."""
    results = parse_many(itertools.cycle(TEXTS), processes=2, reduce=keys)
    next(results)
    for child in multiprocessing.active_children():
        child.kill()
    with pytest.raises(RuntimeError, match=r"died \(exit code -9\) before it had parsed text [0-9]+"):
        list(results)


@pytest.mark.parametrize("end", ["close", "drop", "raise"])
def test_a_reader_who_stops_early_stops_the_workers(end):
    """However long they would have gone on; `_nobody_left` looks for them."""
    results = parse_many(TEXTS, processes=2, reduce=asleep)
    next(results)
    assert len(multiprocessing.active_children()) == 2
    if end == "close":
        results.close()
    elif end == "raise":
        with pytest.raises(KeyboardInterrupt):
            results.throw(KeyboardInterrupt())
    del results


SCRIPT = """
import itertools, signal, sys, time
from citeparse import parse_many

def reduce(doc):
    time.sleep(600 if doc.text == "sleep" else 0)
    return doc.text

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    results = parse_many(["1 U.S. 1", *itertools.repeat({then!r}, 20)], processes=2, reduce=reduce)
    print(next(results), flush=True)
    {end}
"""


@pytest.fixture
def script(tmp_path, root):
    """Start a script that reads one result, in a process group of its own, and end what is left of it."""
    started = []

    def start(then, end):
        path = tmp_path / "script.py"
        path.write_text(SCRIPT.format(then=then, end=end))
        process = subprocess.Popen(
            [sys.executable, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True, env=os.environ | {"PYTHONPATH": str(root)},
        )
        started.append(process)
        assert process.stdout.readline() == "1 U.S. 1\n"
        return process

    yield start
    for process in started:
        if not gone(process.pid, seconds=0):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def gone(group, seconds=20):
    """Return whether every process of the group ends in so many seconds."""
    until = time.monotonic() + seconds
    while True:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(0.02)


@posix
def test_ctrl_c_stops_everything(script):
    """As a terminal sends it, to all processes at once: one traceback, and nothing goes on."""
    process = script("sleep", "next(results)")
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    assert errors.count("Traceback") == 1
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert gone(process.pid)


@posix
def test_workers_end_when_their_parent_is_killed(script):
    """They notice as soon as they wait for the next text."""
    process = script("1 U.S. 2", "time.sleep(600)")
    process.kill()
    process.wait()
    assert gone(process.pid)


@posix
def test_a_program_that_ends_in_the_middle_ends(script):
    """With nothing said about it."""
    process = script("1 U.S. 2", "sys.exit()")
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")
    assert gone(process.pid)
