"""Editing a clause where it is read: text, a list, or a table."""
