"""What the library says that a coordinator may want to know."""
