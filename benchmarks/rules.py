"""How often each rule of the resolver is right on the annotated documents, and the pages that publish it.

    python benchmarks/rules.py                     print the tables of docs/accuracy.md
    python benchmarks/rules.py --write             write them into the page; --peers: those of docs/comparison.md, too
    python benchmarks/rules.py --check [--peers]   exit 1 when a page says something else (date and versions aside)

A link is right when its antecedent has the annotated authority of the mention itself. A link that borrows only a
code or title (`Link.same` is false) is right when the mention stands with the earlier mentions of its authority and
with no others, and has the annotated normal form; so is a full citation without a link. Antecedents that the
annotators found ambiguous are not judged.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import importlib.metadata
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

sys.path.append(str(Path(__file__).parent.parent))  # so that it runs as a script, too

import citeparse
from benchmarks.accuracy import prediction
from benchmarks.alignment import Alignment, align
from benchmarks.pages import Block, Cell, Table, block, put, render
from benchmarks.peer_figures import eyecite, peers_block
from benchmarks.scoring import FIELDS, Comparison, Verdict, compare, count_kinds, figures
from citeparse import Link, Unresolved
from citeparse.links import Answer

__all__ = ["ACCURACY", "COMPARISON", "Links", "Measured", "Tally", "accuracy_blocks", "main", "measure"]

ROOT = Path(__file__).parent.parent
ACCURACY, COMPARISON = ROOT / "docs" / "accuracy.md", ROOT / "docs" / "comparison.md"
SETS = {"first": ROOT / "tests" / "gold", "second": ROOT / "tests" / "gold" / "second"}

SEED = "0"
"""Hash seed under which the other libraries run: eyecite's answers depend on it."""

NO_LINK = "no link"
ALL, ANY_FLAG, NO_FLAG = "all links", "any flag", "no flag"

_LABELS = {
    "docs": "documents",
    "gold": "mentions annotated",
    "pred": "mentions found",
    "P": "precision",
    "R": "recall",
    "F1": "F1",
    "B3_F1": "grouping (B³ F1)",
    "exact": "exact",
}
_LINKS = {"cluster", "resolve", "canon"}


@attrs.define
class Tally:
    """Decisions of one sort."""

    decided: int = 0
    right: int = 0

    def add(self, *, right: bool) -> None:
        """Count one."""
        self.decided += 1
        self.right += right

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.decided + other.decided, self.right + other.right)

    @property
    def share(self) -> float | None:
        """The share that is right."""
        return self.right / self.decided if self.decided else None


def _tallies() -> collections.defaultdict[str, Tally]:
    return collections.defaultdict(Tally)


@attrs.define
class Links:
    """How the links of one set fared."""

    rules: collections.defaultdict[str, Tally] = attrs.field(factory=_tallies)
    flags: collections.defaultdict[str, Tally] = attrs.field(factory=_tallies)
    reasons: collections.defaultdict[str, Tally] = attrs.field(factory=_tallies)
    """Why mentions stay unresolved; right where nothing earlier in the text is annotated as what they cite."""
    ambiguous: collections.defaultdict[str, Tally] = attrs.field(factory=_tallies)
    """Links of mentions that are not judged; right where they agree with what the annotators took to be meant."""


@attrs.define
class Measured:
    """One set of documents."""

    comparisons: list[Comparison] = attrs.field(factory=list)
    links: Links = attrs.field(factory=Links)


