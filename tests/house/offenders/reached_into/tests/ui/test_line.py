from ui.line import Line, _cut


class Typist:
    def __init__(self) -> None:
        self._line = Line()

    def types_as(self, other: "Typist") -> bool:
        return self._line is other._line


def test_line() -> None:
    line = Line()
    assert line._text == _cut("a")
