"""Plain data and back, and the published schema."""

import json
import random

import jsonschema
import pytest

from benchmarks import made
from citeparse import Document, parse
from citeparse.convert import SCHEMA_VERSION, authority_from_dict, authority_to_dict, from_dict, from_json, to_dict
from citeparse.documents import parse_html, parse_markdown, parse_pages


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
        "See 725 ILCS 5/115-7.4 (West 2018); section 115-7.3 of the Code of Criminal Procedure of 1963.",
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


SOURCES = [
    (parse_html, "<p><i>Holz v. Roe &amp; Co.</i>, 258 <b>F.3d</b> 62, 72 (2d Cir. 2001). <i>Id.</i> at 73.</p>"),
    (parse_markdown, "*Holz v. Roe & Co.*, [258 F.3d 62](https://example.org), 72 (2d Cir. 2001). *Id.* at 73."),
    (parse_pages, "See Holz v. Roe, 258 F.3d\n- 1 -\n\f62, 72 (2d Cir. 2001). Id. at 73."),
]


@pytest.mark.parametrize(("read", "source"), SOURCES, ids=["html", "markdown", "pages"])
def test_documents_of_every_format_read_back(read, source, schema):
    """A source with markup is rebuilt with its offsets, and its data has the published form."""
    doc = read(source)
    data = json.loads(doc.to_json())
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []
    for again in (from_dict(data), Document.from_dict(data), from_json(doc.to_json())):
        assert (type(again), again.text, again.format, again.plain) == (type(doc), doc.text, doc.format, doc.plain)
        assert [(c.span, c.key, c.pins) for c in again.citations] == [(c.span, c.key, c.pins) for c in doc.citations]
        assert again.to_dict() == doc.to_dict()


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


WRONG = [
    {},
    {"schema": 0},
    {"schema": SCHEMA_VERSION},
    {"schema": SCHEMA_VERSION, "text": "", "citations": [{}]},
    {"schema": SCHEMA_VERSION, "format": "html"},
    {"schema": SCHEMA_VERSION, "format": "pdf", "text": "", "citations": []},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_error_data_of_another_form(wrong):
    """Other data is refused with a `ValueError`."""
    with pytest.raises(ValueError, match=r"this is|the format"):
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
