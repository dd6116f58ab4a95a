"""The shape of an answer with days that staff have entered."""

from collections.abc import Iterable
from typing import ClassVar

from actions.base import Heard
from actions.offers import OfferAction
from desk.domain.occasions import OccasionKind
from desk.domain.replies import Reply
from desk.services.occasions import told_of


class OccasionAction(OfferAction):
    """Says which days are to come; without any, what is offered instead."""

    kind: ClassVar[OccasionKind]
    coming: ClassVar[str]

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """One message: the wording, its buttons, and the days."""
        if days := told_of(self.desk, self.kind):
            yield Reply(self.coming, custom={"type": "events", "items": days})
        else:
            yield from super().reply(heard)
