"""The tree that tells a reading machine what each drawn piece is (ISO 32000-1, 14.7)."""

from dataclasses import dataclass, field

from exports.writers.pdf.objects import Document, Raw, text_string


@dataclass(slots=True, eq=False)
class Node:
    """An element of the tree, such as ``P``; its kids are elements, or marks on pages.

    ``attributes`` are further entries of its dictionary, already written as PDF.
    """

    kind: str
    attributes: str = ""
    kids: list["Node | Mark"] = field(default_factory=list)

    def add(self, kind: str, attributes: str = "") -> "Node":
        """A new element at the end of this one."""
        node = Node(kind, attributes)
        self.kids.append(node)
        return node


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page's content: the page's place and the mark's number on it."""

    page: int
    number: int


def alternative(text: str) -> str:
    """The attribute that says in words what a figure shows."""
    return f"/Alt {text_string(text)}"


def in_language(language: str) -> str:
    """The attribute that names an element's language."""
    return f"/Lang {text_string(language)}"


def scope(direction: str) -> str:
    """The attribute of a table's head cell: what it heads, ``Column`` or ``Row``."""
    return f"/A <</O /Table /Scope /{direction}>>"


def numbering(ordered: bool) -> str:
    """The attribute of a list: how its items are numbered."""
    return f"/A <</O /List /ListNumbering /{'Decimal' if ordered else 'Disc'}>>"


class Tags:
    """The tags of one document. ``root`` is its outermost element."""

    def __init__(self) -> None:
        """A document without content yet."""
        self.root = Node("Document")
        self._owners: list[list[Node]] = []

    def new_page(self) -> int:
        """The place of a page that begins, from 0."""
        self._owners.append([])
        return len(self._owners) - 1

    def mark(self, node: Node, page: int) -> int:
        """Give a new mark on a page to an element; its number on that page."""
        owners = self._owners[page]
        number = len(owners)
        owners.append(node)
        node.kids.append(Mark(page, number))
        return number

    def write(self, document: Document, pages: list[str]) -> Raw:
        """Put the tree into the document; ``pages`` are references to its pages, in order."""
        tree = Raw()
        above = tree.reference(document)
        objects: dict[Node, Raw] = {}
        self._reserve(self.root, document, objects)
        self._fill(self.root, above, pages, document, objects)
        owned = " ".join(
            f"{page} [{' '.join(objects[node].reference(document) for node in owners)}]"
            for page, owners in enumerate(self._owners)
        )
        parents = Raw(f"<</Nums [{owned}]>>")
        tree.content = (
            f"<</Type /StructTreeRoot /K [{objects[self.root].reference(document)}]"
            f" /ParentTree {parents.reference(document)} /ParentTreeNextKey {len(pages)}>>"
        )
        return tree

    def _reserve(self, node: Node, document: Document, objects: dict[Node, Raw]) -> None:
        objects[node] = raw = Raw()
        raw.reference(document)
        for kid in node.kids:
            if isinstance(kid, Node):
                self._reserve(kid, document, objects)

    def _fill(
        self,
        node: Node,
        above: str,
        pages: list[str],
        document: Document,
        objects: dict[Node, Raw],
    ) -> None:
        own = objects[node].reference(document)
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        kids: list[str] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(objects[kid].reference(document))
                self._fill(kid, own, pages, document, objects)
            elif kid.page == page:
                kids.append(str(kid.number))
            else:
                kids.append(f"<</Type /MCR /Pg {pages[kid.page]} /MCID {kid.number}>>")
        shown = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
        on_page = "" if page is None else f" /Pg {pages[page]}"
        objects[node].content = (
            f"<</Type /StructElem /S /{node.kind} /P {above}{on_page} {node.attributes}"
            f"{f' /K {shown}' if kids else ''}>>"
        )
