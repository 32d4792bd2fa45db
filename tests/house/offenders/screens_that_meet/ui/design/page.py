from app.community import people
