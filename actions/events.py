"""Events, seminars and exhibitions."""

from actions.occasions import OccasionAction
from desk.domain.occasions import OccasionKind


class OfferEvents(OccasionAction):
    """Somebody looks for events: those that staff have entered, else those held again and again."""

    action_name = "action_offer_events"
    kind = OccasionKind.EVENT
    subject = "events"
    coming = "utter_events_coming"
    wording = "utter_events_offer"
