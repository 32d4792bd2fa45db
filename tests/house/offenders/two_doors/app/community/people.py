import sqlite3


def add(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("INSERT INTO person (name) VALUES (?)", (name,))
    connection.execute("SELECT name FROM person")
