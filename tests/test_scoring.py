"""The scorer, on examples small enough to check by hand."""

import copy

import pytest

from benchmarks.floors import floored
from benchmarks.folding import fold_canon, fold_pins, fold_relation, squash
from benchmarks.misses import Document, list_misses
from benchmarks.scoring import FIELDS, compare, count_kinds, figures

TEXT = (
    "See Holz v. Rockefeller & Co., 258 F.3d 62, 72 (2d Cir. 2001) (quoting 42 U.S.C. § 1983).\n"
    "Id. at 73. Foo, 1 F.3d 2."
)

GOLD = [
    {
        "id": 0, "l": 1, "t": "258 F.3d 62", "start": 31, "end": 42, "k": "case", "auth": "holz",
        "canon": "258 F.3d 62", "name": "Holz v. Rockefeller & Co.", "pin": ["72"],
        "court": "ca2", "year": 2001, "sig": "see",
    },
    {
        "id": 1, "l": 1, "t": "42 U.S.C. § 1983", "start": 71, "end": 87, "k": "statute", "auth": "usc42-1983",
        "canon": "42 U.S.C. § 1983", "in": "1:258 F.3d 62", "in_id": 0, "rel": "quoting",
    },
    {"id": 2, "l": 2, "t": "Id.", "start": 90, "end": 93, "k": "id", "auth": "holz", "pin": ["73"]},
]

RIGHT = [
    {
        "start": 31, "end": 42, "kind": "case", "text": "258 F.3d 62", "canon": "258 F.3d 62",
        "name": "Holz v. Rockefeller & Co.", "pin": ["72"], "court": "ca2", "year": 2001, "sig": "see", "cluster": "a",
    },
    {
        "start": 71, "end": 87, "kind": "statute", "text": "42 U.S.C. § 1983", "canon": "42 U.S.C. § 1983",
        "cluster": "b", "inside": 0, "rel": "quoting",
    },
    {"start": 90, "end": 93, "kind": "id", "text": "Id.", "pin": ["73"], "cluster": "a"},
]


@pytest.fixture
def predicted():
    return copy.deepcopy(RIGHT)


def scored(predicted, gold=GOLD, only=()):
    return figures([compare(gold, predicted, only)])


def test_offsets_of_the_example_are_right():
    for mention in GOLD:
        assert TEXT[mention["start"] : mention["end"]] == mention["t"]


def test_all_right_scores_one_everywhere(predicted):
    """A perfect reading has 1.0 in every figure that there is, and None where nothing was asked."""
    result = scored(predicted)
    assert (result["docs"], result["gold"], result["pred"]) == (1, 3, 3)
    shares = {name: value for name, value in result.items() if name not in {"docs", "gold", "pred"}}
    assert {value for value in shares.values() if value is not None} == {1.0}
    assert {name for name, value in shares.items() if value is None} == {"date", "docket"}


def test_nothing_predicted_scores_zero():
    result = scored([])
    assert (result["P"], result["R"], result["F1"], result["exact"], result["B3_F1"]) == (0, 0, 0, 0, 0)


def test_missed_and_spurious_count_in_recall_and_precision(predicted):
    """Two of three found, one of three predictions spurious."""
    predicted[2] |= {"start": 100, "end": 103}
    result = scored(predicted)
    assert result["P"] == result["R"] == result["exact"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "journal"}, "kind"), ({"end": 45}, "span"), ({"canon": "258 F.2d 62"}, "canon"),
        ({"name": "Rockefeller & Co."}, "name"), ({"pin": []}, "pin"), ({"court": None}, "court"),
        ({"year": 2002}, "year"),
        ({"sig": None}, "signal"), ({"date": "2001-01-01"}, None), ({"docket": "1"}, "docket"),
        ({"inside": 1, "rel": "citing"}, "inside"), ({"cluster": None}, "resolve"), ({"cluster": "b"}, "resolve"),
    ],
)
def test_each_field_is_judged_alone(predicted, change, field):
    """One wrong field of the case costs that field and the exactness of the mentions that depend on it."""
    predicted[0] |= change
    comparison = compare(GOLD, predicted)
    wrong = [check.field for verdict in comparison.verdicts for check in verdict.checks if not check.right]
    assert wrong == ([] if field is None else ["cluster", "resolve"] if change == {"cluster": "b"} else [field])


def test_id_at_a_wrong_antecedent_is_not_resolved(predicted):
    predicted[2]["cluster"] = "b"
    result = scored(predicted)
    assert (result["resolve"], result["cluster"]) == (0, 1)
    assert result["B3_F1"] == pytest.approx(2 * (2 / 3) * (2 / 3) / (4 / 3))


def test_unresolved_is_right_only_for_a_first_mention(predicted):
    """No cluster means no earlier mention: right for the case and the statute, wrong for the Id."""
    for mention in predicted:
        mention["cluster"] = None
    result = scored(predicted)
    assert (result["cluster"], result["resolve"]) == (1, 0)


