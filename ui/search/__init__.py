"""Search over everything the library holds."""
