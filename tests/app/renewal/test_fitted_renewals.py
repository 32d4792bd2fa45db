"""The renewals as they would be planned, in the order in which they are offered."""

from app.catalogue.catalogue import Catalogue
from app.renewal.fitted_renewals import fitted_renewals
from app.renewal.proposal import RenewalFacts, order_agendas


def first(catalogue: Catalogue, minutes: int | None) -> str:
    """The first one for twelve people, where two of three roles end."""
    ranked = order_agendas(RenewalFacts(terms=3, ending=2))
    return fitted_renewals(catalogue, ranked, minutes, 12)[0].proposal.agenda.id


def test_a_day_that_is_set_aside_is_offered_an_agenda_for_a_day(catalogue: Catalogue) -> None:
    """What speaks for an agenda decides among those that use the time there is."""
    assert first(catalogue, None) == "renewal-after-a-departure"
    assert first(catalogue, 240) == "renewal-after-a-departure"
    assert first(catalogue, 480) == "renewal-day"
