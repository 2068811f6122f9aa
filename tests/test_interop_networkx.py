"""The citation graph: nodes, edges, direction, folding, and GraphML."""

from __future__ import annotations

import io
import sys

import networkx
import pytest

from citeparse import parse
from citeparse.interop.networkx import citation_graph, read_graphml, write_graphml

ROE = "Roe v. Doe, 5 F.3d 7 (1st Cir. 1999)"


def edges(graph) -> dict[tuple[str, str, str], int]:
    return {(citing, cited, relation): count for citing, cited, relation, count in graph.edges(keys=True, data="count")}


def graph_of(*texts: str):
    return citation_graph({f"d{n}": parse(text) for n, text in enumerate(texts)})


def test_documents_cite_authorities():
    """Every resolved mention counts, short forms and lists of sections too; what is unresolved is a number."""
    graph = graph_of(f"{ROE}. Id. at 8. Roe, 5 F.3d at 9; 28 U.S.C. §§ 1331, 1343. Smith, 9 F.2d at 1.")
    assert edges(graph) == {
        ("d0", "/us/case/f3d/5/7", "cites"): 3,
        ("d0", "/us/usc/t28/s1331", "cites"): 1,
        ("d0", "/us/usc/t28/s1343", "cites"): 1,
    }
    assert graph["d0"]["/us/case/f3d/5/7"]["cites"]["kinds"] == "case:1 case_short:1 id:1"
    assert graph.nodes["d0"] == {"type": "document", "mentions": 5, "unresolved": 1}
    case = graph.nodes["/us/case/f3d/5/7"]
    facts = {"kind": "case", "cite": "5 F.3d 7", "name": "Roe v. Doe", "year": 1999, "court": "ca1"}
    assert ({"type": "authority"} | facts).items() <= case.items()


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (f"{ROE}, aff'd, 530 U.S. 1 (2000).", ("/us/case/us/530/1", "affirmed", "/us/case/f3d/5/7")),
        (f"{ROE}, cert. denied, 530 U.S. 1 (2000).", ("/us/case/us/530/1", "review denied", "/us/case/f3d/5/7")),
        (f"{ROE}, reh'g denied, 530 F.3d 1 (2000).", ("/us/case/f3d/530/1", "review denied", "/us/case/f3d/5/7")),
        (f"{ROE}, overruled by Poe v. Moe, 530 U.S. 1 (2000).", ("/us/case/us/530/1", "overruled", "/us/case/f3d/5/7")),
        (f"Poe v. Moe, 530 U.S. 1 (2000), aff'g {ROE}.", ("/us/case/us/530/1", "affirmed", "/us/case/f3d/5/7")),
        (f"Poe v. Moe, 530 U.S. 1 (2000), rev'g {ROE}.", ("/us/case/us/530/1", "reversed", "/us/case/f3d/5/7")),
        (f"Poe v. Moe, 530 U.S. 1 (2000), overruling {ROE}.", ("/us/case/us/530/1", "overruled", "/us/case/f3d/5/7")),
        (f"Poe v. Moe, 530 U.S. 1, 5 (2000) (quoting {ROE}).", ("/us/case/us/530/1", "quoting", "/us/case/f3d/5/7")),
        (f"Poe v. Moe, 530 U.S. 1, 5 (2000) (citing {ROE}).", ("/us/case/us/530/1", "citing", "/us/case/f3d/5/7")),
    ],
)
def test_authorities_treat_authorities(text, edge):
    """An edge leads from the one that affirms, overrules or quotes to the one that is affirmed, overruled or quoted."""
    citing, relation, cited = edge
    assert [key for key in edges(graph_of(text)) if key[2] != "cites"] == [(citing, cited, relation)]


@pytest.mark.parametrize("order", [1, -1])
def test_parallel_citations_are_one_node(order):
    """One document that prints them together joins what others print apart, in whatever order they come."""
    texts = ["Poe v. Moe, 120 S. Ct. 2 (2000).", "Poe v. Moe, 530 U.S. 1, 120 S. Ct. 2 (2000).", "530 U.S. 1."]
    graph = citation_graph({text: parse(text) for text in texts[::order]})
    assert edges(graph) == {(text, "/us/case/us/530/1", "cites"): 1 for text in texts}
    assert graph.nodes["/us/case/us/530/1"]["aliases"] == "/us/case/us/530/1 /us/case/sct/120/2"
    assert graph.number_of_nodes() == 4


def test_records_belong_to_their_document():
    """``ECF No. 12`` of two cases is two documents."""
    graph = graph_of("ECF No. 12, at 3.", "ECF No. 12, at 4.")
    assert set(graph) == {"d0", "d1", "d0#ecf/12", "d1#ecf/12"}


def test_an_opinion_is_the_node_that_others_cite():
    """A document called by the key of an opinion, or by that of a parallel citation, is that node."""
    graph = citation_graph(
        {
            "/us/case/sct/120/2": parse(f"We follow {ROE}."),
            "brief": parse("Poe v. Moe, 530 U.S. 1, 120 S. Ct. 2 (2000)."),
        }
    )
    assert networkx.descendants(graph, "brief") == {"/us/case/us/530/1", "/us/case/f3d/5/7"}
    assert graph.nodes["/us/case/us/530/1"]["type"] == "document"
    assert graph.nodes["/us/case/us/530/1"]["name"] == "Poe v. Moe"


def test_documents_may_come_one_by_one():
    """A stream of pairs is as good as a mapping."""
    pairs = [("a", parse(ROE)), ("b", parse("Id."))]
    assert edges(citation_graph(iter(pairs))) == edges(citation_graph(dict(pairs)))
    assert citation_graph({}).number_of_nodes() == 0


def test_graphml_gives_the_graph_back(root, tmp_path):
    """Written and read again it is the same graph, with an id of its own for each edge."""
    paths = sorted((root / "tests" / "gold").glob("*.txt"))
    graph = citation_graph({path.stem: parse(path.read_text(encoding="utf-8")) for path in paths})
    assert {"cites", "quoting", "citing", "review denied"} <= {key for _, _, key in graph.edges}
    write_graphml(graph, tmp_path / "graph.graphml")
    again = read_graphml(tmp_path / "graph.graphml")
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert sorted(again.edges(keys=True, data=True), key=str) == sorted(graph.edges(keys=True, data=True), key=str)
    ids = [key for _, _, key in networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True).edges]
    assert len(set(ids)) == len(ids) == graph.number_of_edges()


def test_names_that_xml_cannot_hold_are_cleaned():
    """Control characters and halves of characters, in names of documents or in their words, do no harm."""
    graph = citation_graph({"a\x00b\ud800": parse("Roe\x0bCo. v. Do\x0ce & <b>, 5 F.3d 7 (1st Cir. 1999).")})
    stream = io.BytesIO()
    write_graphml(graph, stream)
    stream.seek(0)
    again = read_graphml(stream)
    assert set(again) == {"a\ufffdb\ufffd", "/us/case/f3d/5/7"}
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))


def test_error_networkx_is_missing(monkeypatch):
    """Who has not installed it is told how to."""
    monkeypatch.setitem(sys.modules, "networkx", None)
    with pytest.raises(ImportError, match=r"networkx is not installed: pip install 'citeparse\[networkx\]'"):
        citation_graph({})
