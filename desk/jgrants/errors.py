"""What can go wrong with the API, as Japanese sentences that say what to do."""


class JGrantsError(Exception):
    """A request failed for good; the text is a sentence for the person at the command line."""


class NotListed(JGrantsError):
    """Jグランツ holds nothing under the id (404)."""


class TooBusy(JGrantsError):
    """Jグランツ asks for a longer rest than a run may wait: nothing more is to be asked of it now."""
