"""Where the desk is and when it is open."""

from collections.abc import Iterable

from actions.base import DeskAction, Heard
from desk.domain.replies import Reply
from desk.services import desk_info


class TellDesk(DeskAction):
    """Somebody asks about the desk itself."""

    action_name = "action_tell_desk"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """What is known of the desk, and whether somebody is there now."""
        info = desk_info.describe_desk(self.desk, heard.text)
        yield Reply("utter_desk_info_about", {"lines": "\n".join(info.lines_in(heard.words))})
        if info.next_opening is None:
            yield Reply("utter_desk_info_open")
        else:
            yield Reply("utter_desk_info_closed", {"next": info.next_opening})
