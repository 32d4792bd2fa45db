"""The ``hearth`` command line: for scripts, for tests, and for machines without a screen.

With ``application.py``, all that constructs. Qt is imported only for what opens a window.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.library.migrations import version_of
from app.library.opening import look_over, open_library
from app.library.own_files import OwnFiles
from app.library.reader import Reader
from app.library.trouble import Trouble, trouble_at
from app.moment import MachineMoment
from app.resources import resources_folder
from app.words import Words
from app.words_files import WordsError, load_words
from exports.atomic_write import CannotWrite, make_folder, write_atomically
from exports.registry import DOCUMENTS, formats_of
from ui.terminal.arguments import EXPORT, CommandArguments, Refusal, read_arguments
from ui.terminal.speaking import (
    NAMING_SCREENS,
    OutputFailed,
    complain,
    loosen,
    say,
    system_language,
)

MENDED = ("indexes-mended",)
"""What opening a library mends by itself."""


Command = Callable[[CommandArguments, Path, Words], int]
"""What carries out a command on a library, and gives the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command. Gives 0, or 1 with one sentence on standard error."""
    loosen(sys.stdout, sys.stderr)
    try:
        words = load_words(resources_folder(), system_language(os.environ))
    except WordsError as error:
        return complain(str(error))  # without words there is nothing better to say
    library = default_library()
    try:
        asked = read_arguments(sys.argv[1:] if argv is None else argv, words)
        library = _library_of(asked)
        return COMMANDS[asked.command](asked, library, words)
    except KeyboardInterrupt:
        return complain(words("commands.stopped"))
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches a person
        return complain(failure_sentence(error, library, words))


def default_library() -> Path:
    """Where this person's library lies unless said otherwise."""
    import platformdirs

    return platformdirs.user_data_path("hearth", appauthor=False) / "library.hearth"


def _library_of(asked: CommandArguments) -> Path:
    """The file of the library. Raises Trouble for a name that can be none."""
    if asked.command == "demo":
        return asked.place / "library.hearth"
    path = asked.library or default_library()
    if asked.command != "open":  # that one asks for another
        _check_is_file(path)
    return path


def _check_is_file(path: Path) -> None:
    """Raises Trouble for a name that can be no library's; one that is free is nobody's yet."""
    try:
        is_file = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        # No name, or a link that leads nowhere.
        if error.errno in (errno.ELOOP, errno.ENAMETOOLONG) or path.is_symlink():
            raise Trouble("no-such-place", path=path) from error
        return
    if not is_file:
        raise Trouble("not-a-library", path=path)


def failure_sentence(error: Exception, library: Path, words: Words) -> str:
    """One sentence on why a command was not carried out; a bug leaves a report."""
    if isinstance(error, Refusal):
        return error.sentence
    if isinstance(error, Trouble):
        # Where the window's sentence speaks of what is on the screen, the terminal has its own.
        for key in (f"commands.trouble.{error.code}", f"trouble.{error.code}"):
            if words.knows(key):
                return words(key, **error.facts)
    if isinstance(error, OutputFailed):
        return words("commands.unsaid")
    if isinstance(error, CannotWrite):
        return words(f"trouble.export-{error.code}", path=error.path)
    from ui.bug_report import save_bug_report

    report = save_bug_report(error, library, MachineMoment().now())
    if report is None:
        return words("commands.mishap-unsaved")
    return words("commands.mishap", path=report)


def _window(asked: CommandArguments, library: Path, words: Words) -> int:
    if not _names_screen():
        raise Refusal(words("commands.no-screen"))
    looked = look_over(library)  # reading the file takes as long as making a window
    from ui.application import run
    from ui.terminal.first_screen import make_application

    return run(make_application(words), library, looked=looked)


