"""Plain data and back, the published schema, and items for citation managers."""

import json
import random

import jsonschema
import pytest

import citeparse
from benchmarks import made
from citeparse import Document, cite, parse
from citeparse.convert import SCHEMA_VERSION, authority_from_dict, authority_to_dict, from_dict, from_json, to_dict
from citeparse.csl import to_csl

CSL_TYPES = {"legal_case", "legislation", "regulation", "bill", "report", "article-journal", "book", "document"}
"""Those of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json that are used."""
CSL_FIELDS = {
    "id",
    "type",
    "title",
    "container-title",
    "volume",
    "page",
    "section",
    "number",
    "authority",
    "issued",
    "references",
    "URL",
    "locator",
    "label",
}


@pytest.fixture(scope="module")
def schema(root):
    """The published schema of this version."""
    return json.loads(
        (root / "docs" / "schema" / f"citeparse-{SCHEMA_VERSION}.schema.json").read_text(encoding="utf-8")
    )


def texts(root):
    """Opinions, and citations of every kind."""
    r = random.Random(7)  # noqa: S311
    opinions = [path.read_text(encoding="utf-8") for path in sorted((root / "tests" / "gold").glob("*.txt"))]
    return [
        *opinions,
        *("; ".join(make(r) for _ in range(8)) for make in made.KINDS.values()),
        "",
        "no citation, \ud800",
    ]


def test_schema_is_a_schema(schema):
    """The published file is itself valid."""
    jsonschema.Draft202012Validator.check_schema(schema)


def test_data_of_every_kind_fits_the_schema_and_reads_back(root, schema):
    """Whatever is found, its data has the published form, and gives the same document back."""
    validator = jsonschema.Draft202012Validator(schema)
    kinds = set()
    for text in texts(root):
        doc = parse(text)
        data = json.loads(doc.to_json())
        assert [error.message for error in validator.iter_errors(data)] == []
        again = Document.from_dict(data)
        assert (again.text, again.tokens, again.links) == (doc.text, doc.tokens, doc.links)
        assert again.to_dict() == doc.to_dict()
        kinds |= {c.kind for c in doc.citations}
    assert set(made.KINDS) | {"id", "supra", "section", "case_short"} <= kinds


def test_authorities_read_back(root):
    """Every field of every authority survives."""
    for text in texts(root):
        for authority in parse(text).authorities:
            again = authority_from_dict(json.loads(json.dumps(authority_to_dict(authority))))
            assert type(again) is type(authority)
            assert authority_to_dict(again) == authority_to_dict(authority)


def test_data_tells_its_makers():
    """The versions of the program and of its tables are in the data."""
    assert set(to_dict(parse(""))["made_by"]) == {"citeparse", "reporters-db", "courts-db"}


@pytest.mark.parametrize(
    "wrong", [{}, {"schema": 0}, {"schema": SCHEMA_VERSION}, {"schema": SCHEMA_VERSION, "text": "", "citations": [{}]}]
)
def test_error_data_of_another_form(wrong):
    """Other data is refused with a `ValueError`."""
    with pytest.raises(ValueError, match="this is"):
        from_dict(wrong)


@pytest.mark.parametrize("wrong", ["", "[]", "{}", "nothing"])
def test_error_json_of_another_form(wrong):
    """So is other JSON."""
    with pytest.raises(ValueError):  # noqa: PT011 - json's own errors are among them
        from_json(wrong)


def test_error_authority_of_another_form():
    """So is what is no authority."""
    with pytest.raises(ValueError, match="no authority"):
        authority_from_dict({"type": "Nothing"})


@pytest.mark.parametrize("kind", list(made.KINDS))
def test_csl_items(kind):
    """Items have the types and fields of CSL-JSON, strings but for the date."""
    r = random.Random(kind)  # noqa: S311
    for _ in range(20):
        for citation in parse(made.KINDS[kind](r)).citations:
            if citation.authority is None:
                continue
            item = to_csl(citation)
            assert item["type"] in CSL_TYPES
            assert set(item) <= CSL_FIELDS
            assert all(isinstance(value, str) for name, value in item.items() if name != "issued")
            assert all(isinstance(part, int) for part in item.get("issued", {"date-parts": [[]]})["date-parts"][0])


def test_csl_of_a_case():
    """A case has its name, reporter, court, date and first pin."""
    item = to_csl(cite("Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001)"))
    assert item == {
        "id": "/us/case/f3d/258/62",
        "type": "legal_case",
        "title": "Holz v. Rockefeller & Co.",
        "container-title": "F.3d",
        "volume": "258",
        "page": "62",
        "authority": "2d Cir.",
        "issued": {"date-parts": [[2001]]},
        "URL": "https://www.courtlistener.com/c/F.3d/258/62/",
        "locator": "72",
        "label": "page",
    }


def test_error_csl_of_nothing():
    """A mention that is not resolved has no item."""
    with pytest.raises(ValueError, match="not resolved"):
        to_csl(citeparse.parse("Id. at 5.").citations[0])
