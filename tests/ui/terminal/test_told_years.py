"""What the command line says of a community's state and its years."""

from contextlib import closing
from datetime import date
from pathlib import Path

from app.community.states import record_state
from app.exchange.sample import Sample
from app.library.opening import open_library
from app.moment import MachineMoment
from tests.ui.terminal.house import NAME, Terminal


def became(terminal: Terminal, sample: Sample, *states: tuple[date, str, str]) -> None:
    """What the sample community became, and why."""
    with closing(open_library(terminal.library, MachineMoment())) as library:
        for day, state, reason in states:
            record_state(library, sample.community.id, day, state, reason)


def test_the_list_and_the_report_say_what_a_community_became(
    terminal: Terminal, played: tuple[Path, Sample]
) -> None:
    """The latest state beside its name; in the report its reason, and all that was said before."""
    became(terminal, played[1], (date(2026, 2, 1), "paused", "No room to meet"))
    assert terminal.done("list").splitlines()[0].endswith(f"{NAME} (paused since 1 Feb 2026)")
    said = terminal.done("report", NAME)
    assert "State: paused, since 1 Feb 2026.\nReason: No room to meet\n" in said
    became(terminal, played[1], (date(2026, 3, 1), "closed", ""))
    assert terminal.done("list").splitlines()[0].endswith(f"{NAME} (closed since 1 Mar 2026)")
    french = terminal.done("report", NAME, "--language", "fr")
    assert "État\u00a0: fermée, depuis le 1er\u00a0mars 2026." in french
    assert "en pause. No room to meet" in french
    head = "\nCe qu’elle est devenue\n"
    assert french.index("fermée", french.index(head)) < french.index("en pause")


def test_the_report_tells_portraits_and_pulses(terminal: Terminal) -> None:
    """Those of the sample were made by the group in its launch."""
    said = terminal.done("report", NAME)
    assert "\nStages\n- 14 Jan 2026: " in said
    assert "(the group, in “Launch of the Spatial Data Stewards”)" in said
    assert "\nPulse\n" in said
    assert "What it became" not in said
