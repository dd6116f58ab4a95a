"""How collaboration is done, and what contracts settle."""

from actions.offers import OfferAction


class OfferContracts(OfferAction):
    """Somebody needs a contract."""

    action_name = "action_offer_contracts"
    subject = "contract"
    wording = "utter_collaboration_contract_help"
