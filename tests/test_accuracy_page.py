"""The pages about accuracy claim no more than is measured."""

import functools

import pytest

from benchmarks import rules
from benchmarks.pages import Table, block, overclaims, put, render
from benchmarks.peer_figures import OURS, cleaned, peers_block

PAGE = """Before.

<!-- begin generated: rules -->

| rule | links | share |
| --- | --: | --: |
| `id` | 3 | 0.667 |
| `supra` | 0 | — |

<!-- end generated -->

After.
"""


measure = functools.cache(rules.measure)  # both sets once


@functools.cache
def blocks():
    """Return the blocks as they are measured."""
    return rules.accuracy_blocks({name: measure(gold) for name, gold in rules.SETS.items()})


def table(share):
    return Table(("rule", "links", "share"), (("`id`", 3, share), ("`supra`", 0, None)))


@pytest.mark.parametrize("name", ["figures", "kinds", "rules"])
def test_the_page_does_not_overclaim(name):
    """Each share on the page is at most what is measured, give or take its rounding."""
    assert list(overclaims(rules.ACCURACY.read_text(encoding="utf-8"), name, blocks()[name])) == []


def test_the_page_names_rules_that_decide():
    """Every rule in the table decides on some annotated mention, and the table is not empty."""
    claimed = {line.split(" | ")[0] for line in block(rules.ACCURACY.read_text(encoding="utf-8"), "rules").splitlines()}
    measured = {line.split(" | ")[0] for line in render(blocks()["rules"]).splitlines()}
    assert {"| `id`", "| `repeat`", "| `section`", "| `supra`"} < claimed <= measured


def test_the_page_explains_rules_and_flags():
    """Every rule and flag that is counted is also explained outside the generated tables."""
    page = put(rules.ACCURACY.read_text(encoding="utf-8"), {"rules": [], "flags": []})
    labels = [row[0] for name in ("rules", "flags") for row in blocks()[name][0].rows if row[0].startswith("`")]
    assert [label for label in labels if f"| {label} |" not in page] == []


def test_the_page_counts_documents_and_mentions():
    """What the words say of the size of the sets is so."""
    count = {row[0]: row[-1] for row in blocks()["figures"][0].rows}
    page = rules.ACCURACY.read_text(encoding="utf-8")
    assert f"- {count['documents']} documents and {count['mentions annotated']:,} mentions are few" in page


def test_the_comparison_does_not_overclaim():
    """Our own column of the comparison is measured, too."""
    page = rules.COMPARISON.read_text(encoding="utf-8")
    parts = peers_block(rules.SETS, {})
    assert list(overclaims(page, "peers", parts)) == []
    assert block(page, "peers").count(f"| figure | {OURS} |") == 4


@pytest.mark.parametrize(("measured", "fault"), [(2 / 3, []), (0.7, []), (0.6664, ["rules: `id` / share"])])
def test_a_claim_above_the_measured_share_is_named(measured, fault):
    found = [line.split(" claims ")[0] for line in overclaims(PAGE, "rules", [table(measured)])]
    assert found == fault


def test_blocks_are_put_between_their_markers():
    """What stands around a block is left alone, and writing twice changes nothing."""
    page = put(PAGE, {"rules": ["Words.", table(0.5)]})
    assert page.startswith("Before.\n")
    assert page.endswith("\nAfter.\n")
    assert block(page, "rules") == "Words.\n\n" + str(table(0.5))
    assert put(page, {"rules": ["Words.", table(0.5)]}) == page


def test_error_on_a_page_without_the_block():
    with pytest.raises(ValueError, match="no block 'flags'"):
        put(PAGE, {"flags": ["Words."]})


def test_the_command_writes_and_checks(tmp_path, monkeypatch, capsys):
    """What was written passes the check on any later day; a changed figure fails it and is named."""
    page = tmp_path / "accuracy.md"
    page.write_text(rules.ACCURACY.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(rules, "ACCURACY", page)
    monkeypatch.setattr(rules, "measure", measure)
    assert rules.main(["--write", "--date", "2000-01-01"]) == 0
    assert block(page.read_text(encoding="utf-8"), "stamp").startswith("Measured on 2000-01-01 with citeparse ")
    assert rules.main(["--check"]) == 0
    changed = page.read_text(encoding="utf-8").replace("| documents | 10 |", "| documents | 11 |")
    page.write_text(changed, encoding="utf-8")
    capsys.readouterr()
    assert rules.main(["--check"]) == 1
    assert "accuracy.md figures - | documents | 11 | 9 | 19 |" in capsys.readouterr().out


def test_a_cleaned_text_keeps_the_offsets_of_the_text():
    """White space is collapsed and signs made plain; offsets index the text as it is."""
    seen = []

    def read(text):
        seen.append(text)
        return [{"start": text.index("258"), "end": text.index(",")}]

    text = "Holz’s\n\n  case, 258\nF.3d – 62, 72".replace("case, ", "case ")
    (mention,) = cleaned(read)(text)
    assert seen == ["Holz's case 258 F.3d - 62, 72"]
    assert text[mention["start"] : mention["end"]] == "258\nF.3d – 62"
