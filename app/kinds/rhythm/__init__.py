"""Rhythm: what recurs in a community's life, as events that a calendar can hold."""
