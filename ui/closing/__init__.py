"""The closing of a workshop: read back, given an owner and a date, thanked, kept."""
