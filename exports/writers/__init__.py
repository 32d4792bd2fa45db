"""Pages into bytes: PDF, Word, Markdown."""
