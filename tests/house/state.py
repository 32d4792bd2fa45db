"""The house rule against anything global: a module holds only what cannot change."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from tests.house.tree import Module, dotted

MAKES_WHAT_CANNOT_CHANGE = frozenset(
    # of the language
    "frozenset tuple str int float bool bytes MappingProxyType Path Decimal Fraction compile"
    " date time datetime timedelta timezone ZoneInfo TypeVar ParamSpec NewType NamedTuple Struct"
    # of values that cannot change themselves
    " join format strip lower upper encode resolve joinpath with_suffix with_name"
    # tools that remember nothing from one use to the next
    " getLogger Encoder Decoder itemgetter attrgetter".split()
)
CHANGES = frozenset(
    "add append clear discard extend insert pop popitem remove reverse setdefault sort update"
    " difference_update intersection_update symmetric_difference_update".split()
)
READ_ONLY_TYPES = frozenset(
    "Mapping Sequence Collection AbstractSet Set Iterable frozenset tuple str int float bool bytes"
    " Path Pattern".split()
)
REMEMBERS = frozenset(("cache", "lru_cache", "singledispatch"))


def module_state(tree: Sequence[Module]) -> Iterator[str]:
    """What a module, or a class body, holds that could change, and what it does when imported.

    A constant in capitals may be a plain list, dict or set, if no code of the tree changes it.
    """
    safe = MAKES_WHAT_CANNOT_CHANGE | _safe_in(tree)
    changed = frozenset(name for module in tree for name in _changed_in(module))
    for module in tree:
        for node in module.nodes:
            if isinstance(node, ast.Global):
                yield f"{module.path}:{node.lineno} says global {', '.join(node.names)}"
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                if any(_last(mark) in REMEMBERS for mark in node.decorator_list):
                    yield f"{module.path}:{node.lineno} {node.name} remembers between calls"
            elif isinstance(node, ast.ClassDef):
                yield from _of_class(module.path, node)
        for node in _at_import(module.syntax.body):
            yield from _of_module(module.path, node, safe, changed)


def _of_module(
    path: str, node: ast.stmt, safe: frozenset[str], changed: frozenset[str]
) -> Iterator[str]:
    if isinstance(node, ast.For | ast.While | ast.With | ast.AugAssign | ast.Delete):
        yield f"{path}:{node.lineno} acts when it is imported"
    elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
        yield f"{path}:{node.lineno} acts when it is imported"
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        name = dotted(target)
        constant = name.isupper() and name not in changed and not isinstance(node.value, ast.Call)
        typed = isinstance(node, ast.AnnAssign) and _read_only(node.annotation)
        if not (constant or typed or name.startswith("__")) and _can_change(node.value, safe):
            yield f"{path}:{node.lineno} {name} can change"


def _changed_in(module: Module) -> Iterator[str]:
    """The names that a module changes in place, wherever they come from."""
    for node in module.nodes:
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            yield _last(node)
        elif isinstance(node, ast.AugAssign):
            yield _last(node.target)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in CHANGES:
                yield _last(node.func.value)


def _of_class(path: str, node: ast.ClassDef) -> Iterator[str]:
    for inner in node.body:
        if isinstance(inner, ast.Assign) and _can_change(inner.value, None):
            if not dotted(inner.targets[0]).startswith("__"):
                yield f"{path}:{inner.lineno} {node.name} shares what can change"


def _at_import(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that run when a module is imported, those of `if` and `try` included."""
    for node in body:
        if isinstance(node, ast.If):
            if "__name__" not in ast.dump(node.test):
                yield from _at_import([*node.body, *node.orelse])
        elif isinstance(node, ast.Try):
            handled = [inner for handler in node.handlers for inner in handler.body]
            yield from _at_import([*node.body, *handled, *node.orelse, *node.finalbody])
        else:
            yield node


def _can_change(value: ast.expr, safe: frozenset[str] | None) -> bool:
    """Whether a value can change; calls are looked into only where `safe` names are given."""
    if isinstance(value, ast.List | ast.Dict | ast.Set):
        return True
    if isinstance(value, ast.ListComp | ast.DictComp | ast.SetComp | ast.GeneratorExp):
        return True
    if isinstance(value, ast.Tuple):
        return any(_can_change(item, safe) for item in value.elts)
    return isinstance(value, ast.Call) and safe is not None and _last(value) not in safe


def _safe_in(tree: Sequence[Module]) -> frozenset[str]:
    """Names of the tree's frozen classes, and of its functions that give what cannot change."""
    classes = [n for m in tree for n in m.nodes if isinstance(n, ast.ClassDef)]
    frozen: set[str] = set()
    size = -1
    while size < len(frozen):  # until no class is found frozen through its parent
        size = len(frozen)
        frozen |= {node.name for node in classes if _is_frozen(node, frozen)}
    functions = {
        node.name
        for module in tree
        for node in module.syntax.body
        if isinstance(node, ast.FunctionDef) and node.returns
        if _read_only(node.returns) or dotted(node.returns) in frozen
    }
    return frozenset(frozen | functions)


def _is_frozen(node: ast.ClassDef, frozen: set[str]) -> bool:
    said = [*node.keywords, *(k for d in node.decorator_list for k in getattr(d, "keywords", []))]
    if any(key.arg == "frozen" and getattr(key.value, "value", False) for key in said):
        return True
    parents = {dotted(base).split(".")[-1] for base in node.bases}
    return bool(parents & ({"Enum", "StrEnum", "IntEnum", "Flag", "NamedTuple"} | frozen))


def _read_only(annotation: ast.expr) -> bool:
    """Whether a type can only be read; in `Final[...]` and `ClassVar[...]` what stands inside."""
    if _last(annotation) in {"Final", "ClassVar"} and isinstance(annotation, ast.Subscript):
        return _read_only(annotation.slice)
    return _last(annotation) in READ_ONLY_TYPES


def _last(node: ast.expr) -> str:
    return dotted(node).split(".")[-1]
