def count(notes):
    return len(notes)
