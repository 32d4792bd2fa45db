"""Registers whose entries are read beyond their own page, by their ids in the catalogue."""

PROMISES = "gives-and-asks"
"""What the community and others promised each other."""
STORIES = "stories"
"""What a help led to, as it was told."""
