"""What the program says: the keys of sentences in its code, and how they are called."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from app.words import Sentences

KEY = re.compile(r"^[\w-]+(\.[\w-]+)*\.[\w-]*\w$")


class Saying(msgspec.Struct, frozen=True):
    """A call of ``words`` with a key written out, and the values it hands over.

    ``given`` is None where values are handed over as a whole (``**facts``).
    """

    place: str
    key: str
    given: frozenset[str] | None


class Mention(msgspec.Struct, frozen=True):
    """A text in the code that is a key, or (``begins``) that keys made while running begin with."""

    place: str
    key: str
    begins: bool


def sayings(path: Path) -> Iterator[Saying]:
    """Every ``words("room.key", ...)`` of a file, also with a choice of keys."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call) and node.args and _is_words(node.func):
            names = [keyword.arg for keyword in node.keywords]
            given = None if None in names else frozenset(name for name in names if name)
            for key in _written_out(node.args[0]):
                yield Saying(f"{path}:{node.lineno}", key, given)


def mentions(path: Path) -> Iterator[Mention]:
    """Every text of a file that looks like a key, or like the beginning of one."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        place = f"{path}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if KEY.match(node.value):
                yield Mention(place, node.value, begins=False)
        elif isinstance(node, ast.JoinedStr) and len(node.values) > 1:
            begin = node.values[0]
            if isinstance(begin, ast.Constant) and _begins(str(begin.value)):
                yield Mention(place, str(begin.value), begins=True)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left = node.left
            if isinstance(left, ast.Constant) and _begins(str(left.value)):
                yield Mention(place, str(left.value), begins=True)


def missing(saying: Saying, sentences: Sentences) -> frozenset[str]:
    """The values a sentence wants and the call does not give."""
    if saying.given is None:
        return frozenset()
    sentence = sentences[saying.key]
    wanted = wants(sentence)
    if not isinstance(sentence, str):
        wanted |= {"n"}
    return frozenset(wanted - saying.given)


def wants(sentence: str | Mapping[str, str]) -> frozenset[str]:
    """The names of the values a sentence is filled in with, over all its plural forms."""
    forms = [sentence] if isinstance(sentence, str) else list(sentence.values())
    return frozenset(
        re.split(r"[.\[!:]", name)[0]
        for form in forms
        for _text, name, _format, _conversion in string.Formatter().parse(form)
        if name is not None
    )


def _is_words(called: ast.expr) -> bool:
    """Whether the thing called is a Words: its name, or its last part, ends in "words"."""
    if isinstance(called, ast.Attribute):
        return called.attr.endswith("words")
    return isinstance(called, ast.Name) and called.id.endswith("words")


def _written_out(key: ast.expr) -> Iterator[str]:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        yield key.value
    elif isinstance(key, ast.IfExp):
        yield from _written_out(key.body)
        yield from _written_out(key.orelse)


def _begins(text: str) -> bool:
    return re.match(r"^[\w-]+\.([\w-]+\.)*[\w-]*$", text) is not None
