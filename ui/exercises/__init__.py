"""The catalogue of exercises, to be searched and read."""
