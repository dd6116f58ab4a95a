"""Founding and growing a start-up."""

from actions.offers import OfferAction


class OfferStartup(OfferAction):
    """Somebody founds a company."""

    action_name = "action_offer_startup"
    subject = "startup"
    wording = "utter_startup_offer"
