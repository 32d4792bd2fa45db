"""The settings of this machine, and the copies of the library."""
