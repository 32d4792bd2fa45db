"""The photographs of one document: named on its pages, embedded as the JPEG that they are."""

from reportlab.pdfbase import pdfdoc

from exports.page import Photograph
from exports.writers.pdf.objects import Document, refer


class DocumentImages:
    """Knows the photographs of one document by the order in which they first appear."""

    def __init__(self) -> None:
        """Without any yet."""
        self._used: dict[bytes, tuple[str, Photograph]] = {}

    def name(self, photograph: Photograph) -> str:
        """The photograph's name in the pages."""
        new = (f"Im{len(self._used) + 1}", photograph)
        return self._used.setdefault(photograph.data, new)[0]

    def embed(self, document: Document) -> str:
        """Put the photographs into the document; gives what pages say of them among what they
        need, nothing where there are none."""
        entries = [f"/{name} {refer(document, _stream(one))}" for name, one in self._used.values()]
        return f"/XObject <<{' '.join(entries)}>>" if entries else ""


def _stream(photograph: Photograph) -> pdfdoc.PDFStream:
    entries: dict[str, object] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": photograph.width,
        "Height": photograph.height,
        "ColorSpace": "/DeviceGray" if photograph.grey else "/DeviceRGB",
        "BitsPerComponent": 8,
        "Filter": "/DCTDecode",
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), photograph.data)
