"""What `docs/normal_forms.md` promises, of citations of every kind made from the tables and of any text at all.

A long run of the same claims is ``python -m benchmarks.roundtrip --count 200000``.
"""

import random

import pytest
import strategies
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import citeparse
from benchmarks import made, roundtrip
from citeparse.csl import to_csl
from citeparse.paths import natural, within

EXAMPLES = settings(max_examples=50, deadline=None)
MORE = settings(max_examples=150, deadline=None)

TELLING = frozenset(("volume", "page", "title", "section", "number", "docket", "congress", "chapter", "part"))
IN_BOOKS = frozenset(("section", "number"))
"""The parts of a citation that tell its authority from others of the same series."""

seeds = st.integers(0, 2**32)
STEPS = [
    "us", "us-ny", "us-nysd", "web", "case", "usc", "cfr", "const", "rights", "rule", "bill", "report", "document",
    "journal", "book", "docket", "act", "code", "pl", "stat", "eo", "ussg", "crec", "f3d", "frcp", "harvlrev", "hr",
    "t42", "s1983", "s5...9", "pt1", "ch7", "art1", "amd14", "r12", "258", "62", "restatement-second-torts", "___",
    "a",
]


@st.composite
def mutilated(draw):
    """The key of a made citation, without some of its characters."""
    r = random.Random(draw(seeds))  # noqa: S311
    key = citeparse.parse(made.KINDS[r.choice(list(made.KINDS))](r)).citations[0].key
    start = draw(st.integers(0, len(key)))
    return key[:start] + key[start + draw(st.integers(0, 4)) :]


anything = st.one_of(strategies.pieces(), strategies.noisy_opinions(), strategies.texts())
steps = st.sampled_from(
    [
        "s1",
        "s9",
        "s10",
        "s10a",
        "s5...9",
        "s5...10a",
        "s240.1",
        "s240.10b-5",
        "s240.1...240.9",
        "pt240",
        "pt24",
        "pt240/a",
        "s9/a",
        "s9/a/1",
    ]
)
keys = st.builds("/us/cfr/t{}/{}".format, st.sampled_from(["17", "1"]), steps)


def authorities(seed, count=3):
    """Authorities of made citations, of any kinds."""
    r = random.Random(seed)  # noqa: S311
    texts = [made.KINDS[r.choice(list(made.KINDS))](r) for _ in range(count)]
    return [a for text in texts for a in citeparse.parse(text).authorities]


@pytest.mark.parametrize("kind", list(made.KINDS))
@EXAMPLES
@given(seed=seeds)
def test_standard_forms_parse_to_equal_values(kind, seed):
    """Print → parse: equal key, authority, pins; printing is idempotent; spelling leaves the key; data and back."""
    r = random.Random(seed)  # noqa: S311
    fault = roundtrip.check(made.KINDS[kind](r), r)
    assume(fault is None or fault[0] != "unread")
    assert fault is None


@MORE
@given(anything)
def test_cite_raises_nothing_but_its_own_error(text):
    """`cite` returns a citation or raises `CitationSyntaxError`, whose span lies in the text, and which prints."""
    try:
        one = citeparse.cite(text)
    except citeparse.CitationSyntaxError as error:
        fault = error
    else:
        fault = None
        assert one.authority is not None
        assert str(one)
    assert fault is None or 0 <= fault.span.start <= fault.span.end <= len(text)
    assert fault is None or "^" in str(fault)


@MORE
@given(st.one_of(mutilated(), st.lists(st.sampled_from(["", *STEPS]), max_size=6).map("/".join), strategies.texts()))
def test_from_key_raises_nothing_but_a_value_error(key):
    """A key gives an authority whose key it, or the beginning of it, is; all else is refused with a `ValueError`."""
    try:
        found = citeparse.from_key(key)
    except ValueError:
        found = None
    assert found is None or key == found.key or key.startswith(f"{found.key}/")


@MORE
@given(anything)
def test_what_is_found_anywhere_can_be_printed_exported_and_read_back(text):
    """Standard forms, addresses, CSL items and plain data exist for all that is found in any text."""
    doc = citeparse.parse(text)
    for c in doc.citations:
        assert str(c)
        assert (c.authority is None) == (c.key is None)
        assert c.authority is None or (c.key.startswith(c.authority.key) and to_csl(c)["id"] == c.authority.key)
    for authority in doc.authorities:
        assert str(authority)
        assert authority.short()
        assert authority.contains(authority)
    assert citeparse.Document.from_json(doc.to_json()).to_dict() == doc.to_dict()


@MORE
@given(keys, keys, keys)
def test_containing_is_a_partial_order(one, two, three):
    """Reflexive, antisymmetric, transitive."""
    assert within(one, one)
    assert not (within(one, two) and within(two, one)) or one == two
    assert not (within(one, two) and within(two, three)) or within(one, three)


@MORE
@given(st.lists(st.text(max_size=12), min_size=2, max_size=4))
def test_natural_order_is_total(words):
    """Two words have equal places only when they are equal; sorting does not depend on the order given."""
    other = words[::-1]
    assert sorted(words, key=natural) == sorted(other, key=natural)
    assert (natural(words[0]) == natural(words[1])) == (words[0] == words[1])


@EXAMPLES
@given(seeds)
def test_authorities_are_sorted_by_a_total_order(seed):
    """Exactly one of less, equal and greater holds; a sorted list is sorted whichever way it came."""
    found = list(dict.fromkeys(authorities(seed, 6)))
    other = found[::-1]
    assert sorted(found) == sorted(other)
    for a in found:
        for b in found:
            assert (a < b) + (a == b) + (b < a) == 1


@pytest.mark.parametrize("kind", [kind for kind in made.KINDS if kind != "record"])
@EXAMPLES
@given(seed=seeds, choice=st.integers(0, 10))
def test_different_authorities_have_different_keys(kind, seed, choice):
    """Another volume, page, title, section or number is another key, or another list."""
    r = random.Random(seed)  # noqa: S311
    one = citeparse.parse(made.KINDS[kind](r)).citations[0]
    told = IN_BOOKS if kind == "book" else TELLING
    names = [name for name, piece in one.token.parts.items() if name in told and piece.text[-1].isdigit()]
    assume(names)
    text, place = one.document.text, one.components[names[choice % len(names)]]
    digit = str(int(text[place.end - 1]) - 1 or 7) if text[place.end - 1] != "0" else "1"
    try:
        other = citeparse.cite(text[: place.end - 1] + digit + text[place.end :])
    except citeparse.CitationSyntaxError:
        other = None
    assume(other is not None)
    assert (one.key, *one.authorities) != (other.key, *other.authorities)


@EXAMPLES
@given(seeds)
def test_kinds_of_authorities_have_keys_of_their_own(seed):
    """Two made citations that share a key are of one kind."""
    for a in authorities(seed):
        for b in authorities(seed + 1):
            assert a.key != b.key or type(a) is type(b)
