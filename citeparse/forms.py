"""③ What a document is turned into, each by a module that is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citeparse.documents._paging import Pages
    from citeparse.documents.toa import TableOfAuthorities

__all__ = ["Forms"]


class Forms:
    """The other forms of a `Document`."""

    __slots__ = ()

    def table_of_authorities(self: Any, pages: Pages | None = None, *, passim: int | None = None) -> TableOfAuthorities:
        """Return the table of authorities; see `citeparse.documents.table_of_authorities`."""
        from citeparse.documents.toa import table_of_authorities

        return table_of_authorities(self, pages, passim=passim)

    def _repr_html_(self: Any) -> str:
        from citeparse.display import fragment

        return fragment(self)

    def to_frame(self: Any, library: str = "pandas") -> Any:
        """Return a data frame of ``pandas`` or ``polars``, one row a mention; see `citeparse.rows` for its columns."""
        from citeparse.interop.frames import to_frame

        return to_frame(self, library)

    def to_dict(self: Any) -> dict[str, Any]:
        """Return plain data for JSON; see `citeparse.convert`."""
        from citeparse.convert import to_dict

        return to_dict(self)

    def to_json(self: Any) -> str:
        """Return `to_dict` as JSON text."""
        from citeparse.convert import to_json

        return to_json(self)
