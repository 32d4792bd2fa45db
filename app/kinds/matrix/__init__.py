"""Matrix: notes placed on two axes, read in four readings."""
