"""A page as PDF: set in the house's fonts, tagged for reading machines, the same every time."""
