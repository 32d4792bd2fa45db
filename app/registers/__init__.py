"""Registers: what a community writes down line by line; which there are stands in the catalogue."""
