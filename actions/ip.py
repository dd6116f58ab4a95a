"""Intellectual property."""

from actions.offers import OfferAction


class OfferIpAdvice(OfferAction):
    """Somebody asks about a right."""

    action_name = "action_offer_ip_advice"
    subject = "ip_advice"
    wording = "utter_ip_consult"


class OfferIpCost(OfferAction):
    """Somebody wants to pay less."""

    action_name = "action_offer_ip_cost"
    subject = "ip_cost"
    wording = "utter_ip_cost"


class OfferIpOverseas(OfferAction):
    """Somebody needs protection abroad."""

    action_name = "action_offer_ip_overseas"
    subject = "ip_overseas"
    wording = "utter_ip_overseas"
