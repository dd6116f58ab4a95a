"""Sessions with experts."""

from actions.offers import OfferAction


class BookClinic(OfferAction):
    """Somebody wants a session; a coordinator arranges it, and public counters can be used at once."""

    action_name = "action_offer_clinic"
    subject = "clinic"
    wording = "utter_clinic_book"
