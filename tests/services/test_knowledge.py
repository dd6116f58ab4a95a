"""Answering from `seeds/knowledge`: every entry is sound, found by its own questions and by other wordings."""

from collections import Counter
from datetime import date

import pytest

from desk.domain.routing import SPECIALITY_OF_TOPIC
from desk.services.knowledge import Entry, answer_question, load_knowledge, search_knowledge

LIBRARY = load_knowledge()
ENTRIES = LIBRARY.entries
BY_ID = {entry.id: entry for entry in ENTRIES}

#: wordings that stand in no entry, with the entries that answer them
OTHER_WORDINGS = {
    "ＴＬＯってどういうところ？": {"tlo"},
    "補助金って先に振り込んでもらえるんでしょうか": {"atobarai"},
    "交付決定の前に機械を発注したらだめ?": {"chakushu-mae", "koufu-kettei"},
    "NDAを結ばずに話しても大丈夫?": {"nda"},
    "大学との契約で不実施補償を求められた。なんですか": {"fujisshi-hosho"},
    "社員の発明って会社のものになるの": {"shokumu-hatsumei"},
    "展示会で見せてしまった後に特許を取れますか": {"shinkisei-reigai"},
    "国際特許ってどうやって取る": {"pct"},
    "ジービズアイディーはどうやって取る": {"gbizid"},
    "子会社だと補助金は対象外ですか": {"minashi-daikigyo"},
    "パートさんも従業員数に数えますか": {"jugyoin"},
    "認定経営革新等支援機関は何をしてくれるの": {"nintei-shien"},
    "二つの補助金を同時に使うことは可能ですか": {"heikyu"},
    "補助金で買った機械を売っていい?": {"zaisan-shobun"},
    "公設試験研究機関を使うといくらかかる": {"kosetsushi"},
    "技術成熟度レベルの数字の意味": {"trl"},
    "産学連携のメリットを知りたい（会社側）": {"merit-kigyo"},
    "研究者が会社と組むと得なことは": {"merit-daigaku"},
    "共同研究一件の平均金額": {"kyodo-hiyo"},
    "大学の管理費って何に使うの": {"kansetsu-keihi"},
    "特許と実用新案どっちがいい": {"jitsuyo"},
    "商標は何年もつ": {"shohyo"},
    "ノウハウを隠しておきたいときはどう守る": {"eigyo-himitsu"},
    "先に似た特許がないか調べるには": {"senko-gijutsu"},
    "特許の審査料の割引の条件": {"genmen"},
    "制度融資のしくみを知りたい": {"seido-yushi"},
    "保証協会の役割": {"shinyo-hosho"},
    "VCからお金を入れてもらうとどうなる": {"vc"},
    "インキュベーターに入ると何がいい": {"incubation"},
    "死の谷を越えるには": {"shi-no-tani"},
    "バイドール法はいつできた": {"bayh-dole"},
    "官民連携のPPPって": {"ppp"},
    "DXの意味がわからない": {"dx"},
    "学生の課題解決型授業": {"pbl"},
    "採択と交付決定はどう違う": {"saitaku", "koufu-kettei"},
    "見積もりは何社から取ればいい": {"ai-mitsumori"},
    "SBIRはどんな制度": {"sbir"},
    "創業塾に出ると何が得": {"tokutei-sogyo"},
    "イノベーションの定義は": {"innovation"},
    "大学の先生にアドバイスだけもらうことはできる": {"gakujutsu-shido"},
    "意匠権ってどのくらい続くの": {"isho"},
    "知財総合支援窓口の電話番号": {"chizai-madoguchi"},
    "共有している特許を他社に使わせたい": {"kyoyu-tokkyo"},
    "大学が学会で発表してしまうのが心配": {"kenkyu-happyo"},
    "小規模事業者って何人まで": {"shokibo-teigi"},
    "製造業は何人まで中小企業": {"chusho-teigi"},
    "加点って何をすればいい": {"katen"},
    "事業計画の賃上げが達成できなかったら": {"chinage"},
    "共同出願の費用は誰が払う": {"kyodo-shutsugan"},
    "クロアポの給料はどっちが払う": {"cross-appointment"},
}
#: what the desk has no knowledge of
UNKNOWN = [
    "住民票の写しが欲しい",
    "明日の天気を教えて",
    "おすすめのラーメン屋",
    "確定申告の医療費控除",
    "ブロックチェーンとは何ですか",
    "量子コンピュータの仕組み",
    "メタバースって何",
    "粗大ごみの出し方",
    "為替の見通し",
    "SDGsとは",
    "インボイス制度とは",
    "働き方改革って何",
    "円安とは",
    "ChatGPTとは",
]


def test_there_are_at_least_250_entries_with_ids_of_their_own() -> None:
    assert len(ENTRIES) >= 250
    assert len(BY_ID) == len(ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_entry_has_a_source_a_topic_people_answer_for_and_a_day_that_is_past(entry: Entry) -> None:
    assert entry.source.title
    assert entry.topic in {*SPECIALITY_OF_TOPIC, "desk"}
    assert entry.as_of <= date(2026, 11, 22)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_entry_answers_every_question_it_is_written_for(entry: Entry) -> None:
    assert {answer_question(LIBRARY, question).entry for question in entry.questions} == {entry}


def test_no_two_entries_are_written_for_the_same_question() -> None:
    counts = Counter(question for entry in ENTRIES for question in entry.questions)

    assert [question for question, count in counts.items() if count > 1] == []


def test_other_wordings_find_the_right_entry_first_nine_times_in_ten() -> None:
    first = [search_knowledge(LIBRARY, question, 1)[0].entry.id in right for question, right in OTHER_WORDINGS.items()]

    assert sum(first) >= 0.9 * len(first)


def test_other_wordings_are_seldom_answered_wrongly() -> None:
    answers = {question: answer_question(LIBRARY, question).entry for question in OTHER_WORDINGS}
    wrong = [question for question, entry in answers.items() if entry and entry.id not in OTHER_WORDINGS[question]]

    assert wrong == []


@pytest.mark.parametrize("question", UNKNOWN)
def test_what_the_desk_does_not_know_is_not_answered(question: str) -> None:
    assert answer_question(LIBRARY, question).entry is None


def test_for_what_the_desk_does_not_know_hardly_anything_is_offered() -> None:
    assert sum(bool(answer_question(LIBRARY, question).perhaps) for question in UNKNOWN) <= 2


def test_a_button_leads_to_its_entry() -> None:
    assert answer_question(LIBRARY, '/ask_knowledge{"topic": "gbizid"}', "gbizid").entry == BY_ID["gbizid"]


def test_a_button_of_an_entry_that_is_gone_leads_nowhere() -> None:
    assert answer_question(LIBRARY, "", "long-gone").entry is None


def test_near_answers_are_offered_for_choice() -> None:
    perhaps = [entry.id for entry in answer_question(LIBRARY, "産学連携のメリット").perhaps]

    assert 2 <= len(perhaps) <= 3
    assert "merit-kigyo" in perhaps
