from app.community import people

PEOPLE = people
