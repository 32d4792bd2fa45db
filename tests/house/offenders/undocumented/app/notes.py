class Note:
    def words(self) -> int:
        return 0

    def paintEvent(self) -> None:
        pass

    def _hidden(self) -> None:
        pass


def cluster() -> None:
    pass
