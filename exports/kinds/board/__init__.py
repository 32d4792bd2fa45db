"""A board on paper."""

from exports.kinds.board.telling import BoardTelling

__all__ = ["BoardTelling"]
