"""The system's language, and letters the terminal does not have."""

import io
import locale
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ui.bug_report import save_bug_report
from ui.terminal.speaking import loosen, printable, system_language

NOW = datetime(2026, 1, 15, 14, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "en_CA.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LC_ALL": "fr_FR", "LANG": "en_US"}, "fr"),
        ({"LC_ALL": "en_US", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR", "LANG": "en_US"}, "fr"),
    ],
)
def test_the_system_says_the_language(environment: dict[str, str], language: str) -> None:
    """The strongest setting that says anything; English where it is neither."""
    assert system_language(environment) == language


@pytest.mark.parametrize(("said", "language"), [("French_Canada", "fr"), (None, "en")])
def test_where_nothing_is_set_the_machine_is_asked(
    monkeypatch: pytest.MonkeyPatch, said: str | None, language: str
) -> None:
    """As on a system that has no such settings."""
    monkeypatch.setattr(locale, "getlocale", lambda: (said, None))
    assert system_language({}) == language


def test_a_letter_the_terminal_does_not_have_is_printed_as_its_number() -> None:
    """Nothing fails for a name in another script."""
    raw = io.BytesIO()
    terminal = io.TextIOWrapper(raw, encoding="ascii")
    loosen(terminal, io.StringIO())
    terminal.write("Désirée\n")
    terminal.flush()
    assert raw.getvalue().replace(b"\r", b"") == b"D\\xe9sir\\xe9e\n"


def test_what_people_typed_does_not_steer_the_terminal() -> None:
    """Control characters become spaces; letters of any script, and lines, stay."""
    assert printable("a\x1b[2Jb\x07\x9bc\nd") == "a [2Jb  c\nd"
    assert printable("né 👩\u200d🚒 שלום") == "né 👩\u200d🚒 שלום"


def test_a_report_is_saved_beside_the_library(tmp_path: Path) -> None:
    """With what went wrong and where, whatever characters are in it."""
    try:
        raise RuntimeError("half \ud83d of it")
    except RuntimeError as error:
        report = save_bug_report(error, tmp_path / "library.hearth", NOW)
    assert report == tmp_path / "hearth report 2026-01-15 140509.txt"
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "test_speaking.py" in text
    if os.name == "posix":
        assert report.stat().st_mode & 0o777 == 0o600, "it may hold what was typed"


def test_a_report_goes_elsewhere_where_the_library_has_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among temporary files; and where those cannot be written either, there is none."""
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    error, gone = RuntimeError("x"), tmp_path / "gone" / "library.hearth"
    report = save_bug_report(error, gone, NOW)
    assert report is not None
    assert report.parent == tmp_path
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "gone"))
    assert save_bug_report(error, gone, NOW) is None
