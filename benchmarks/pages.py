"""Generated blocks of the pages in ``docs``: tables between markers, written from what was measured, and checked.

A block stands between ``<!-- begin generated: NAME -->`` and ``<!-- end generated -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import attrs

__all__ = ["TOLERANCE", "Block", "Cell", "Table", "block", "overclaims", "put", "render"]

Cell = str | int | float | None
"""A label, a count, a share; None where there is nothing to tell."""

TOLERANCE = 0.0005
"""What rounding to three digits may add to a share."""

_SHARE = re.compile(r"[01]\.[0-9]{3}")


@attrs.frozen
class Table:
    """Labels of the columns, and rows whose first cell is the label."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __str__(self) -> str:
        lines = [self.head, ("---", *("--:" for _ in self.head[1:])), *(map(_cell, row) for row in self.rows)]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def shares(self) -> dict[tuple[str, str], float]:
        """Return the shares by label of row and of column."""
        cells = ((str(row[0]), label, cell) for row in self.rows for label, cell in zip(self.head, row, strict=True))
        return {(row, label): cell for row, label, cell in cells if isinstance(cell, float)}


Block = Sequence[Table | str]
"""Tables and sentences, one below the other."""


def render(parts: Block) -> str:
    """Return a block as it stands on the page."""
    return "\n\n".join(str(part) for part in parts)


def block(page: str, name: str) -> str:
    """Return the text of a block."""
    return _find(page, name)["body"].strip()


def put(page: str, blocks: Mapping[str, Block]) -> str:
    """Return a page with these blocks in place of the old ones."""
    for name, parts in blocks.items():
        found = _find(page, name)
        page = f"{page[: found.start('body')]}\n{render(parts)}\n\n{page[found.end('body') :]}"
    return page


def overclaims(page: str, name: str, parts: Block) -> Iterator[str]:
    """Yield a line for each share that a block of the page claims above what is measured.

    Rows and columns that were not measured are passed over; tables are compared in their order.
    """
    measured = [part for part in parts if isinstance(part, Table)]
    for claimed, table in zip(_tables(block(page, name)), measured, strict=True):
        shares = table.shares()
        for place, share in claimed.shares().items():
            if place in shares and share > shares[place] + TOLERANCE:
                yield f"{name}: {' / '.join(place)} claims {share:.3f}, measured {shares[place]:.4f}"


def _cell(value: Cell) -> str:
    if value is None:
        return "—"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _find(page: str, name: str) -> re.Match[str]:
    """Return the match of a block, what stands between its markers as ``body``."""
    begin, end = rf"<!-- begin generated: {re.escape(name)} -->\n", "<!-- end generated -->"
    found = re.search(rf"{begin}(?P<body>.*?){end}", page, re.DOTALL)
    if found is None:
        raise ValueError(f"no block {name!r} on the page")
    return found


def _tables(text: str) -> list[Table]:
    """Read the tables of a block back."""
    runs = (list(run) for is_table, run in groupby(text.splitlines(), lambda line: line.startswith("|")) if is_table)
    tables = []
    for head, _, *rows in runs:
        read = (tuple(float(cell) if _SHARE.fullmatch(cell) else cell for cell in _split(row)) for row in rows)
        tables.append(Table(tuple(_split(head)), tuple(read)))
    return tables


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]
