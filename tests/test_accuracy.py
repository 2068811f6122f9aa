"""No figure on the annotated documents falls below its floor in ``tests/gold/floors.toml``."""

import functools
import json

import pytest

from benchmarks import accuracy, floors
from benchmarks.scoring import figures

FLOORS = floors.read_floors()

HELD = [(name, figure, floor) for name, held in FLOORS.items() for figure, floor in held.items()]


@functools.cache
def measured(name):
    """Score one set of documents once."""
    gold, names = floors.SETS[name]
    documents = accuracy.score(gold, accuracy.predict, names)
    return floors.floored(figures([document.comparison for document in documents]))


def test_there_are_floors_for_every_set():
    """The ratchet holds something."""
    assert set(FLOORS) == set(floors.SETS)
    assert len(HELD) > 50


@pytest.mark.parametrize(("name", "figure", "floor"), HELD)
def test_no_figure_falls(name, figure, floor):
    assert measured(name)[figure] >= floor


@pytest.mark.parametrize("name", floors.SETS)
def test_every_annotated_document_is_scored(name):
    """Each NAME.gold.json has its NAME.txt, and its offsets fit."""
    gold, names = floors.SETS[name]
    files = [path for path in gold.glob("*.gold.json") if not names or path.name.split(".")[0] in names]
    assert files
    for path in files:
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        for mention in json.loads(path.read_text(encoding="utf-8"))["citations"]:
            assert text[mention["start"] : mention["end"]] == mention["t"]


def test_the_command_writes_predictions_and_prints_figures(tmp_path, capsys):
    out = tmp_path / "out"
    assert accuracy.main(["--predictions", str(out), "--doc", "ali-v-annucci", "--by-kind", "--errors", "3"]) == 0
    written = json.loads((out / "ali-v-annucci.pred.json").read_text(encoding="utf-8"))
    assert {"start", "end", "kind", "text", "cluster"} < set(written["citations"][0])
    assert capsys.readouterr().out.startswith("docs=1  gold=150  pred=")


def test_the_command_works_on_any_folder(tmp_path, capsys):
    """A folder of one's own documents is scored like ours."""
    (tmp_path / "mine.txt").write_text("See Holz v. Rockefeller & Co., 258 F.3d 62 (2d Cir. 2001).", encoding="utf-8")
    mention = {"id": 0, "l": 1, "t": "258 F.3d 62", "k": "case", "auth": "holz", "start": 31, "end": 42}
    (tmp_path / "mine.gold.json").write_text(json.dumps({"citations": [mention]}), encoding="utf-8")
    assert accuracy.main(["--gold", str(tmp_path), "--predictions", str(tmp_path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["R"] == 1
    assert (tmp_path / "mine.pred.json").exists()


def test_error_when_there_is_nothing_to_score(tmp_path, capsys):
    assert accuracy.main(["--gold", str(tmp_path)]) == 2
    assert "no *.gold.json" in capsys.readouterr().err


def test_error_on_an_unknown_field(capsys):
    with pytest.raises(SystemExit):
        accuracy.main(["--fields", "pins"])
    assert "pins: not among kind, span" in capsys.readouterr().err
