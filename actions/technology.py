"""Technical problems, and equipment to solve them."""

from actions.offers import OfferAction


class OfferTechnology(OfferAction):
    """Somebody has a technical problem."""

    action_name = "action_offer_technology"
    subject = "technology"
    wording = "utter_technology_consult"
    asks_for_details = True


class OfferFacilities(OfferAction):
    """Somebody needs equipment or a test."""

    action_name = "action_offer_facilities"
    subject = "facilities"
    wording = "utter_technology_facilities"