def _names_screen() -> bool:
    """Whether the surroundings say where windows go."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in NAMING_SCREENS)


def _open(asked: CommandArguments, library: Path, words: Words) -> int:
    own, said = default_library(), False
    while library != own:
        try:
            _check_opens(library)
            break
        except Trouble as trouble:
            # On the terminal as well: after a double click nobody sees that, in a script it is all.
            if not said:
                complain(failure_sentence(trouble, library, words))
            said = True
            another = _ask_for_another(trouble, own, words)
        if another is None:
            return 1
        library = another
    return _window(asked, library, words)


def _check_opens(library: Path) -> None:
    """Raises Trouble for what is no library, or is not there."""
    _check_is_file(library)
    if not library.exists():
        raise Trouble("no-library", path=library)
    try:
        version_of(library)
    except Trouble as trouble:
        # A library that cannot be read is dealt with in the window; another's file is let be.
        if trouble.code == "not-a-library":
            raise


def _ask_for_another(trouble: Trouble, own: Path, words: Words) -> Path | None:
    """Say in a window what is wrong with a file, and ask which to open; None for none."""
    if not _names_screen():
        return None
    from ui.application import dressed
    from ui.look.fonts import load_fonts
    from ui.settings import own_settings
    from ui.starting.wrong_file_dialog import ask_for_another
    from ui.system_dialogs import SystemDialogs
    from ui.terminal.first_screen import make_application

    application, resources = make_application(words), resources_folder()
    load_fonts(resources / "fonts")
    spoken, look = dressed(application, own_settings(), resources)
    return ask_for_another(trouble, own, spoken, look, SystemDialogs(spoken, look))


def _demo(asked: CommandArguments, library: Path, words: Words) -> int:
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        from ui.terminal.first_screen import make_application

        make_application(words)  # before anything is made: there may be no such screen
    if os.path.lexists(asked.place) and not asked.place.is_dir():
        raise Trouble("exists", path=asked.place)
    make_folder(asked.place)
    with trouble_at(asked.place):
        empty = not any(asked.place.iterdir())
    if not empty:
        raise Refusal(words("commands.demo-not-empty", path=asked.place))
    language = asked.language or words.language
    if asked.renewal or asked.renewal_morning:
        from ui.demo.play import DAY, MORNING, play_renewal

        return play_renewal(asked.place, language, DAY if asked.renewal else MORNING)
    from ui.demo.play import play

    return play(asked.place, language)


def _help(asked: CommandArguments, library: Path, words: Words) -> int:
    say(asked.text.rstrip("\n"))
    return 0


def _list(asked: CommandArguments, library: Path, words: Words) -> int:
    from ui.terminal.told_list import told_list

    with _reading(library) as reader:
        for line in told_list(reader, words):
            say(line)
    return 0


def _catalogue(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.catalogue.load import catalogue_json, load_catalogue
    from app.workshop.own_exercises import own_exercises

    with _reading_if_there(library) as reader:
        own = own_exercises(reader) if reader is not None else ()
    say(catalogue_json(load_catalogue(resources_folder()), own).rstrip("\n"))
    return 0


def _coverage(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.catalogue.load import load_catalogue
    from ui.terminal.told_coverage import told_coverage

    spoken = load_words(resources_folder(), asked.language) if asked.language else words
    say(told_coverage(load_catalogue(resources_folder()), spoken))
    return 0


def _import(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.exchange.decode import read_file
    from ui.terminal.coming_in import read_coming

    coming = read_coming(read_file(asked.place), asked)  # before a library is made for nothing
    if asked.preview:
        with _reading_if_there(library) as reader:
            coming.look(reader, words)
    else:
        with closing(open_library(library, MachineMoment())) as opened:
            coming.bring_in(opened, words)
    return 0


def _export_exercises(asked: CommandArguments, library: Path, words: Words) -> int:
    from ui.terminal.told_exercises import export_exercises

    with _reading(library) as reader:
        export_exercises(reader, library, asked, words)
    return 0


def _export_community(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.exchange.encode import gather
    from ui.terminal.choosing import choose_community, ending_of
    from ui.terminal.handing import hand_over

    ending_of(asked.place, ("json",), words)
    with _reading(library) as reader:
        whole = gather(reader, choose_community(reader, asked.name, words).id)
    hand_over(whole, library, asked, words)
    return 0


def _report(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.catalogue.load import load_catalogue
    from app.workshop.own_exercises import with_own
    from ui.kind_tables import make_reports
    from ui.terminal.told_report import report_community, report_workshop

    spoken = load_words(resources_folder(), asked.language or words.language)
    with _reading(library) as reader:
        catalogue = with_own(load_catalogue(resources_folder()), reader)
        if asked.workshop:
            reports = make_reports(catalogue)
            text = report_workshop(reader, catalogue, reports, asked, (words, spoken))
        else:
            text = report_community(
                reader, catalogue, MachineMoment().now(), asked, (words, spoken)
            )
    say(text)
    return 0


def _export_document(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.catalogue.load import load_catalogue
    from app.workshop.own_exercises import with_own
    from exports.export import make_page, write_page
    from ui.kind_tables import make_reports
    from ui.terminal.asked_document import asked_document
    from ui.terminal.choosing import ending_of

    format_ = ending_of(asked.place, tuple(formats_of(DOCUMENTS[asked.document])), words)
    of_exercise = DOCUMENTS[asked.document].subject == "exercise"
    with _reading_any(library) if of_exercise else _reading(library) as reader:
        catalogue = with_own(load_catalogue(resources_folder()), reader)
        now = MachineMoment().now()
        request = asked_document(asked, reader, catalogue, format_, words, now)
        language = DOCUMENTS[asked.document].load().language(reader, request) or words.language
        spoken = load_words(resources_folder(), asked.language or language)
        page = make_page(request, reader, catalogue, make_reports(catalogue), spoken)
    written = write_page(page, request, resources_folder() / "fonts")
    private = request.audience == "facilitator"
    write_atomically(asked.place, written.data, OwnFiles(library).hold, private=private)
    readers = "exported" if of_exercise else f"exported-for.{request.audience}"
    say(words(f"commands.{readers}", path=asked.place))
    for warning in written.warnings:
        say(words(f"commands.warning.{warning.code}", **warning.values))
    return 0


def _check(asked: CommandArguments, library: Path, words: Words) -> int:
    from app.library.library_check import check, repair

    if asked.repair and library.exists():
        with closing(open_library(library, MachineMoment())) as opened:
            mended = [(one.code, one.facts) for one in repair(opened)]
            met = [one for one in opened.met if one.code in MENDED]
        for trouble in met:
            say(words(f"trouble.{trouble.code}", **trouble.facts))
        for code, facts in mended:
            what = words(f"commands.found.{code}", **facts)
            say(words("commands.repaired", what=what))
    report = check(library)
    for finding in report.findings:
        sentence = words(f"commands.found.{finding.code}", **finding.facts)
        if finding.repairable:
            sentence = words("commands.would-repair", what=sentence)
        say(sentence)
    if not report.sound:
        raise Refusal(words("commands.not-sound", path=library))
    counts = {"rows": report.rows, "changes": report.changes, "attachments": report.attachments}
    say(words("commands.sound", path=library, **counts))
    return 0


@contextmanager
def _reading(library: Path) -> Iterator[Reader]:
    """A reader of one instant of the library, whoever else has it open."""
    opened = open_library(library, MachineMoment(), read_only=True)
    with closing(opened), opened.snapshot() as reader:
        yield reader


@contextmanager
def _reading_any(library: Path) -> Iterator[Reader]:
    """A reader of the library, or of an empty one where there is none."""
    if library.exists():
        with _reading(library) as reader:
            yield reader
    else:
        with TemporaryDirectory() as folder:
            empty = Path(folder) / "empty.hearth"
            open_library(empty, MachineMoment()).close()
            with _reading(empty) as reader:
                yield reader


@contextmanager
def _reading_if_there(library: Path) -> Iterator[Reader | None]:
    """The same where there is a library; None where there is none."""
    if not library.exists():
        yield None
        return
    with _reading(library) as reader:
        yield reader


COMMANDS: Mapping[str, Command] = {
    "window": _window,
    "open": _open,
    "help": _help,
    "demo": _demo,
    "list": _list,
    "catalogue": _catalogue,
    "coverage": _coverage,
    "import": _import,
    "report": _report,
    "export-community": _export_community,
    "export-exercises": _export_exercises,
    **{f"{EXPORT}{one}": _export_document for one in DOCUMENTS},
    "check": _check,
}
"""What carries out each command."""


if __name__ == "__main__":
    sys.exit(main())
