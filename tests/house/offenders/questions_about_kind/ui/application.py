def first(kind: str) -> bool:
    return kind == "talk"
