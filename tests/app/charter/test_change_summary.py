"""What changed, section by section: only what the two charters say; and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from app.charter.change_summary import SectionChange, change_summary
from app.charter.changes import ClauseChange, Stretches, compare
from app.charter.clauses import list_text, table_text
from app.library.charter_rows import FrozenClause

SAID = st.lists(
    st.sampled_from("we keep the maps and say so, in time. nobody ever? « tous » à l’aise".split()),
    min_size=1,
    max_size=9,
).map(" ".join)
ROWS = st.lists(st.lists(SAID, min_size=1, max_size=3), min_size=1, max_size=4)


def clause(
    one: str, text: str, *, section: str = "norms", form: str = "text", heading: str = ""
) -> FrozenClause:
    """A clause as it stands in a version."""
    return FrozenClause(one, section, heading, form, text, "organization")


@st.composite
def charters(draw: st.DrawFn) -> list[FrozenClause]:
    """A charter of a few clauses, whose ids and sections another one may share."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6))
    found = []
    for one in ids:
        form = draw(st.sampled_from(("text", "list", "table")))
        texts = {
            "text": st.lists(SAID, min_size=1, max_size=3).map("\n".join),
            "list": st.lists(SAID, min_size=1, max_size=5).map(list_text),
            "table": ROWS.map(table_text),
        }
        found.append(
            clause(
                one,
                draw(texts[form]),
                section=draw(st.sampled_from(("norms", "rhythm"))),
                form=form,
                heading=draw(st.one_of(st.just(""), SAID)),
            )
        )
    return found


def after(stretches: Stretches) -> str:
    """What is read once the changes are made."""
    return "".join(one.text for one in stretches if one.mark != "removed")


def applied(change: ClauseChange) -> FrozenClause:
    """A clause of the old charter with its changes made, from the stretches alone."""
    source = change.before or change.now
    assert source is not None
    lines = {
        "text": lambda: after(change.words),
        "list": lambda: list_text([after(item) for item in change.items]),
        # Empty cells at a row's end go without saying, also those of a column that went.
        "table": lambda: table_text([[after(cell) for cell in row] for row in change.rows], 9),
    }
    return clause(
        source.id,
        lines[source.form](),
        section=source.section,
        form=source.form,
        heading=after(change.heading),
    )


@given(charters(), charters())
def test_the_comparison_applied_to_the_old_gives_the_new(
    old: list[FrozenClause], new: list[FrozenClause]
) -> None:
    """Clauses, their headings, items, rows and words; and in the order of the new."""
    assert [applied(one) for one in compare(old, new) if one.mark != "removed"] == new


@given(charters(), charters())
def test_what_is_gone_is_what_only_the_old_had(
    old: list[FrozenClause], new: list[FrozenClause]
) -> None:
    """Every clause of the old charter is met once: kept, edited or removed."""
    met = [one.before for one in compare(old, new) if one.before is not None]
    assert sorted(one.id for one in met) == sorted(one.id for one in old)


@given(charters(), charters())
def test_a_section_is_told_only_where_it_reads_otherwise(
    old: list[FrozenClause], new: list[FrozenClause]
) -> None:
    """Each section once; silent where nothing changed; new and gone are the same backwards."""
    found = {one.section: one for one in change_summary(old, new)}
    for section in ("norms", "rhythm"):
        before = [one for one in old if one.section == section]
        now = [one for one in new if one.section == section]
        assert (section in found) == (before != now)
        if section in found:
            assert (found[section].mark == "new") == (not before)
            assert (found[section].mark == "gone") == (not now)
    assert {one.section for one in change_summary(new, old)} == set(found)


def test_lines_are_counted() -> None:
    """Items that came, went or changed, a heading too; the order of the sections is given."""
    old = [
        clause("a", "Answer within a week\nShare the maps\nSay thank you", form="list"),
        clause("b", "We meet on Mondays.", section="rhythm"),
    ]
    new = [
        clause("a", "Answer within two weeks\nShare the maps\nBe kind\nBe brief", form="list"),
        clause("b", "We meet on Mondays.", section="rhythm", heading="When"),
    ]
    assert change_summary(old, new, ["rhythm", "norms"]) == (
        SectionChange(section="rhythm", mark="edited", added=1),
        SectionChange(section="norms", mark="edited", added=2, removed=1, edited=1),
    )


def test_a_section_is_rewritten_where_hardly_a_word_stayed() -> None:
    old = [clause("a", "We meet on the first Monday of the month at noon.", section="rhythm")]
    new = [clause("a", "Whoever calls a gathering says why, two weeks ahead.", section="rhythm")]
    assert change_summary(old, new) == (SectionChange(section="rhythm", mark="rewritten"),)


def test_another_order_is_a_change() -> None:
    """Though every clause says what it said."""
    old = [clause("a", "One."), clause("b", "Two.")]
    (found,) = change_summary(old, old[::-1])
    assert found == SectionChange(section="norms", mark="edited", reordered=True)
