from app.kinds.roles import terms


def show() -> None:
    import ui.kinds.board
