"""Rows of a register as the room fills them: a table of cells, their choices, the canvas."""
