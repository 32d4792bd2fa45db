"""The words of a language, from ``resources``: what was built, or else ``words/*.toml``.

A file is a room, an entry a key, and each entry has every language side by side::

    people = { en = { one = "{n} person", other = "{n} people" }, fr = { ... } }

A table without a language's key is a group: ``[role.answer]`` is spoken as ``room.role.answer``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from app.built import built_folder, is_current
from app.words import LANGUAGES, Sentences, Words

_FORMS = frozenset(("one", "other"))


class WordsError(Exception):
    """A words file that cannot be used: the file's name, the key, and a code for what is wrong."""

    def __init__(self, file: str, key: str, code: str, detail: str = "") -> None:
        """Name the file, the key and what is wrong with it."""
        super().__init__(": ".join(part for part in (file, key, code, detail) if part))
        self.file = file
        self.key = key
        self.code = code
        self.detail = detail


def load_words(resources: Path, language: str) -> Words:
    """The words of one language, which must be one of LANGUAGES; raises WordsError."""
    if is_current(resources):
        built = _load_built(built_folder(resources) / words_file(language))
        if built is not None:
            return Words(language, built)
    if not (resources / "words").is_dir():
        raise WordsError(f"built/{words_file(language)}", "", "damaged")
    return Words(language, read_sentences(resources)[language])


def words_file(language: str) -> str:
    """The name of a language's file among what is built."""
    return f"words.{language}.json"


def pack_sentences(sentences: Sentences) -> bytes:
    """The bytes of a built words file."""
    return msgspec.json.encode(sentences)


def read_sentences(resources: Path) -> Mapping[str, Sentences]:
    """Every sentence by language, from the TOML files; raises WordsError for the first fault."""
    import tomllib  # not when the words were built

    spoken: dict[str, dict[str, str | Mapping[str, str]]] = {code: {} for code in LANGUAGES}
    for path in sorted((resources / "words").glob("*.toml")):
        try:
            raw = tomllib.loads(path.read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise WordsError(path.name, "", "unreadable", str(error)) from error
        for key, entry in _entries(path.name, path.stem, raw):
            for code, sentence in entry.items():
                spoken[code][key] = sentence
    return spoken


def _entries(
    file: str, key: str, raw: object
) -> Iterator[tuple[str, Mapping[str, str | Mapping[str, str]]]]:
    """Every entry under a table with its full key, checked."""
    if not isinstance(raw, dict):
        raise WordsError(file, key, "not-an-entry")
    if not raw.keys() & set(LANGUAGES):
        for name, inner in raw.items():
            yield from _entries(file, f"{key}.{name}", inner)
        return
    if raw.keys() != set(LANGUAGES):
        raise WordsError(file, key, "languages", ", ".join(raw))
    if len({isinstance(sentence, dict) for sentence in raw.values()}) > 1:
        raise WordsError(file, key, "plural-in-one-language")
    for code, sentence in raw.items():
        forms = sentence if isinstance(sentence, dict) else {"one": sentence, "other": sentence}
        if forms.keys() != _FORMS:
            raise WordsError(file, f"{key}.{code}", "plural-forms", ", ".join(forms))
        if not all(isinstance(text, str) and text.strip() for text in forms.values()):
            raise WordsError(file, f"{key}.{code}", "blank")
    yield key, raw


def _load_built(path: Path) -> Sentences | None:
    """Built sentences, or None when they are not there or damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str | dict[str, str]])
    except (OSError, msgspec.DecodeError):
        return None
