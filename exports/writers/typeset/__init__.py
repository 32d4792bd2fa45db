"""Text analysis that any page-making writer may use: which font, which order, which glyphs, which
line. It knows nothing of PDF: what comes out is glyphs and lengths.
"""
