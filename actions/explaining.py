"""The words and buttons around one program, for every action that speaks of it. No action stands here."""

import json
from collections.abc import Iterable, Mapping, Sequence

from desk.domain.aspects import Aspect
from desk.domain.certainty import asks_how_sure
from desk.domain.programs import Program
from desk.domain.replies import Button, Reply
from desk.services import aspects, subscriptions
from desk.services.aspects import Explained
from desk.services.context import Desk
from desk.services.offers import program_card
from desk.services.programs import LONGEST_TITLE, Choice, Option

TITLES: Mapping[Aspect, str] = {
    Aspect.WHY: "合うかどうかの理由",
    Aspect.AMOUNT: "いくら？",
    Aspect.DEADLINE: "いつまで？",
    Aspect.DOCUMENTS: "必要書類",
    Aspect.SIMILAR: "似た制度との違い",
}
ALERT_TITLE = "締切を知らせて"
STOP_TITLE = "このお知らせを止める"
DETAILS = "詳しく："
FIT = Button("自分に合うか調べる", "/find_support")
SEARCH = Button("いま使える制度を探す", "/find_support")
HUMAN = Button("担当者に相談する", '/request_human{"topic": "programs"}')
SKIP = Button("わからない・飛ばす", "/dont_know")
WHY_ASKED = Button("なぜ聞くの？", "/clarify")
ASK, SUBSCRIBE, STOP = "ask_program", "subscribe_deadline", "stop"


def say_aspect(desk: Desk, conversation: str, program: Program, aspect: Aspect, ask: bool = False) -> Iterable[Reply]:
    """One side of a published program; with `ask` the budget may be asked for."""
    told = aspects.explain(desk, conversation, program, aspect, ask)
    values = {"name": program.name, "brief": "\n".join(told.lines)}
    yield Reply("utter_programs_about", values, _ways_on(desk, conversation, told), card_of(program))
    if told.question is not None:
        yield Reply("utter_support_question", {"question": told.question.text}, [SKIP, WHY_ASKED])


def say_choice(choice: Choice, written: str, topic: str | None = None) -> Reply:
    """Programs to choose from; `written` is the name as the person wrote it, `topic` the side asked for."""
    buttons = [option_button(each, topic=topic) for each in choice.options]
    if choice.lines:
        key = "utter_programs_choose_elsewhere" if choice.elsewhere else "utter_programs_choose"
        cards = {"type": "program", "items": [program_card(each.program) for each in choice.options]}
        return Reply(key, {"name": written, "brief": "\n".join(choice.lines)}, buttons, cards)
    return Reply("utter_programs_which", buttons=buttons) if buttons else Reply("utter_programs_which_unknown")


def buttons_of(desk: Desk, conversation: str, program: Program, told: Aspect | None = None) -> list[Button]:
    """What can be asked next of a program; not what was just told, nor the end of a call that can be watched."""
    left = [each for each in aspects.aspects_of(desk, program) if each is not told]
    watched = aspects.can_alert(desk, program)
    if watched and told is None:
        left.remove(Aspect.DEADLINE)
    known = aspects.facts_known(desk, conversation)
    chosen = [
        FIT if each is Aspect.WHY and not known else program_button(TITLES[each], program, each.value) for each in left
    ]
    alert = [program_button(ALERT_TITLE, program, intent=SUBSCRIBE)] if watched else []
    return [*chosen, *alert, HUMAN]


def details_of(programs: Sequence[Program], beside: Sequence[Program] = ()) -> list[Button]:
    """A button for each program of a list, with titles that differ and mean none of those beside it."""
    titles = [DETAILS + _label(program, [*programs, *beside]) for program in programs]
    return [
        program_button(f"{number} {title}" if titles.count(title) > 1 else title, program)
        for number, (title, program) in enumerate(zip(titles, programs, strict=True), 1)
    ]


def say_no_promise(text: str) -> Iterable[Reply]:
    """That nobody can promise it, to somebody who asks how sure it is beside something else."""
    if asks_how_sure(text):
        yield Reply("utter_programs_no_promise")


def say_stopped(desk: Desk, conversation: str, program_id: str | None = None) -> Iterable[Reply]:
    """No more alerts, of one program or of all."""
    stopped = subscriptions.unsubscribe(desk, conversation, frozenset({program_id}) if program_id else None)
    found = (desk.catalogue.program(each) for each in stopped)
    names = "」「".join(program.name for program in found if program is not None)
    yield Reply("utter_programs_unsubscribed", {"names": names}) if stopped else Reply("utter_programs_no_alerts")


def program_button(title: str, program: Program, topic: str | None = None, intent: str = ASK) -> Button:
    """A button that asks about a program, or about one side of it."""
    entities = {"program": program.id} | ({"topic": topic} if topic else {})
    return Button(_short(title), f"/{intent}{json.dumps(entities)}")


def option_button(option: Option, intent: str = ASK, topic: str | None = None) -> Button:
    """A button for one of several that may be meant."""
    return program_button(option.title, option.program, topic, intent)


def card_of(program: Program) -> dict[str, object]:
    """The card that leads to the source; the text of the message says the rest."""
    return {"type": "program", "items": [program_card(program)]}


def _ways_on(desk: Desk, conversation: str, told: Explained) -> list[Button]:
    if told.question is not None:
        return []
    if told.similar:
        return [*details_of(told.similar, [told.program]), HUMAN]
    return buttons_of(desk, conversation, told.program, told.aspect)


def _label(program: Program, listed: Sequence[Program]) -> str:
    """The name, or the longest alias that fits beside the word for details and means no other of the list."""
    room = LONGEST_TITLE - len(DETAILS)
    taken = {alias for each in listed if each is not program for alias in each.aliases}
    fitting = [each for each in program.aliases if len(each) <= room and each not in taken]
    return program.name if len(program.name) <= room or not fitting else max(fitting, key=len)


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
