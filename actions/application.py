"""Help with applications."""

from actions.offers import OfferAction


class HelpApplication(OfferAction):
    """Somebody prepares an application."""

    action_name = "action_offer_application"
    subject = "application"
    wording = "utter_application_help_people"
