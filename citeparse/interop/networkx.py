"""networkx: who cites what, as a graph (``pip install 'citeparse[networkx]'``).

>>> from citeparse import parse
>>> brief = parse("Roe v. Doe, 5 F.3d 7 (1st Cir. 1999), aff'd, 530 U.S. 1, 120 S. Ct. 2 (2000). Roe, 5 F.3d at 8.")
>>> graph = citation_graph({"brief": brief, "reply": parse("Roe v. Doe, 120 S. Ct. 2 (2000).")})
>>> for citing, cited, relation, count in graph.edges(keys=True, data="count"):
...     print(citing, relation, cited, count)
/us/case/us/530/1 affirmed /us/case/f3d/5/7 1
brief cites /us/case/f3d/5/7 2
brief cites /us/case/us/530/1 1
reply cites /us/case/us/530/1 1
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any

from citeparse.authority import Authority
from citeparse.citations import Citation
from citeparse.data._lazy import lazy
from citeparse.data.phrases import squeeze
from citeparse.document import Document
from citeparse.interop._need import need

if TYPE_CHECKING:
    import networkx

__all__ = ["CITES", "citation_graph", "read_graphml", "write_graphml"]

CITES = "cites"
"""The relation of a document to what it cites."""

_NOT_XML = lazy("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document keeps."""
_ACTIVE = lazy(r"(?:\w+ly )?(?!reh)\w*(?:ing|ffg|evg|pplg)\b")
"""``aff'g``, ``overruling``: what stands before the phrase treats what stands after it."""


def citation_graph(documents: Mapping[str, Document] | Iterable[tuple[str, Document]]) -> networkx.MultiDiGraph:
    """Return the graph of who cites what; ``documents`` are named by what their nodes shall be called.

    Nodes are documents (``type`` is ``document``; ``mentions``, ``unresolved``) and authorities (``type`` is
    ``authority``; ``kind``, ``cite``, ``name``, ``year``, ``court``, ``url``, ``aliases``, where they are known). An
    authority's node is its key; parallel citations, in whatever document they stand side by side, are one node. What
    is known in one document alone, such as ``ECF No. 12``, has the document's name before its key. A document that is
    called by the key of an opinion is the node that others cite.

    Edges have their relation for a key: ``cites`` from a document to an authority; treatments such as ``affirmed`` and
    ``overruled``, and ``quoting`` or ``citing`` of a parenthetical, from the authority that does it to the one that it
    is done to. ``count`` is the number of mentions, parallel citations taken as one, ``kinds`` that of each kind
    (``case:1 id:2``).

    Raises `ImportError` when networkx is not installed.

    >>> from citeparse import parse
    >>> graph = citation_graph({"brief": parse("Roe v. Wade, 410 U.S. 113, 93 S. Ct. 705 (1973). Id. at 120.")})
    >>> [(citing, cited, told["count"]) for citing, cited, told in graph.edges(data=True)]
    [('brief', '/us/case/us/410/113', 2)]
    """
    found = _Found()
    pairs: Any = documents.items() if isinstance(documents, Mapping) else documents
    for name, doc in pairs:
        found.read(_clean(name), doc)
    return found.graph()


class _Found:
    """What has been found in the documents, by keys that are not yet folded."""

    def __init__(self) -> None:
        self.documents: dict[str, Counter[str]] = {}
        self.authorities: dict[str, Authority] = {}
        self.edges: dict[tuple[str, str, str], Counter[str]] = {}
        self.folds = _Folds()

    def read(self, name: str, doc: Document) -> None:
        self.documents.setdefault(name, Counter()).update(mentions=len(doc.citations), unresolved=len(doc.unresolved))
        for citation in (c for c in doc.citations if c.token.parallel is None):
            for authority in citation.authorities:
                self._edge(name, self._key(name, authority), CITES, citation)
            self._nested(name, citation)

    def _key(self, name: str, authority: Authority) -> str:
        """Return the key of an authority; of what only this document knows with its name."""
        if authority.key.startswith("#"):
            key = name + authority.key
        else:
            key = authority.key
            self.folds.join(key, *authority.aliases)
        known = self.authorities.setdefault(key, authority)
        if known is not authority and _told(authority) > _told(known):
            self.authorities[key] = authority
        return key

    def _nested(self, name: str, citation: Citation) -> None:
        """Add what the phrase says by which a citation hangs on another."""
        inside, authority = citation.inside, citation.authority
        if inside is None or inside.relation is None or authority is None or inside.host.authority is None:
            return
        here, host = self._key(name, authority), self._key(name, inside.host.authority)
        relation = citation.treatment or inside.relation
        if citation.token.history and not _ACTIVE.match(squeeze(inside.relation)):
            host, here = here, host
        self._edge(host, here, relation, citation)

    def _edge(self, citing: str, cited: str, relation: str, citation: Citation) -> None:
        self.edges.setdefault((citing, cited, relation), Counter())[citation.kind] += 1

    def graph(self) -> networkx.MultiDiGraph:
        graph = need("networkx", "networkx").MultiDiGraph()
        names = self.folds.names(self.authorities)
        for key, authority in self.authorities.items():
            node = names.get(key, key)
            graph.add_node(node, **{**_facts(authority), **graph.nodes.get(node, {}), "type": "authority"})
        for name, counts in self.documents.items():
            graph.add_node(names.get(name, name), **counts, type="document")
        counted: dict[tuple[str, str, str], Counter[str]] = {}
        for (citing, cited, relation), kinds in self.edges.items():
            ends = names.get(citing, citing), names.get(cited, cited)
            counted.setdefault((*ends, _clean(relation)), Counter()).update(kinds)
        for (citing, cited, relation), kinds in counted.items():
            told = " ".join(f"{kind}:{count}" for kind, count in sorted(kinds.items()))
            graph.add_edge(citing, cited, relation, relation=relation, count=kinds.total(), kinds=told)
        return graph


