"""Per kind: its figure, its words, its paper worksheet."""
