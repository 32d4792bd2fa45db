"""The look: colours, type, spacing, fonts and icons, and the one object that hands them down.

``Look`` (in ``ui.look.look``) is frozen and knows everything a piece of the window needs to draw
itself; ``wear`` dresses the application in it once, before the first window.
"""
