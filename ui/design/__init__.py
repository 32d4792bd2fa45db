"""The agenda of a workshop before it happens: blocks, times, recipes."""
