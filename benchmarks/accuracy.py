"""Parse annotated documents and score what was read.

    python benchmarks/accuracy.py                                  figures on tests/gold
    python benchmarks/accuracy.py --gold tests/gold/second --by-kind
    python benchmarks/accuracy.py --errors 40 --fields pin,name    what is wrong, one line each, with the text
    python benchmarks/accuracy.py --errors 999 --doc ali-v-annucci --only case,id

Every NAME.txt beside a NAME.gold.json is parsed; NAME.pred.json is written for each.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

from benchmarks import floors
from benchmarks.misses import Document, list_misses
from benchmarks.scoring import FIELDS, Figures, compare, count_kinds, figures

if TYPE_CHECKING:
    from citeparse import Citation
    from citeparse import Document as Parsed

__all__ = ["Predict", "main", "predict", "prediction", "score"]

Predict = Callable[[str], list[dict[str, Any]]]
"""A text → its predicted mentions, in order."""

GOLD = Path(__file__).parent.parent / "tests" / "gold"

_NOTE = re.compile(r",\s*(?=(?:nn?|notes?|fn)\b)")
"""A comma before a footnote is no part of the pin: ``414, note 2``."""
_DASH = re.compile(r"\s*[-‐-―−]\s*")


def predict(text: str) -> list[dict[str, Any]]:
    """Parse a text with citeparse and return its mentions in the form that is scored."""
    citeparse = importlib.import_module("citeparse")
    return prediction(citeparse.parse(text))


def prediction(doc: Parsed) -> list[dict[str, Any]]:
    """Return the mentions of a parsed document in the form that is scored."""
    index_at = {tuple(c.span): index for index, c in enumerate(doc.citations)}
    return [_mention(c, index_at) for c in doc.citations]


def _mention(c: Citation, index_at: dict[tuple[int, ...], int]) -> dict[str, Any]:
    host, relation = c.inside or (None, None)
    return {
        "start": c.span.start,
        "end": c.span.end,
        "kind": c.kind,
        "text": c.text,
        "canon": c.canonical,
        "name": c.case_name,
        "pin": [_NOTE.sub(" ", _DASH.sub("-", pin.printed)) for pin in c.pins],
        "court": c.court,
        "year": c.year,
        "date": c.date.isoformat() if c.date else None,
        "docket": c.docket,
        "sig": c.signal.lower() if c.signal else None,
        "cluster": c.authority.key if c.authority else getattr(c, "cluster", None),
        "inside": None if host is None else index_at.get(tuple(host.span)),
        "rel": relation,
    }


def score(gold: Path, predict: Predict, names: Collection[str] = (), only: Collection[str] = (),
          out: Path | None = None) -> list[Document]:
    """Predict and compare the documents of a folder (or those named), writing the predictions into ``out``."""
    documents = []
    for annotated in sorted(gold.glob("*.gold.json")):
        name = annotated.name.removesuffix(".gold.json")
        if names and name not in names:
            continue
        text = annotated.with_name(f"{name}.txt").read_text(encoding="utf-8")
        predicted = predict(text)
        if out:
            written = json.dumps({"citations": predicted}, ensure_ascii=False, indent=1)
            (out / f"{name}.pred.json").write_text(written, encoding="utf-8")
        wanted = json.loads(annotated.read_text(encoding="utf-8"))["citations"]
        documents.append(Document(name, text, compare(wanted, predicted, only)))
    return documents


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    args = _arguments().parse_args(argv)
    if args.write_floors:
        for line in floors.raise_floors(lambda gold, names: _figures(score(gold, predict, names))):
            print(line)
        return 0
    out = args.predictions or Path(tempfile.mkdtemp(prefix="predictions-"))
    out.mkdir(parents=True, exist_ok=True)
    documents = score(args.gold, _predictor(args.parser), args.doc, args.only, out)
    if not documents:
        print(f"no *.gold.json in {args.gold}" + (f" named {', '.join(args.doc)}" if args.doc else ""), file=sys.stderr)
        return 2
    for line in _report(documents, args):
        print(line)
    return 0


def _report(documents: list[Document], args: argparse.Namespace) -> Iterator[str]:
    result = _figures(documents)
    yield json.dumps(result) if args.json else _one_line(result)
    if args.by_doc:
        yield from (f"  {document.name:24} {_one_line(_figures([document]))}" for document in documents)
    if args.by_kind:
        yield from _kinds(documents)
    lines = [line for document in documents for line in list_misses(document, args.fields)]
    yield from lines[: args.errors]
    if args.errors and len(lines) > args.errors:
        yield f"… {len(lines) - args.errors} more"


def _figures(documents: list[Document]) -> Figures:
    return figures([document.comparison for document in documents])


def _one_line(result: Figures) -> str:
    shown = {key: f"{value:.3f}" if isinstance(value, float) else value for key, value in result.items()}
    return "  ".join(f"{key}={value}" for key, value in shown.items())


def _kinds(documents: list[Document]) -> Iterator[str]:
    for kind, count in count_kinds(document.comparison for document in documents).items():
        links = f"{count.right('resolve')}/{count.checked['resolve']}"
        wrong = ", ".join(f"{field} {times}" for field, times in count.wrong.most_common())
        yield (
            f"  {kind:13} gold {count.gold:5} found {count.found:5} kind {count.right('kind'):5} exact {count.exact:5}"
            f" spurious {count.spurious:5} resolved {links:9} wrong: {wrong or 'nothing'}"
        )


def _predictor(name: str) -> Predict:
    if name == "citeparse":
        return predict
    found: Predict = importlib.import_module(f"benchmarks.peers.{name}_peer").predict
    return found


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--gold", type=Path, default=GOLD, help="folder of NAME.txt with NAME.gold.json (default: tests/gold)")
    add("--predictions", type=Path, metavar="OUT", help="folder for NAME.pred.json (default: a temporary one)")
    add("--errors", type=int, nargs="?", const=10**9, default=0, metavar="N", help="list N faults (no N: all)")
    faults = _names(*FIELDS, "missed", "spurious")
    add("--fields", type=faults, default=(), metavar="F,…", help="list only faults in these")
    add("--doc", action="append", default=[], metavar="NAME", help="score only this document; may be repeated")
    add("--only", type=_names(), default=(), metavar="KINDS", help="tally only gold mentions of these kinds")
    add("--by-kind", action="store_true", help="add a line for each kind")
    add("--by-doc", action="store_true", help="add a line for each document")
    add("--json", action="store_true", help="print the figures as JSON")
    add("--parser", choices=("citeparse", "eyecite"), default="citeparse", help="whose reading is scored")
    add("--write-floors", action="store_true", help="raise the floors that the tests hold us to; never lowers one")
    return parser


def _names(*allowed: str) -> Callable[[str], tuple[str, ...]]:
    """Return a reader of comma-separated names."""

    def names(value: str) -> tuple[str, ...]:
        found = tuple(name.strip() for name in value.split(",") if name.strip())
        unknown = [name for name in found if allowed and name not in allowed]
        if unknown:
            msg = f"{', '.join(unknown)}: not among {', '.join(allowed)}"
            raise argparse.ArgumentTypeError(msg)
        return found

    return names


if __name__ == "__main__":
    sys.exit(main())
