"""The portfolio: domains of knowledge of all communities, side by side."""
