from app.kinds.roles import __doc__
