"""Sessions with experts."""

from actions.occasions import OccasionAction
from desk.domain.occasions import OccasionKind


class BookClinic(OccasionAction):
    """Somebody wants a session: the days that are known, else public counters; a coordinator arranges it."""

    action_name = "action_offer_clinic"
    kind = OccasionKind.CLINIC
    subject = "clinic"
    coming = "utter_clinic_coming"
    wording = "utter_clinic_book"
