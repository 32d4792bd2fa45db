"""What a person chose for this machine, typed, in a small file of our own."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from exports.atomic_write import Spared, make_folder, nothing_spared, write_atomically

Theme = Literal["system", "light", "dark", "contrast"]


class Settings(msgspec.Struct, frozen=True):
    """Choices for this machine. ``language`` empty follows the system; ``text`` is per cent."""

    language: Literal["", "en", "fr"] = ""
    theme: Theme = "system"
    text: Annotated[int, msgspec.Meta(ge=80, le=200)] = 100
    wall: str = ""
    """The monitor chosen for the wall: name, model and serial, as one line."""
    newest: str = ""
    """Id of the workshop in whose room each new note is large on the wall for some seconds."""
    paper: Literal["a4", "letter"] = "letter"
    reading: tuple[int, int, int, int] | None = None
    """Where the window for reading beside the work stood: left, top, width and height."""
    noted: tuple[str, ...] = ()
    """Remarks on where a library lies that need not be shown again, by their keys."""
    favourites: tuple[str, ...] = ()
    """Exercises that this person comes back to, by their ids."""


def own_settings() -> Path:
    """The file of this person's settings."""
    import platformdirs

    return platformdirs.user_config_path("hearth", appauthor=False) / "settings.json"


def load_settings(path: Path) -> Settings:
    """The settings in ``path``; the defaults where the file is missing or unreadable."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def save_settings(path: Path, settings: Settings, spared: Spared = nothing_spared) -> None:
    """Write the settings, whole or not at all. Raises :class:`exports.atomic_write.CannotWrite`."""
    make_folder(path.parent)
    write_atomically(path, msgspec.json.format(msgspec.json.encode(settings)), spared)
