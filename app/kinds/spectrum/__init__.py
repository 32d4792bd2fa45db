"""Spectrum: people stand between two poles, once or then and now; or map what two poles give."""
