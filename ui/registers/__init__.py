"""A register of a community on the screen: its list, and the form of an entry."""
