from app.community.people import known

FOUND = known
