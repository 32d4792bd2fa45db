"""Exporting: for whom, in which language, on which paper; what that leaves out."""
