"""Home: what wants attention, then the communities."""