class _Folds:
    """Keys that name one authority."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def _top(self, key: str) -> str:
        while (up := self._up.setdefault(key, key)) != key:
            self._up[key] = key = self._up[up]
        return key

    def join(self, *keys: str) -> None:
        for key in keys[1:]:
            self._up[self._top(key)] = self._top(keys[0])

    def names(self, authorities: Mapping[str, Authority]) -> dict[str, str]:
        """Return for each key the one by which its authority is best known: that with the most parallel citations."""
        best: dict[str, str] = {}
        for key in sorted(authorities, key=lambda key: (-len(authorities[key].aliases), key)):
            best.setdefault(self._top(key), key)
        return {key: best[self._top(key)] for key in list(self._up) if self._top(key) in best}


def _told(authority: Authority) -> tuple[int, int]:
    return len(authority.aliases), len(_facts(authority))


def _facts(authority: Authority) -> dict[str, Any]:
    """Return what is known of an authority, as GraphML can hold it."""
    facts = {
        "kind": authority.kind, "cite": authority.cite, "name": authority.name, "year": authority.year,
        "court": getattr(authority, "court", None), "url": authority.url, "aliases": " ".join(authority.aliases),
    }
    return {name: _clean(fact) if isinstance(fact, str) else fact for name, fact in facts.items() if fact}


def _clean(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


def write_graphml(graph: networkx.MultiDiGraph, path: str | os.PathLike[str] | IO[bytes]) -> None:
    """Write a citation graph as GraphML, for Gephi, yEd, Cytoscape and others; each edge has an id of its own.

    Raises `ImportError` when networkx is not installed.

    >>> import io
    >>> from citeparse import parse
    >>> page = io.BytesIO()
    >>> write_graphml(citation_graph({"brief": parse("42 U.S.C. § 1983")}), page)
    >>> page.getvalue().startswith(b"<?xml")
    True
    """
    library = need("networkx", "networkx")
    edges = ((citing, cited, f"e{n}", told) for n, (citing, cited, told) in enumerate(graph.edges(data=True)))
    library.write_graphml(_made(graph, edges), path)


def read_graphml(path: str | os.PathLike[str] | IO[bytes]) -> networkx.MultiDiGraph:
    """Read what `write_graphml` wrote; the graph is equal to the one that was written.

    Raises `ImportError` when networkx is not installed.

    >>> import io
    >>> from citeparse import parse
    >>> page = io.BytesIO()
    >>> write_graphml(citation_graph({"brief": parse("42 U.S.C. § 1983")}), page)
    >>> _ = page.seek(0)
    >>> sorted(read_graphml(page))
    ['/us/usc/t42/s1983', 'brief']
    """
    graph = need("networkx", "networkx").read_graphml(path, force_multigraph=True)
    return _made(graph, ((citing, cited, told["relation"], told) for citing, cited, told in graph.edges(data=True)))


def _made(
    graph: networkx.MultiDiGraph, edges: Iterable[tuple[str, str, str, dict[str, Any]]],
) -> networkx.MultiDiGraph:
    """Return a graph with the nodes of another, and edges with other keys."""
    made = need("networkx", "networkx").MultiDiGraph()
    made.add_nodes_from(graph.nodes(data=True))
    made.add_edges_from(edges)
    return made
