"""Rings on paper."""

from exports.kinds.rings.report import RingsReport

__all__ = ["RingsReport"]
