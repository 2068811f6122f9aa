"""Kinds of mentions may be chosen; resolution still sees everything."""

import pickle
import re

import pytest

from citeparse import Document, parse
from citeparse.display import report
from citeparse.documents import annotate
from citeparse.tokenizer import RULES, Hit, Rule
from citeparse.tokens import Token

TEXT = "See 42 U.S.C. § 1983; Roe v. Wade, 410 U.S. 113 (1973). Id. at 120; ECF No. 5."


def test_only_the_kinds_asked_for_are_listed():
    """Citations, authorities, the one at an offset and the unresolved ones are of these kinds."""
    doc = parse(TEXT, kinds=["statute", "id"])
    assert [c.text for c in doc.citations] == ["42 U.S.C. § 1983", "Id."]
    assert [a.key for a in doc.authorities] == ["/us/usc/t42/s1983", "/us/case/us/410/113"]
    assert doc.at(TEXT.index("410")) is None
    assert doc.at(TEXT.index("42")) is doc.citations[0]
    assert [c.text for c in doc.every] == ["42 U.S.C. § 1983", "410 U.S. 113", "Id.", "ECF No. 5"]


def test_resolution_sees_everything():
    """An Id. leans on a case that was not asked for."""
    (again,) = parse(TEXT, kinds={"id"}).citations
    assert again.key == "/us/case/us/410/113"
    assert again.antecedent.text == "410 U.S. 113"


def test_other_forms_keep_the_choice():
    """JSON, pickles, pages and annotated texts show no more than was asked for."""
    doc = parse(TEXT, kinds={"statute"})
    assert [c.text for c in Document.from_json(doc.to_json()).citations] == ["42 U.S.C. § 1983"]
    assert [c.text for c in pickle.loads(pickle.dumps(doc)).citations] == ["42 U.S.C. § 1983"]  # noqa: S301
    assert annotate(doc) == TEXT.replace("1983;", "1983 [/us/usc/t42/s1983];")
    assert "<b>1</b> citation" in report(doc)


def test_kinds_of_your_own():
    """A class of tokens that is defined after the import has a kind like all others, one derived from it too."""

    class MatterToken(Token):
        kind = "matter"

    class FileToken(MatterToken):
        kind = "file"

    def read(anchor):
        number = re.compile(r"\s[0-9]{4}-[0-9]{4}").match(anchor.text, anchor.end)
        form = FileToken if anchor.text[anchor.start] == "F" else MatterToken
        return None if number is None else Hit(form, anchor.start, number.end(), {}, series="Matter")

    rules = (*RULES, Rule(name="matter", read=read, words=("Matter", "File")))
    text = "See Matter 2024-0117; File 2024-0118; 42 U.S.C. § 1983."
    assert [c.text for c in parse(text, kinds={"matter"}, rules=rules).citations] == ["Matter 2024-0117"]
    doc = parse(text, kinds={"file", "statute"}, rules=rules)
    assert [c.kind for c in doc.citations] == ["file", "statute"]
    assert Document.from_json(doc.to_json()).tokens == doc.tokens


def test_error_kinds():
    """What is no kind is named, with those there are."""
    with pytest.raises(ValueError, match="there is no kind case_law: the kinds are agency, book, case"):
        parse(TEXT, kinds={"case_law"})
    with pytest.raises(TypeError, match=r"write kinds=\{'case'\}"):
        parse(TEXT, kinds="case")
