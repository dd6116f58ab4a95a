"""Finding and training people."""

from actions.offers import OfferAction


class OfferTraining(OfferAction):
    """Somebody wants to find or train people."""

    action_name = "action_offer_training"
    subject = "training"
    wording = "utter_training_offer"
