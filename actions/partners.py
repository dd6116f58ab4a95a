"""Finding partners."""

from actions.offers import OfferAction


class OfferPartners(OfferAction):
    """Somebody looks for a university, a researcher or a company."""

    action_name = "action_offer_partners"
    subject = "partners"
    wording = "utter_partners_find"
