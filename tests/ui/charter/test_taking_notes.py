"""Notes that lay together come in with one act; what nobody used is told apart and counted."""

from PySide6.QtCore import Qt

from tests.ui.charter.desk import CONTROL, SHIFT, Desk, click

Key = Qt.Key


def choose_several(desk: Desk) -> tuple[str, list[str]]:
    """Choose a note of a place where several lie; gives the place's name, and what they say."""
    desk.press(Key.Key_F9)
    sources = desk.body.sources
    assert sources.others_shown
    for note in sources.notes:
        note.setFocus()
        if sources.together.isVisible():
            break
    (head,) = [
        one
        for one, below in zip(sources.heads, [*sources.heads[1:], None], strict=True)
        if one.y() < note.y() and (below is None or note.y() < below.y())
    ]
    under = [
        one.text()
        for one in sources.notes
        if one.y() > head.y() and not any(head.y() < two.y() < one.y() for two in sources.heads)
    ]
    return head.title.text(), under


def test_notes_that_lay_together_become_one_clause(desk: Desk) -> None:
    """By a key; each line from its note, and the count of what is left goes down; undone."""
    desk.open("rhythm")
    before = desk.clauses("rhythm")
    sources = desk.body.sources
    assert sources.link.text() == "3 notes of 9 not used yet"
    _, said = choose_several(desk)
    assert len(said) > 1
    assert sources.together.text().startswith(f"Take all {len(said)} in as one clause")
    desk.press(Key.Key_G, CONTROL)
    clause = desk.clauses("rhythm")[-1]
    assert clause.text.splitlines() == said
    assert sorted(desk.sources("rhythm", len(before))) == sorted(said)
    assert len(desk.body.page.fields if desk.body.page else []) == len(before) + 1
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert desk.clauses("rhythm") == before
    assert sources.link.text().endswith("of 9 not used yet") or sources.others_shown


def test_or_a_clause_each(desk: Desk) -> None:
    """By the button or its key; when all is used, that is said in words."""
    desk.open("rhythm")
    before = len(desk.clauses("rhythm"))
    _, said = choose_several(desk)
    click(desk.body.sources.apart)
    assert [one.text for one in desk.clauses("rhythm")[before:]] == said
    assert desk.sources("rhythm", before) == said[:1]
    while desk.body.sources.others_shown:
        desk.body.sources.notes[0].setFocus()
        desk.press(Key.Key_T, CONTROL)
    assert not desk.body.sources.link.isVisible()
    assert desk.body.sources.all_used.text() == (
        "All 9 notes from the work on this section are used."
    )


def test_a_first_clause_is_taken_in_where_nothing_was_written(desk: Desk) -> None:
    """The place where one would have begun makes way for it."""
    desk.open("norms")
    while desk.clauses("norms"):
        desk.body.act("remove")
    _, said = choose_several(desk)
    desk.press(Key.Key_G, CONTROL | SHIFT)
    assert [one.text for one in desk.clauses("norms")] == said
    assert desk.body.page is not None
    assert all(field.clause is not None for field in desk.body.page.fields)


def test_where_a_note_lay_stands_beside_it(desk: Desk) -> None:
    """The cluster's title or the zone, the exercise, the votes; beside the notes it came from
    too."""
    desk.open("purpose")
    heads = [(one.title.text(), one.facts.text()) for one in desk.body.sources.heads]
    assert ("Knowing who to call", "Hopes · Hopes and fears · 7 dots") in heads
