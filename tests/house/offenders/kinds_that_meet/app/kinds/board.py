from app.kinds import roles
