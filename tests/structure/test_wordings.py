"""What a machine can tell of docs/writing-replies.md: length, words, terms, figures, and always a next step."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from tests.structure.source import domain, rules

RESPONSES: Mapping[str, list[dict[str, Any]]] = domain()["responses"]
TEXTS = {key: wordings[0]["text"] for key, wordings in RESPONSES.items()}
MOST_SENTENCES = 3
#: what the desk calls otherwise, or says in simpler words (docs/writing-replies.md)
BANNED = re.compile(
    r"オペレーター|スタッフ|エージェント|チケット|案件|ケースID|支援メニュー|ご入力|ご記載|いたしかね|させていただ"
    r"|(?<!ありがとう)ございま|賜|存じ|つきまして|を行(?:う|い|って)|を実施|等(?![級しぶ])|および|ならびに|もしくは"
)
#: terms that a newcomer does not know, each with what explains it in the reply: brackets, or a button of this title
TERMS = {
    "公募要領": "（募集の決まり）",
    "交付": "（支給）",
    "ひな形": "（見本",
    "弁理士": "知的財産|特許|専門家",
    "意匠": "デザイン|商標と",
    "審査請求料": "減免のしくみ",
    "制度融資": "制度融資とは",
    "PCT": "PCT出願とは",
    "GビズID": "GビズIDとは|登録",
    "みなし大企業": "大企業の支配",
}
#: replies after which, in the same turn, another one takes the conversation on
FOLLOWED = {
    "utter_complaint_sorry": "a person is offered next",
    "utter_control_not_understood_again": "a person is offered next",
    "utter_control_resume": "the open question comes next",
    "utter_desk_info_about": "whether somebody is there comes next, with buttons",
    "utter_handover_not_read": "the field is asked for again",
    "utter_intake_heard": "the next question or the answer comes next",
    "utter_intake_heard_several": "the next question or the answer comes next",
    "utter_intake_skipped": "the next question or the list comes next",
    "utter_intake_not_an_answer": "the question is put again",
    "utter_intake_figure_left": "the open question is taken up",
    "utter_support_explained": "the question is put again",
    "utter_support_progress": "the next question comes next",
    "utter_support_started_first": "the question comes next",
    "utter_support_already_started": "the list comes next",
    "utter_support_near": "stands under the list and its buttons",
}
#: replies to which an action always adds buttons: the choices of a question, the ways on from a program
BUTTONS_OF_ACTIONS = {
    "utter_handover_ask_preference",
    "utter_intake_which_figure",
    "utter_knowledge_answer",
    "utter_knowledge_did_you_mean",
    "utter_programs_about",
    "utter_programs_choose",
    "utter_programs_choose_elsewhere",
    "utter_programs_ended",
    "utter_programs_no_budget",
    "utter_programs_subscribe_which",
    "utter_programs_which",
    "utter_small_talk_languages",
    "utter_support_list",
    "utter_support_question",
}
#: the reply itself says what to do next
POINTER = re.compile(r"(?:お書きください|お選びください|お答えください|でしょうか|ますか)。?$")


def sentences(text: str) -> list[str]:
    """Sentences outside of quotations and brackets; lines of a list are none."""
    plain = re.sub(r"「[^」]*」|（[^）]*）|\{[a-z]+\}", "", text)
    lines = [line for line in plain.split("\n") if not line.startswith("・")]
    return [piece for line in lines for piece in re.split(r"[。？]", line) if piece.strip()]


def said_before_another(key: str) -> bool:
    """Whether a rule says something of the same topic right after it."""
    for rule in rules():
        steps = [step.get("action") for step in rule["steps"]]
        if key in steps[:-1] and steps[steps.index(key) + 1] != "action_resume":
            return True
    return False


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_reply_says_few_things(key: str) -> None:
    assert len(sentences(TEXTS[key])) <= MOST_SENTENCES


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_reply_uses_the_words_of_the_desk(key: str) -> None:
    titles = [button["title"] for button in RESPONSES[key][0].get("buttons", ())]

    assert [found.group() for text in (TEXTS[key], *titles) for found in BANNED.finditer(text)] == []


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_term_is_explained_where_it_stands(key: str) -> None:
    titles = " ".join(button["title"] for button in RESPONSES[key][0].get("buttons", ()))
    unexplained = [
        term for term, by in TERMS.items() if term in TEXTS[key] and not re.search(by, TEXTS[key] + " " + titles)
    ]

    assert unexplained == []


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_reply_offers_the_next_step(key: str) -> None:
    wording = RESPONSES[key][0]
    leads_on = wording.get("buttons") or POINTER.search(wording["text"]) or said_before_another(key)

    assert leads_on or key in FOLLOWED or key in BUTTONS_OF_ACTIONS


@pytest.mark.parametrize("key", sorted(FOLLOWED.keys() | BUTTONS_OF_ACTIONS))
def test_an_exception_is_needed(key: str) -> None:
    assert key in TEXTS
    assert not RESPONSES[key][0].get("buttons")


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_figures_are_written_as_readers_write_them(key: str) -> None:
    """Half-width digits, 万 and commas in amounts, 時 in times, 年月日 in dates."""
    text = TEXTS[key]

    assert not re.search(r"[０-９]", text)
    assert not re.search(r"\d{5,}|\d:\d\d|\d{4}/\d|\d-\d{1,2}-\d", text)
