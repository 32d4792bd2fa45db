from app.library.opening import open_library

library = open_library("a.hearth")
