"""Write what the fuzzer begins with: the texts of the tables in tests/cases and stretches of the gold documents.

python tests/fuzz/seeds.py CORPUS
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "property"))

from mutations import OPINIONS
from strategies import PIECES

TESTS = Path(__file__).resolve().parents[1]
LONGEST = 400


def seeds() -> Iterator[str]:
    """Yield short texts of every sort."""
    for path in sorted((TESTS / "cases").glob("*.toml")):
        for rows in tomllib.loads(path.read_text(encoding="utf-8")).values():
            yield from (row["text"] for row in rows if isinstance(row, dict) and "text" in row)
    for opinion in OPINIONS:
        yield from (opinion[at : at + LONGEST] for at in range(0, len(opinion), LONGEST))


def main() -> None:
    """Write a file for each seed, and the dictionary of pieces beside them."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(seeds()):
        (folder / f"seed-{number:05}").write_text(text, encoding="utf-8")
    words = sorted({piece.encode() for piece in PIECES if len(piece) > 1})
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in words]
    folder.with_suffix(".dict").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
