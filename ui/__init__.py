"""Faces: the window and the command line. Qt only here."""
