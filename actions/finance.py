"""Borrowing and raising money."""

from actions.offers import OfferAction


class OfferFinance(OfferAction):
    """Somebody needs money that is no grant."""

    action_name = "action_offer_finance"
    subject = "finance"
    wording = "utter_finance_offer"
