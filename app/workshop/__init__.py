"""A workshop: planned, run, closed."""
