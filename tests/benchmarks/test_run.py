"""The table of benchmarks says what was measured, and does not hide what broke."""

from pathlib import Path

import pytest

from benchmarks import run
from benchmarks.measure import Measure, in_turn


def test_a_measure_survives_the_way_between_processes() -> None:
    measure = Measure("a note", 2.25, "times", 3.0, "0.7 ms against 0.3 ms")
    assert Measure.from_json(measure.to_json()) == measure
    assert measure.met
    assert not Measure("a note", 3.01, "times", 3.0).met


def test_the_table_stands_beside_its_goals() -> None:
    lines = run.table(
        [
            ("note", Measure("a note", 2.25, "times", 3.0, "behind it")),
            ("window", Measure("a window", 412.0, "ms", 16.0)),
            ("memory", "MemoryError"),
        ]
    ).splitlines()
    assert [line.split() for line in lines[1:]] == [
        "a note 2.25 times at most 3 times met behind it".split(),
        "a window 412 ms at most 16 ms MISSED".split(),
        "memory - - BROKE MemoryError".split(),
    ]
    assert lines[0].index("goal") == lines[1].index("at most")


def test_every_benchmark_is_found() -> None:
    assert "durable_note" in run.names()
    assert not {"run", "measure", "__main__"} & set(run.names())


def test_each_runs_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "benchmarks"
    folder.mkdir()
    (folder / "good.py").write_text(
        "import sys\n"
        "class M:\n"
        "    def __init__(self, value):\n"
        "        self.value = value\n"
        "    def to_json(self):\n"
        '        return f\'{{"name": "good", "value": {self.value}, "unit": "ms", "goal": 2}}\'\n'
        "def measure():\n"
        "    print('noise')\n"
        "    yield M(1)\n"
        "    yield M(2)\n",
        encoding="utf-8",
    )
    (folder / "broken.py").write_text("def measure():\n    return 1 / 0\n", encoding="utf-8")
    (folder / "other.py").write_text("def seconds():\n    pass\n", encoding="utf-8")
    monkeypatch.setattr(run, "HERE", folder)
    assert run.names() == ["broken", "good"]
    assert run.run("good") == (Measure("good", 1, "ms", 2), Measure("good", 2, "ms", 2))
    assert run.run("broken") == "ZeroDivisionError: division by zero"
    assert run.main([]) == 1
    assert "BROKE" in capsys.readouterr().out
    assert run.main(["good"]) == 0
    assert run.main(["nobody"]) == 1
    assert "There are: broken, good." in capsys.readouterr().out


def test_two_things_are_done_in_turn() -> None:
    done: list[str] = []
    first, second = in_turn(lambda: done.append("a"), lambda: done.append("b"), turns=3, warm=2)
    assert "".join(done) == "ab" * 5
    assert 0 <= first < 1
    assert 0 <= second < 1
