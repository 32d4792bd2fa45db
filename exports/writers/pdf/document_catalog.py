"""The document catalog of a PDF: title, language, tags, table of contents, PDF/UA."""

import hashlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from exports.page import Page
from exports.writers.clean_text import one_line
from exports.writers.pdf.layout_context import Entry
from exports.writers.pdf.objects import Document, Raw, number, refer, stream, text_string

_VERSION = (1, 7)


class _Facts(pdfdoc.PDFInfo):
    """The document's information; reportlab's own would add a date."""

    def __init__(self, title: str, author: str) -> None:
        """Who wrote what."""
        self._entries = Raw(
            f"<</Title {text_string(title)} /Author {text_string(author)} /Creator (Hearth)>>"
        )

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The entries as PDF."""
        return self._entries.format(document)


def new_document() -> Document:
    """An empty document; the same content always gives the same bytes."""
    return Document(compression=1, invariant=1, pdfVersion=_VERSION)


def finish(
    document: Document,
    page: Page,
    tree: Raw,
    entries: Sequence[Entry],
    pages: list[str],
    height: float,
) -> bytes:
    """Write the document's catalogue and give the whole file."""
    title, author = one_line(page.title), one_line(page.author)
    document.info = _Facts(title, author)
    metadata = refer(document, _metadata(title, author, page.language))
    contents = ""
    if entries:
        contents = f" /Outlines {_outline(document, entries, pages, height).reference(document)}"
    document.Catalog = Raw(
        f"<</Type /Catalog /Pages {refer(document, document.Pages)}{contents}"
        f" /Lang {text_string(page.language)} /MarkInfo <</Marked true>>"
        " /ViewerPreferences <</DisplayDocTitle true>>"
        f" /StructTreeRoot {tree.reference(document)} /Metadata {metadata}>>"
    )
    return document.format()


def identify(document: Document, page_contents: Sequence[bytes]) -> None:
    """Let the file's identity follow from what is on its pages."""
    digest = hashlib.sha256()
    for page_content in page_contents:
        digest.update(page_content)
    document.updateSignature(digest.digest())


def _metadata(title: str, author: str, language: str) -> pdfdoc.PDFStream:
    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
    # Left uncompressed, so that any program finds it.
    entries = {"Type": "/Metadata", "Subtype": "/XML"}
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), packet.encode() + b"\n")


def _outline(document: Document, entries: Sequence[Entry], pages: list[str], height: float) -> Raw:
    """The table of contents beside the pages: each heading under the one above its level."""
    root = Raw()
    objects = [Raw() for _ in entries]
    references = [raw.reference(document) for raw in objects]
    above = root.reference(document)
    parents: list[int | None] = []
    path: list[int] = []
    for place, entry in enumerate(entries):
        while path and entries[path[-1]].level >= entry.level:
            path.pop()
        parents.append(path[-1] if path else None)
        path.append(place)
    kids: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        kids.setdefault(parent, []).append(place)
    for place, (entry, parent) in enumerate(zip(entries, parents, strict=True)):
        beside = kids[parent]
        at = beside.index(place)
        own = kids.get(place, [])
        links = [
            f"/Prev {references[beside[at - 1]]}" if at else "",
            f"/Next {references[beside[at + 1]]}" if at + 1 < len(beside) else "",
            f"/First {references[own[0]]} /Last {references[own[-1]]}" if own else "",
            f"/Count {len(own)}" if own else "",
        ]
        objects[place].content = (
            f"<</Title {text_string(entry.title)} {' '.join(links)}"
            f" /Parent {above if parent is None else references[parent]}"
            f" /Dest [{pages[entry.page]} /XYZ 0 {number(height - entry.top + 8)} null]>>"
        )
    top = kids[None]
    root.content = (
        f"<</Type /Outlines /First {references[top[0]]} /Last {references[top[-1]]}"
        f" /Count {len(entries)}>>"
    )
    return root


def page_object(
    document: Document,
    size: tuple[float, float],
    content: bytes,
    needed: str,
    place: int,
) -> str:
    """Add a page with its drawing, and what is ``needed`` for it: fonts and images; gives its
    reference."""
    drawing = refer(document, stream(content))
    above = refer(document, document.Pages)
    raw = Raw(
        f"<</Type /Page /Parent {above} /MediaBox [0 0 {number(size[0])} {number(size[1])}]"
        f" /Contents {drawing} /Resources <<{needed}>> /StructParents {place} /Tabs /S>>"
    )
    document.Pages.addPage(raw)
    return raw.reference(document)
