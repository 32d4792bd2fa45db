"""The five house rules: that the house keeps them, and that each check sees an offender."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.house import raw_widgets, rules, state, tables
from tests.house.tree import FLOORS, OFFENDERS, ROOT, Module, modules

Rule = Callable[[Sequence[Module]], Iterator[str]]

# Each rule that reads code, and what it finds in the offending tree of its name.
FOUND: Sequence[tuple[Rule, tuple[str, ...]]] = (
    (rules.cycles, ("circle: app.agenda <- app.clock <- app.agenda",)),
    (
        rules.side_doors,
        (
            "app/notes.py:3 calls importlib.import_module",
            "app/notes.py:4 calls __import__",
        ),
    ),
    (
        rules.undocumented,
        (
            "app/notes.py has no docstring",
            "app/notes.py:1 Note has no docstring",
            "app/notes.py:2 words has no docstring",
            "app/notes.py:12 cluster has no docstring",
        ),
    ),
    (
        rules.two_doors,
        (
            "app/community/people.py:1 imports sqlite3",
            "app/community/people.py:5 writes SQL of its own",
        ),
    ),
    (
        state.module_state,
        (
            "app/notes.py:12 Library shares what can change",
            "app/notes.py:34 colour remembers between calls",
            "app/notes.py:35 says global library",
            "app/notes.py:18 seen can change",
            "app/notes.py:19 by_name can change",
            "app/notes.py:20 pair can change",
            "app/notes.py:21 library can change",
            "app/notes.py:22 acts when it is imported",
            "app/notes.py:25 TONES can change",
            "app/notes.py:27 PARTS can change",
            "app/notes.py:30 later can change",
        ),
    ),
    (
        tables.tables_listed,
        (
            "app/library/scrubbing.py:3 lists note, person",
            "app/library/scrubbing.py:4 lists note, person",
            "app/library/scrubbing.py:10 lists note, person",
            "app/library/scrubbing.py:11 lists note, person",
        ),
    ),
    (
        raw_widgets.raw_widgets,
        (
            "ui/room.py:2 uses QFileDialog, not world.dialogs",
            "ui/room.py:2 uses QInputDialog, not FormDialog",
            "ui/room.py:9 uses QDateEdit, not DateField",
            "ui/room.py:10 uses QDateEdit, not DateField",
            "ui/system_dialogs.py:2 uses QMessageBox, not ConfirmDialog",
        ),
    ),
    (rules.made_elsewhere, ("ui/room.py:5 makes its own opening.open_library",)),
    (rules.unseen, ("app/community has no __init__.py",)),
    (rules.screens_that_meet, ("ui/home/page.py:2 imports ui.design.page",)),
    (
        rules.looks_up,
        (
            "app/library/finding.py:1 looks up to app.community.people",
            "ui/parts/card.py:1 looks up to ui.home.page",
        ),
    ),
    (
        rules.kinds_that_meet,
        (
            "app/kinds/board.py:1 is of board and imports app.kinds.roles",
            "ui/kinds/roles.py:5 is of roles and imports ui.kinds.board",
        ),
    ),
    (
        rules.kinds_on_one_leg,
        ("app/kinds has no roles", "exports/kinds has no roles"),
    ),
    (
        rules.questions_about_kind,
        (
            "ui/room.py:2 asks which kind it has",
            "ui/room.py:4 asks which kind it has",
            "ui/room.py:8 asks which kind it has",
        ),
    ),
)
by_rule = pytest.mark.parametrize(("rule", "found"), FOUND, ids=[r.__name__ for r, _ in FOUND])


@by_rule
def test_the_house_keeps_the_rule(
    rule: Rule, found: tuple[str, ...], house: Sequence[Module]
) -> None:
    """Nothing in app, exports and ui breaks it."""
    breaches = list(rule(house))
    assert not breaches, "\n".join(breaches)


@by_rule
def test_the_rule_finds_its_offender(rule: Rule, found: tuple[str, ...]) -> None:
    """The check fails on the small tree made to break it, for exactly the reasons it should."""
    assert sorted(rule(modules(OFFENDERS / rule.__name__, *FLOORS))) == sorted(found)


def test_no_room_is_too_large(house: Sequence[Module], tests: Sequence[Module]) -> None:
    """Files, classes and functions keep their budgets, tests and benchmarks included."""
    breaches = list(rules.sizes([*house, *tests, *modules(ROOT, "benchmarks")]))
    assert not breaches, "\n".join(breaches)


def test_no_test_is_timed(tests: Sequence[Module]) -> None:
    """None of ours, and the check sees one that is."""
    assert list(rules.timed(tests)) == []
    found = rules.timed(modules(OFFENDERS / "timed", "tests"))
    assert list(found) == [
        "tests/test_notes.py:5 takes the time",
        "tests/test_notes.py:7 takes the time",
    ]


def test_no_test_of_a_window_reaches_into_it(tests: Sequence[Module]) -> None:
    """None of ours, and the check sees one that does."""
    ours = [one for one in tests if one.path.startswith(("tests/ui/", "tests/journeys/"))]
    assert list(rules.reached_into(ours)) == []
    found = rules.reached_into(modules(OFFENDERS / "reached_into", "tests"))
    assert sorted(found) == [
        "tests/ui/test_line.py:1 reaches for _cut",
        "tests/ui/test_line.py:14 reaches for _text",
    ]


@pytest.mark.parametrize(
    ("head", "lines", "named"),
    [
        ("# a file", rules.FILE_LINES, "app/large.py"),
        ("class Large:", rules.CLASS_LINES, "Large"),
        ("def large() -> None:", rules.FUNCTION_LINES, "large"),
    ],
)
def test_one_line_more_is_too_large(tmp_path: Path, head: str, lines: int, named: str) -> None:
    """What fills its budget to the last line may stand; one line more is found and named."""
    path = tmp_path / "app" / "large.py"
    path.parent.mkdir()
    body = "# a line\n" if head.startswith("#") else "    a = 1\n"
    path.write_text(f"{head}\n{body * (lines - 1)}")
    assert list(rules.sizes(modules(tmp_path, "app"))) == []
    path.write_text(f"{head}\n{body * lines}")
    (sentence,) = rules.sizes(modules(tmp_path, "app"))
    assert named in sentence
    assert str(lines + 1) in sentence


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """The import contracts of pyproject.toml, held against the packages below `root`."""
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-logo", "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_walls_stand() -> None:
    """Import-linter finds every contract kept."""
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_each_wall_stops_its_offender() -> None:
    """Import-linter finds every contract broken in a tree that breaks each."""
    done = lint_imports(OFFENDERS / "walls")
    assert done.returncode == 1
    assert "0 kept, 3 broken" in done.stdout
    for breach in (
        "app.notes -> exports.page",
        "exports.page -> ui.window",
        "app.notes -> PySide6",
        "ui.window -> sqlite3",
    ):
        assert breach in done.stdout


def qt_after_importing(root: Path) -> str:
    """The modules of Qt that are loaded once a fresh process has imported all of app, exports."""
    names = [module.name for module in modules(root, "app", "exports")]
    code = (
        "import sys\n"
        "for name in sys.argv[1:]: __import__(name)\n"
        "print(*sorted(n for n in sys.modules if n.startswith(('PySide6', 'shiboken6'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_process_with_app_and_exports_has_no_qt() -> None:
    """Whatever way an import takes, Qt is not behind it."""
    assert qt_after_importing(ROOT) == ""


def test_a_hidden_import_of_qt_shows_in_the_process() -> None:
    """An import that no reader of imports can see is seen here."""
    assert "PySide6.QtCore" in qt_after_importing(OFFENDERS / "fresh_process")


def test_what_is_not_annotated_is_refused(tmp_path: Path) -> None:
    """The type check of `make test`, on a function without annotations."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file", ROOT / "pyproject.toml"),
            *("--cache-dir", tmp_path, OFFENDERS / "unannotated" / "app" / "notes.py"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Function is missing a type annotation" in done.stdout
