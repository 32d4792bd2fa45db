from ui import window
