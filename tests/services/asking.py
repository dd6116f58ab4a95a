"""People who are asked by the desk itself: presses of buttons, words, and what they hear."""

from desk.services import turns
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.conversations import Said, receive, take_undelivered
from tests.services.people import handed_over


def closed(desk: Desk, conversation: str) -> str:
    """The number of a case that staff have answered and closed."""
    number = handed_over(desk, conversation)
    answer_case(desk, number, "制度を2つご案内しました。", "sato")
    update_case(desk, number, "sato", {"status": "closed"})
    take_undelivered(desk, conversation)
    return number


def heard(desk: Desk, conversation: str) -> list[Said]:
    """What has not reached the person yet."""
    return take_undelivered(desk, conversation)


def send(desk: Desk, conversation: str, text: str) -> turns.Forward | None:
    """The person writes, or presses the button of this title; what goes to Rasa, if anything does."""
    return turns.prepare(desk, receive(desk, conversation, text).message_id)


def press(desk: Desk, conversation: str, said: Said, title: str) -> turns.Forward | None:
    """The person presses a button under something said, be it long ago."""
    buttons = {button["title"]: button["payload"] for button in said.content["buttons"]}
    return send(desk, conversation, buttons[title])


def titles(said: Said) -> list[str]:
    """The buttons under something said."""
    return [button["title"] for button in said.content.get("buttons", [])]
