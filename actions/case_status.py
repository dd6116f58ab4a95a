"""How a case stands."""

from collections.abc import Iterable
from datetime import datetime

from actions.base import DeskAction, Heard
from desk.domain.cases import SPECIALITY_TITLES
from desk.domain.replies import Reply
from desk.services import case_status
from desk.services.case_status import Progress


class TellCase(DeskAction):
    """Somebody waits for an answer of people."""

    action_name = "action_tell_case"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Status and promise, an apology when it is late, or why nothing can be told."""
        number = heard.entity("case_id")
        progress = case_status.find_progress(self.desk, heard.conversation, number)
        if progress is None:
            yield Reply("utter_case_status_other" if number else "utter_case_status_none")
            return
        key = "utter_case_status_late" if progress.late else f"utter_case_status_{progress.status}"
        yield Reply(key, _values(progress))


def _values(progress: Progress) -> dict[str, str | datetime]:
    return {
        "number": progress.number,
        "speciality": SPECIALITY_TITLES[progress.speciality],
        "due": progress.due_at,
    }
