"""Events, seminars and exhibitions."""

from actions.offers import OfferAction


class OfferEvents(OfferAction):
    """Somebody looks for events; only those held again and again are known."""

    action_name = "action_offer_events"
    subject = "events"
    wording = "utter_events_offer"
