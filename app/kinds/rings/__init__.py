"""Rings: who is near and who is far, who is missing, and who asks whom."""
