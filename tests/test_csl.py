"""Items for citation managers: the words are those of the Citation Style Language, and a processor reads them."""

import random
import re
import warnings
from pathlib import Path

import citeproc
import pytest
from citeproc.source.json import CiteProcJSON

import citeparse
from benchmarks import made
from citeparse import cite, parse
from citeparse.csl import to_csl, to_csl_cite

SCHEMA = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
"""The schema of the language as citeproc-py brings it: item types, variables and terms in RELAX NG."""


def words(name, section=""):
    """The quoted words of a file of the schema, or of one of its definitions."""
    text = (SCHEMA / name).read_text(encoding="utf-8")
    text = text[text.index(section) :].partition("\n\n")[0] if section else text
    return set(re.findall(r'"([a-z][A-Za-z_-]*)"', text)) | set(re.findall(r'"([A-Z]{3,5})"', text))


TYPES = words("csl-types.rnc")
VARIABLES = words("csl-variables.rnc")
LABELS = {word.removesuffix("-locator") for word in words("csl-terms.rnc", "terms.locator =")}


def test_the_schema_was_read():
    """The lists are not empty, and are those that are meant."""
    assert {"legal_case", "legislation"} <= TYPES
    assert {"container-title", "URL", "issued"} <= VARIABLES
    assert {"page", "paragraph", "section"} <= LABELS


def items(kind, count=30):
    """Items and mentions of made citations."""
    r = random.Random(kind)  # noqa: S311
    for _ in range(count):
        for citation in parse(made.KINDS[kind](r)).citations:
            if citation.authority is not None:
                yield to_csl(citation), to_csl_cite(citation)


@pytest.mark.parametrize("kind", list(made.KINDS))
def test_items_keep_to_the_schema(kind):
    """Types, variables and labels are words of the language; values are strings, dates are numbers."""
    for item, mention in items(kind):
        assert item["type"] in TYPES
        assert set(item) - {"id", "type"} <= VARIABLES
        assert all(isinstance(value, str) for name, value in item.items() if name != "issued")
        assert all(isinstance(part, int) for part in item.get("issued", {"date-parts": [[]]})["date-parts"][0])
        assert set(mention) <= {"id", "prefix", "locator", "label"}
        assert mention.get("label", "page") in LABELS


@pytest.mark.parametrize("kind", list(made.KINDS))
def test_a_processor_reads_the_items(kind):
    """citeproc-py takes them in as they are."""
    rows = {item["id"]: item for item, _ in items(kind)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(list(rows.values()))
    assert len(source) == len(rows)


def test_csl_of_a_case():
    """A case has its name, reporter, court and date; its mention the first pin."""
    one = cite("See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)")
    assert to_csl(one) == {
        "id": "/us/case/f3d/258/62",
        "type": "legal_case",
        "title": "Holz v. Rockefeller & Co.",
        "container-title": "F.3d",
        "volume": "258",
        "page": "62",
        "authority": "2d Cir.",
        "issued": {"date-parts": [[2001]]},
        "URL": "https://www.courtlistener.com/c/F.3d/258/62/",
    }
    assert to_csl_cite(one) == {"id": "/us/case/f3d/258/62", "prefix": "see", "locator": "72", "label": "page"}


TYPED = [
    ("S. Rep. No. 98-225", "report"),
    ("H.R. 647, 113th Cong.", "bill"),
    ("450 U.N.T.S. 82", "treaty"),
    ("U.S. Patent No. 8,112,504", "patent"),
    ("29 C.F.R. § 1630.2", "regulation"),
    ("https://perma.cc/8LX8-TU38", "webpage"),
]


@pytest.mark.parametrize(("text", "kind"), TYPED)
def test_types(text, kind):
    """Reports, treaties, patents and pages have the types of their own that the language has."""
    assert to_csl(cite(text))["type"] == kind


@pytest.mark.parametrize("export", [to_csl, to_csl_cite])
def test_error_csl_of_nothing(export):
    """A mention that is not resolved has no item."""
    with pytest.raises(ValueError, match="not resolved"):
        export(citeparse.parse("Id. at 5.").citations[0])
