"""What the command line needs besides its commands: reading, choosing, speaking."""
