"""An exchange on paper."""

from exports.kinds.exchange.report import ExchangeReport

__all__ = ["ExchangeReport"]
