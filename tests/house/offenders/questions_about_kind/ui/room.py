def canvas(block: object, kind: str) -> str:
    if block.kind == "board":
        return "board"
    if kind in ("talk", "roles"):
        return "list"
    if block.kind == "break":
        return ""
    match block.recipe.kind:
        case "charter":
            return "clauses"
    return "board" if block.title == "board" else ""
