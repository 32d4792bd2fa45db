"""Allot: tokens are shared out among a few things, as it is now and as it is wanted."""
