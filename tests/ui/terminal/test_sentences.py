"""What is said on a terminal speaks of commands: of no screen, button or words half typed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.trouble import CODES, Trouble
from app.resources import resources_folder
from app.words_files import load_words
from tests.house.tree import ROOT
from ui.commands import failure_sentence

OF_A_WINDOW = {
    "en": r"\b(window|screen|button|click|what you typed|tick)\b",
    "fr": r"\b(fenêtre|écran|bouton|cliqu\w+|ce que vous avez écrit|cochez)\b",
}
FACTS = ("path", "name", "table", "row", "column", "format", "most", "n", "what")
WHERE = ("app/library", "app/exchange")
"""Whatever a command of the terminal can meet is raised in one of these."""


def raised() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The codes of troubles that commands meet, each with facts enough for its sentence."""
    yield from CODES.items()
    for folder in WHERE:
        for module in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Trouble":
                    for code in node.args[:1]:
                        if isinstance(code, ast.Constant) and code.value not in CODES:
                            named = tuple(one.arg or "" for one in node.keywords)
                            yield str(code.value), tuple(name for name in named if name)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sentence_speaks_of_a_window(language: str) -> None:
    """Of all troubles that a command can meet."""
    words = load_words(resources_folder(), language)
    library = Path("library.hearth")
    found = 0
    for code, named in raised():
        facts = dict.fromkeys((*FACTS, *named), 3)
        sentence = failure_sentence(Trouble(code, **facts), library, words)
        assert not re.search(OF_A_WINDOW[language], sentence, re.IGNORECASE), f"{code}: {sentence}"
        found += 1
    assert found > len(CODES)
