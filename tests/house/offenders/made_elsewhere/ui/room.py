from app.library import opening


def library() -> object:
    return opening.open_library("a.hearth")
