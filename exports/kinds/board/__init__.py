"""A board on paper."""

from exports.kinds.board.report import BoardReport

__all__ = ["BoardReport"]
