"""The library file: one writer, two doors, a journal, and copies of it."""
