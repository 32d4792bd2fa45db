from app.library import rows

known = rows
