"""One piece of a library's upkeep, in a process of its own that can be killed at any call.

python -m tests.faults.upkeep backup|restore|strike|import|migrate LIBRARY
"""

import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from app.exchange.decode import decode, read_file
from app.exchange.importing import import_community
from app.library import library, migrations, undo
from app.library.backup import backups, make_backup, restore
from app.library.opening import open_library
from app.library.schema import SCHEMA_VERSION
from app.library.steps import Step
from app.library.strike import strike
from app.moment import MachineMoment
from tests.app.library.household import ID


def backup(path: Path) -> None:
    """A copy by hand."""
    make_backup(path, MachineMoment().now(), "hand")


def put_back(path: Path) -> None:
    """The oldest backup takes the library's place."""
    restore(path, backups(path)[-1].path, MachineMoment().now())


def strike_note(path: Path) -> None:
    """A note leaves no trace."""
    with closing(open_library(path, MachineMoment())) as opened:
        strike(opened, [("note", ID["note"])])


def bring_in(path: Path) -> None:
    """A community file beside the library."""
    with closing(open_library(path, MachineMoment())) as opened:
        import_community(opened, decode(read_file(path.with_name("community.json"))))


def migrate(path: Path) -> None:
    """To tomorrow's schema."""
    come_tomorrow()
    open_library(path, MachineMoment()).close()


def come_tomorrow() -> None:
    """Be a Hearth whose schema is one version on; for a process that ends with it."""
    for module in (migrations, library, undo):
        module.SCHEMA_VERSION = SCHEMA_VERSION + 1  # type: ignore[attr-defined]
    migrations.STEPS = {SCHEMA_VERSION: Step(add_motto, keeps_undo=False)}  # type: ignore[attr-defined]


def add_motto(database: Database) -> None:
    """A column more, and every note written anew."""
    database.table("community").add_column("motto", str, not_null_default="")
    database.execute("UPDATE note SET zone = 'anew'")


DOING = {
    "backup": backup,
    "restore": put_back,
    "strike": strike_note,
    "import": bring_in,
    "migrate": migrate,
}

if __name__ == "__main__":
    DOING[sys.argv[1]](Path(sys.argv[2]))
