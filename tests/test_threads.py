"""Threads that read at the same time read the same; without a global lock, too, where Python is built so."""

import json

SCRIPT = """
import json, sys, threading
from pathlib import Path
import citeparse

def read(order):
    documents = {text: citeparse.parse(text) for text in order}
    return [
        (str(c), c.key, c.kind, c.court, c.year, c.cluster, c.url) for text in texts for c in documents[text].citations
    ]

def run(number):
    together.wait()
    found[number] = read(texts[number:] + texts[:number])

sys.setswitchinterval(1e-6)
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
together = threading.Barrier(4)
found = {}
threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
alone = read(texts)
print(json.dumps([len(alone), *(found[number] == alone for number in range(4))]))
"""


def test_threads_read_the_same(run, root):
    """From the first text on, when all of them load the tables at once."""
    done = run("-c", SCRIPT, str(root / "tests" / "gold"))
    assert done.returncode == 0, done.stderr.decode()
    citations, *same = json.loads(done.stdout)
    assert citations > 500
    assert same == [True] * 4
