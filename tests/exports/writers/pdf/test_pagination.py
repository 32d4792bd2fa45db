"""Slabs on pages: what is given up for a page that would stand nearly empty."""

from itertools import pairwise

import pytest

from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import LayoutBox, paginate

ROOM = 740.0


def nothing(sheet: PageContent, top: float) -> None:
    """A slab of white paper."""


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        (60, 60, 1),  # a twelfth of a page: nearly half of the air would be given up for it
        (62, 74, 1),
        (50, 140, 1),  # a fifth: a fifth of the air is enough
        (50, 165, 2),  # more than a fifth, and more than a fifth of the air: it stays
        (50, 300, 2),
        (50, 90, 1),  # it fits as it is
    ],
)
def test_the_emptier_the_last_page_the_more_air_is_given_up(
    first: float, last: float, pages: int
) -> None:
    slabs = [LayoutBox(first, nothing, above=20) for _ in range(9)] + [
        LayoutBox(last, nothing, above=20)
    ]
    found = paginate(slabs, 0, ROOM)
    assert len(found) == pages
    for page in found:
        assert page[-1].top + page[-1].layout_box.height <= ROOM + 0.01
        assert all(one.top < other.top for one, other in pairwise(page))


def test_a_page_is_tightened_for_what_only_just_does_not_fit() -> None:
    slabs = [LayoutBox(60, nothing, above=20) for _ in range(6)]
    figure = LayoutBox(270, nothing, above=20)
    (page,) = paginate([*slabs, figure], 0, ROOM)
    assert page[-1].top + 270 == pytest.approx(ROOM)
    assert page[1].top - 60 == pytest.approx((ROOM - 6 * 60 - 270) / 6)
    assert len(paginate([*slabs, LayoutBox(330, nothing, above=20)], 0, ROOM)) == 2
