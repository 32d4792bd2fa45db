"""The house rules that read code: each takes modules and gives one sentence per breach."""

import ast
import graphlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeGuard

from app.catalogue.load import load_catalogue
from app.kinds.table import make_kinds
from app.resources import resources_folder
from tests.house.tree import Module, dotted, imports

SIDE_DOORS = frozenset(("import_module", "__import__", "exec", "eval"))
OWNED_SIDE_DOORS = frozenset(("import_module",))
EXPLAINED_ELSEWHERE = frozenset(("overload", "override", "setter"))
FILE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 300, 60

KINDS = frozenset(make_kinds(load_catalogue(resources_folder())).ids)
"""The kinds of the house, by id: what the tables hold."""

CONSTRUCTORS = ("ui/application.py", "ui/commands.py")
"""The two modules that build the world, and so may name every kind."""

STOREYS = {
    "app": (
        "catalogue",
        "library",
        "community",
        "workshop",
        "charter",
        "registers",
        "signals",
        "renewal",
        "kinds",
        "exchange",
    ),
    "exports": ("writers", "facts", "kinds", "documents"),
    "ui": ("look", "parts", "wall", "kinds"),
}
"""Folders in the order in which they stand on one another; any other folder stands on top."""

SHARED_BY_SCREENS = frozenset(STOREYS["ui"])
"""The folders of ui that are no screens."""

JOURNEYS = frozenset(("demo",))
"""The folders of ui that walk through screens, as a person does, and may know them."""

MADE_ONCE = frozenset(
    "Library open_library open_as_may_be Catalogue load_catalogue Words load_words World"
    " MachineMoment make_look Window".split()
)
"""What the world is built of."""


def cycles(tree: Sequence[Module]) -> Iterator[str]:
    """Modules that import each other in a circle, imports for type checking counted."""
    known = frozenset(module.name for module in tree)
    edges = {
        module.name: {name for _, name in imports(module, known)} & known - {module.name}
        for module in tree
    }
    try:
        graphlib.TopologicalSorter(edges).prepare()
    except graphlib.CycleError as error:
        yield "circle: " + " <- ".join(error.args[1])


def side_doors(tree: Sequence[Module]) -> Iterator[str]:
    """Imports that the import contracts cannot see."""
    for module in tree:
        for node in module.nodes:
            if not isinstance(node, ast.Call):
                continue
            called = dotted(node)
            # A dialog's own exec() runs no text; only Python's, which has no owner, does.
            owned = called.split(".")[-1] in OWNED_SIDE_DOORS
            if called in SIDE_DOORS or owned:
                yield f"{module.path}:{node.lineno} calls {dotted(node)}"


def made_elsewhere(tree: Sequence[Module]) -> Iterator[str]:
    """Parts of the world that are made outside the two constructors, instead of handed in."""
    for module in tree:
        if module.name.startswith("app.") or module.path in CONSTRUCTORS:
            continue
        for node in module.nodes:
            if isinstance(node, ast.Call) and dotted(node).split(".")[-1] in MADE_ONCE:
                yield f"{module.path}:{node.lineno} makes its own {dotted(node)}"


def unseen(tree: Sequence[Module]) -> Iterator[str]:
    """Folders without an `__init__.py`: no import contract looks into them."""
    names = {module.path for module in tree}
    for folder in sorted({path.rpartition("/")[0] for path in names}):
        if f"{folder}/__init__.py" not in names:
            yield f"{folder} has no __init__.py"


def sizes(tree: Sequence[Module]) -> Iterator[str]:
    """Files, classes and functions that have outgrown their room."""
    for module in tree:
        lines = module.text.count("\n")
        if lines > FILE_LINES:
            yield f"{module.path} has {lines} lines"
        for node in module.nodes:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            limit = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > limit:
                yield f"{module.path}:{node.lineno} {node.name} has {lines} lines"


def undocumented(tree: Sequence[Module]) -> Iterator[str]:
    """Public modules, classes, functions and methods without a docstring.

    What Qt calls by its own name (paintEvent, rowCount) is explained by Qt.
    """
    for module in tree:
        if module.syntax.body and not ast.get_docstring(module.syntax):
            yield f"{module.path} has no docstring"
        yield from _undocumented(module.path, module.syntax.body)