def test_ambiguous_antecedents_are_not_judged(predicted):
    gold = [*GOLD[:2], GOLD[2] | {"err": "ambiguous: two cases precede"}]
    predicted[2]["cluster"] = "b"
    result = scored(predicted, gold)
    assert (result["resolve"], result["exact"]) == (None, 1)


def test_skipped_mentions_count_neither_way(predicted):
    """A mention left out takes with it whatever overlaps it."""
    gold = [GOLD[0], GOLD[1], GOLD[2] | {"skip": True}]
    assert scored(predicted, gold)["pred"] == 2
    assert scored(predicted[:2], gold)["R"] == 1


def test_only_restricts_the_tally(predicted):
    """Links are still judged on the whole document, and a spurious mention counts against every selection."""
    predicted.append({"start": 106, "end": 113, "kind": "case", "text": "1 F.3d 2", "cluster": "c"})
    result = scored(predicted, only={"id"})
    assert (result["gold"], result["pred"], result["R"], result["P"], result["resolve"]) == (1, 2, 1, 0.5, 1)


def test_boundaries_have_a_little_slack(predicted):
    predicted[0] |= {"start": 32, "end": 43}
    assert scored(predicted)["span"] == 1
    predicted[0] |= {"start": 33}
    assert scored(predicted)["span"] == pytest.approx(2 / 3)


def test_each_prediction_finds_one_mention(predicted):
    """One core over two mentions finds the one that it covers best."""
    gold = [GOLD[0] | {"start": 0, "end": 10}, GOLD[1] | {"start": 10, "end": 14}]
    assert scored([predicted[0] | {"start": 0, "end": 14}], gold)["R"] == 0.5


@pytest.mark.parametrize("change", [{"year": "2001"}, {"pin": "72"}])
def test_error_on_malformed_predictions(predicted, change):
    predicted[0] |= change
    with pytest.raises(ValueError, match="year must be an integer and pin a list"):
        compare(GOLD, predicted)


EQUAL = [
    (squash, "Holz  v.\nRockefeller’s,", "holz v. rockefeller's"),
    (squash, "28:7 – 30:13", "28:7-30:13"),
    (fold_canon, "42 U.S.C.A. §1983", "42 U.S.C. § 1983"),
    (fold_canon, "I.R.C. § 41", "26 U.S.C. § 41"),
    (fold_canon, "18 U.S.C. § 853(p) and (a)", "18 U.S.C. § 853(p), 853(a)"),
    (fold_canon, "388 U.S. at 272-73", "388 U.S. at 272"),
    (fold_pins, ["¶¶ 17", "26"], ["¶17", "¶26"]),
    (fold_pins, ["at 5", "595 note 4"], ["5", "595 n.4"]),
    (fold_relation, "certiorari denied", "cert. denied"),
]

DIFFERENT = [
    (squash, "Holz v. Rockefeller", "Holz"),
    (fold_canon, "477 U.S. at 255", "477 U.S. at 256"),
    (fold_pins, ["5"], ["*5"]),
    (fold_relation, "aff'd", "rev'd"),
]


@pytest.mark.parametrize(("fold", "one", "other"), EQUAL)
def test_typography_does_not_matter(fold, one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("fold", "one", "other"), DIFFERENT)
def test_words_and_numbers_matter(fold, one, other):
    assert fold(one) != fold(other)


def test_kinds_are_counted(predicted):
    predicted[0]["year"] = None
    predicted.append({"start": 106, "end": 113, "kind": "case", "text": "1 F.3d 2"})
    case = count_kinds([compare(GOLD, predicted)])["case"]
    assert (case.gold, case.found, case.exact, case.spurious, case.wrong) == (1, 1, 0, 1, {"year": 1})


def test_faults_are_listed_one_a_line_with_the_text(predicted):
    """Document, line, kind and core stand first, so that the list can be searched."""
    predicted[0]["pin"] = []
    predicted[2] |= {"start": 106, "end": 113, "kind": "case", "text": "1 F.3d 2"}
    lines = list(list_misses(Document("holz", TEXT, compare(GOLD, predicted))))
    assert [line.split(" | ")[0] for line in lines] == [
        "holz:1 case '258 F.3d 62' pin want ['72'] got []",
        "holz:2 id 'Id.' missed",
        "holz:2 case '1 F.3d 2' spurious pin=['73']",
    ]
    assert "Rockefeller & Co., «258 F.3d 62», 72" in lines[0]
    assert not any("\n" in line for line in lines)


def test_faults_can_be_chosen_by_field(predicted):
    predicted[0] |= {"pin": [], "year": None}
    document = Document("holz", TEXT, compare(GOLD, predicted))
    assert len(list(list_misses(document, ["year"]))) == 1


def test_figures_name_every_field():
    assert set(FIELDS) < set(scored([]))


def test_floors_round_down():
    assert floored({"gold": 3, "P": 2 / 3, "date": None, "R": 0.57}) == {"P": 0.666, "R": 0.57}
