"""Groups eyecite's objects by what citeparse resolved them to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eyecite.models import (
    FullCitation,
    IdCitation,
    ReferenceCitation,
    Resource,
    ShortCaseCitation,
    SupraCitation,
)

__all__ = ["grouped"]

_LATER = {
    ShortCaseCitation: "resolve_shortcase_citation",
    SupraCitation: "resolve_supra_citation",
    ReferenceCitation: "resolve_reference_citation",
    IdCitation: "resolve_id_citation",
}


def grouped(citations: Sequence[Any], functions: Mapping[str, Callable[..., Any]]) -> dict[Any, list[Any]]:
    """Return what is cited with its citations; functions that are given are called as eyecite calls them."""
    resources = _resources(citations, functions.get("resolve_full_citation"))
    shared = {citation.cluster: resource for citation, resource in reversed(resources) if resource}
    resolutions, seen, last = defaultdict[Any, list[Any]](list), list[tuple[Any, Any]](), None
    for citation in citations:
        function = functions.get(_LATER.get(type(citation), ""))
        if isinstance(citation, FullCitation):
            seen.append(resources[len(seen)])
            last = seen[-1][1]
        elif function is None:
            last = shared.get(citation.cluster)
        elif isinstance(citation, IdCitation):
            last = function(citation, last, resolutions)
        else:
            last = function(citation, seen)
        if last:
            resolutions[last].append(citation)
    return resolutions


def _resources(citations: Sequence[Any], resolve: Callable[[Any], Any] | None) -> list[tuple[Any, Any]]:
    """Return each full citation with what a function says of it, else with the first of its authority."""
    first = dict[str, Resource]()
    full: list[Any] = [citation for citation in citations if isinstance(citation, FullCitation)]
    if resolve is not None:
        return [(citation, resolve(citation)) for citation in full]
    return [(citation, first.setdefault(citation.cluster, Resource(citation))) for citation in full]