def _undocumented(path: str, body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_"):
            continue
        marks = {dotted(mark).split(".")[-1] for mark in node.decorator_list}
        explained = marks & EXPLAINED_ELSEWHERE or re.match("[a-z]+[A-Z]", node.name)
        if not ast.get_docstring(node) and not explained:
            yield f"{path}:{node.lineno} {node.name} has no docstring"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented(path, node.body)


def two_doors(tree: Sequence[Module]) -> Iterator[str]:
    """What goes past the library's two doors: SQL that writes, or the database itself."""
    writes = re.compile(
        r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER|BEGIN|COMMIT|VACUUM)\b [A-Za-z\"]"
    )
    for module in tree:
        if module.name.startswith("app.library"):
            continue
        for line, name in imports(module):
            if name.split(".")[0] in {"sqlite3", "sqlite_utils"}:
                yield f"{module.path}:{line} imports {name}"
        for node in module.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if writes.match(node.value):
                    yield f"{module.path}:{node.lineno} writes SQL of its own"


def screens_that_meet(tree: Sequence[Module]) -> Iterator[str]:
    """Screens that import one another: what two of them need lives in ui/parts."""
    known = frozenset(module.name for module in tree)
    folders = {module.path.split("/")[1] for module in tree if module.path.count("/") > 1}
    screens = {f"ui.{folder}" for folder in folders - SHARED_BY_SCREENS}
    journeys = {f"ui.{folder}" for folder in JOURNEYS}
    for module in tree:
        own = ".".join(module.name.split(".")[:2])
        for line, name in imports(module, known):
            other = ".".join(name.split(".")[:2])
            if own in screens - journeys and other in screens - {own}:
                yield f"{module.path}:{line} imports {name}"


def looks_up(tree: Sequence[Module]) -> Iterator[str]:
    """Folders that import one which stands on them, such as parts that know the wall."""
    known = frozenset(module.name for module in tree)
    folders = {module.path.rpartition("/")[0].replace("/", ".") for module in tree}
    for module in tree:
        own = _storey(module.name, folders)
        for line, name in imports(module, known):
            if own is not None and own < (_storey(name, folders) or own):
                yield f"{module.path}:{line} looks up to {name}"


def _storey(name: str, folders: Collection[str]) -> tuple[str, int] | None:
    """In which part of the house a module stands, and how high; None outside any folder of it."""
    part, *rest = name.split(".")
    if part not in STOREYS or not rest or f"{part}.{rest[0]}" not in folders:
        return None
    order = STOREYS[part]
    return part, order.index(rest[0]) if rest[0] in order else len(order)


def kind_of(name: str) -> str | None:
    """The kind whose module this is, if it is one: app.kinds.board.clusters is of board."""
    match = re.match(r"(?:app|ui|exports)\.kinds\.(\w+)", name)
    return match[1] if match and match[1] in KINDS else None


def kinds_that_meet(tree: Sequence[Module]) -> Iterator[str]:
    """Kinds that import one another, on whatever floor."""
    known = frozenset(module.name for module in tree)
    for module in tree:
        own = kind_of(module.name)
        for line, name in imports(module, known):
            if own and kind_of(name) not in {None, own}:
                yield f"{module.path}:{line} is of {own} and imports {name}"


def kinds_on_one_leg(tree: Sequence[Module]) -> Iterator[str]:
    """Kinds that are not on all three floors."""
    floors: dict[str, set[str]] = {}
    for module in tree:
        if kind := kind_of(module.name):
            floors.setdefault(kind, set()).add(module.name.split(".")[0])
    for kind, there in sorted(floors.items()):
        for floor in sorted({"app", "exports", "ui"} - there):
            yield f"{floor}/kinds has no {kind}"


def questions_about_kind(tree: Sequence[Module]) -> Iterator[str]:
    """Code that asks which kind it has, instead of asking the kind."""
    for module in tree:
        if module.path in CONSTRUCTORS:
            continue
        for node in module.nodes:
            sides: list[ast.AST] = []
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
            elif isinstance(node, ast.Match):
                sides = [node.subject, *(case.pattern for case in node.cases)]
            asked = any(re.search(r"(\b|_)kind(_id)?$", dotted(side)) for side in sides)
            if asked and KINDS & {word for side in sides for word in _strings(side)}:
                yield f"{module.path}:{getattr(node, 'lineno', 0)} asks which kind it has"


def _strings(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


TIMERS = frozenset(("perf_counter", "process_time", "thread_time", "perf_counter_ns"))


def timed(tree: Sequence[Module]) -> Iterator[str]:
    """Tests that hold a stopwatch: speed lives in benchmarks, as a ratio in one run."""
    for module in tree:
        for node in module.nodes:
            if isinstance(node, ast.Attribute | ast.Name) and dotted(node).split(".")[-1] in TIMERS:
                yield f"{module.path}:{node.lineno} takes the time"


def reached_into(tree: Sequence[Module]) -> Iterator[str]:
    """Tests of windows that use what a class or a module keeps for itself: whoever mends it then
    has to mend them. They look at what a person sees, or at public names."""
    for module in tree:
        own = {node.attr for node in module.nodes if _is_own(node)}
        for node in module.nodes:
            names, line = [], getattr(node, "lineno", 0)
            if isinstance(node, ast.Attribute) and not _is_own(node) and node.attr not in own:
                names = [node.attr]
            elif isinstance(node, ast.ImportFrom):
                names = [one.name for one in node.names]
            for name in names:
                if name.startswith("_") and not name.startswith("__"):
                    yield f"{module.path}:{line} reaches for {name}"


def _is_own(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """Whether it is an attribute of ``self`` or ``cls``."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("self", "cls")
    )
