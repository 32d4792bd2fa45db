"""What recurs, and its dates: the windows that ask for them, in the room and on a page."""
