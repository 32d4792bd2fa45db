"""What the catalogue knows, to be read: on a screen of its own, and beside the work."""