def measure(gold: Path) -> Measured:
    """Parse and compare the annotated documents of a folder, and judge every link."""
    result = Measured()
    for annotated in sorted(gold.glob("*.gold.json")):
        text = annotated.with_name(annotated.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        wanted = json.loads(annotated.read_text(encoding="utf-8"))["citations"]
        doc = citeparse.parse(text)
        predicted = prediction(doc)
        comparison = compare(wanted, predicted)
        result.comparisons.append(comparison)
        _judge(result.links, comparison, align(wanted, predicted), doc.links)
    return result


def _judge(links: Links, comparison: Comparison, pairs: Alignment, decided: Sequence[Answer]) -> None:
    for verdict in comparison.verdicts:
        if verdict.prediction is None:
            continue
        g = pairs.index_of_id[verdict.gold["id"]]
        link = decided[pairs.found[g]]
        judged = not str(verdict.gold.get("err", "")).startswith("ambiguous")
        if isinstance(link, Link):
            _count(links, link, right=_is_right(link, verdict, pairs), judged=judged)
        elif isinstance(link, Unresolved) and judged:
            links.reasons[link.reason.split(":")[0]].add(right=pairs.mentions_of[verdict.gold["auth"]][0] == g)
        elif judged:
            links.rules[NO_LINK].add(right=_grouped(verdict))


def _count(links: Links, link: Link, *, right: bool, judged: bool) -> None:
    flagged = ANY_FLAG if link.flags else NO_FLAG
    if not judged:
        links.ambiguous[flagged].add(right=right)
        return
    for rule in (link.rule, ALL):
        links.rules[rule].add(right=right)
    for flag in (*link.flags, flagged):
        links.flags[flag].add(right=right)


def _is_right(link: Link, verdict: Verdict, pairs: Alignment) -> bool:
    if link.same:
        return link.antecedent in pairs.meant and pairs.authority(link.antecedent) == verdict.gold["auth"]
    return _grouped(verdict)


def _grouped(verdict: Verdict) -> bool:
    """Whether the mention stands with the earlier mentions of its authority and no others, in its normal form."""
    return all(check.right for check in verdict.checks if check.field in _LINKS)


def accuracy_blocks(measured: Mapping[str, Measured]) -> dict[str, Block]:
    """Return the generated blocks of docs/accuracy.md, without date and versions."""
    return {
        "figures": [_figures(measured)],
        "kinds": [part for name, of in measured.items() for part in (f"The {name} set:", _kinds(of))],
        "rules": [_tally_table("rule", {name: of.links.rules for name, of in measured.items()}, (ALL, NO_LINK))],
        "flags": [
            _tally_table("flag", {name: of.links.flags for name, of in measured.items()}, (ANY_FLAG, NO_FLAG)),
            *_ambiguous(measured),
        ],
        "unresolved": [_reasons(measured)],
    }


def _figures(measured: Mapping[str, Measured]) -> Table:
    columns = {f"{name} set": figures(of.comparisons) for name, of in measured.items()}
    columns["both"] = figures([comparison for of in measured.values() for comparison in of.comparisons])
    rows = [(label, key) for key, label in (_LABELS | {field: f"`{field}`" for field in FIELDS}).items()]
    return Table(("figure", *columns), tuple((label, *(c[key] for c in columns.values())) for label, key in rows))


def _kinds(measured: Measured) -> Table:
    head = ("kind", "annotated", "found", "spurious", "kind right", "exact", "link right")
    rows = []
    for kind, count in count_kinds(measured.comparisons).items():
        checked = count.checked["resolve"] + count.checked["cluster"]
        right = count.right("resolve") + count.right("cluster")
        share = right / checked if checked else None
        exact = count.exact / count.gold if count.gold else None
        rows.append((f"`{kind}`", count.gold, count.found, count.spurious, count.right("kind"), exact, share))
    return Table(head, tuple(rows))


def _tally_table(what: str, sets: Mapping[str, Mapping[str, Tally]], last: Sequence[str]) -> Table:
    """Return a table of decisions by set, the most frequent first, some rows last."""
    total = _tallies()
    for tallies in sets.values():
        for label, tally in tallies.items():
            total[label] += tally
    labels = sorted(set(total) - set(last), key=lambda label: (-total[label].decided, label))
    columns = [f"{name}: {column}" for name in sets for column in ("links", "right", "share")]
    rows = []
    for label in (*labels, *last):
        row = [cell for of in sets.values() for cell in _cells(of.get(label, Tally()))]
        rows.append((label if label in last else f"`{label}`", *row, total[label].share))
    return Table((what, *columns, "both: share"), tuple(rows))


def _cells(tally: Tally) -> tuple[int, int, float | None]:
    return tally.decided, tally.right, tally.share


def _ambiguous(measured: Mapping[str, Measured]) -> Iterator[str]:
    links = [of.links.ambiguous for of in measured.values()]
    flagged, plain = (sum((of[which] for of in links), Tally()) for which in (ANY_FLAG, NO_FLAG))
    yield (
        f"In none of these counts: {flagged.decided + plain.decided} links of mentions whose antecedent the annotators "
        f"found ambiguous. {flagged.decided} of them are flagged, and {flagged.right} of these agree with what the "
        f"annotators took to be meant; {plain.decided} are not flagged, and {plain.right} of these agree."
    )


def _reasons(measured: Mapping[str, Measured]) -> Table:
    sets = {name: of.links.reasons for name, of in measured.items()}
    columns = [f"{name}: {column}" for name in sets for column in ("mentions", "cited before")]
    rows: list[tuple[Cell, ...]] = []
    for reason in sorted({reason for reasons in sets.values() for reason in reasons}):
        tallies = [reasons.get(reason, Tally()) for reasons in sets.values()]
        rows.append((reason, *(cell for tally in tallies for cell in (tally.decided, tally.decided - tally.right))))
    return Table(("reason", *columns), tuple(rows))


def _stamp(date: str, *packages: str) -> str:
    versions = ", ".join(f"{package} {_version(package)}" for package in packages)
    return f"Measured on {date} with {versions}."


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:  # run from a checkout
        return str(importlib.import_module(package).__version__)


def _write(page: Path, blocks: Mapping[str, Block], stamp: str) -> None:
    page.write_text(put(page.read_text(encoding="utf-8"), {**blocks, "stamp": [stamp]}), encoding="utf-8")
    print(f"written: {page}")


def _differences(page: Path, blocks: Mapping[str, Block]) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    for name, parts in blocks.items():
        claimed, measured = block(text, name).splitlines(), render(parts).splitlines()
        yield from (f"{page.name} {name} - {line}" for line in claimed if line not in measured)
        yield from (f"{page.name} {name} + {line}" for line in measured if line not in claimed)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command."""
    args = _arguments().parse_args(argv)
    if args.peers and os.environ.get("PYTHONHASHSEED") != SEED:
        command = [sys.executable, __file__, *(sys.argv[1:] if argv is None else argv)]
        return subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": SEED}, check=False).returncode
    packages = ["citeparse", "reporters-db", "courts-db"]
    pages = [(ACCURACY, accuracy_blocks({name: measure(gold) for name, gold in SETS.items()}), packages)]
    if args.peers:
        pages.append((COMPARISON, {"peers": peers_block(SETS, eyecite())}, ["citeparse", "eyecite", *packages[1:]]))
    if args.write:
        for page, blocks, versions in pages:
            _write(page, blocks, _stamp(args.date, *versions))
    elif args.check:
        differences = [line for page, blocks, _ in pages for line in _differences(page, blocks)]
        print(*differences, sep="\n", end="\n" if differences else "")
        return int(bool(differences))
    else:
        print(*(f"{name}\n\n{render(parts)}\n" for _, blocks, _ in pages for name, parts in blocks.items()), sep="\n")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--write", action="store_true", help="write the generated blocks of the pages")
    add("--check", action="store_true", help="exit 1 when the pages say something else")
    add("--peers", action="store_true", help="measure the other libraries for docs/comparison.md, too")
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    add("--date", default=today, metavar="DATE", help="the day that is written (default: today)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
