"""Praise and blame."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from desk.domain.replies import Reply
from desk.services import feedback


class KeepFeedback(DeskAction):
    """Somebody says what the help was worth."""

    action_name = "action_keep_feedback"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """It is kept and thanked for; who was not helped is offered a person."""
        rating = feedback.keep_feedback(self.desk, heard.conversation)
        yield Reply("utter_feedback_sorry" if rating.blames else "utter_feedback_thanks")
