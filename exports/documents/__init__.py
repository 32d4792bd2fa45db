"""Knowledge into pages: charter, summary, run sheet."""
