"""What stands before the window when the library cannot be opened."""
