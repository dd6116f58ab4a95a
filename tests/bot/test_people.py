"""The counts of people that a text names, whoever they are."""

from __future__ import annotations

import pytest

from bot.entities import people
from bot.text.reader import GinzaReader

PEOPLE = {
    "私のほか6人": 7,
    "私プラス4人": 5,
    "3人と私": 4,
    "職人4人と親方の私": 5,
    "俺と弟": 2,
    "夫と私とパートさん1人": 3,
    "社長の私と、番頭が一人": 2,
    "私と長女だけ": 2,
    "設計4人と営業2人": 6,
    "正社員12+パート3=15": 15,
    "兄弟ふたり": 2,
    "姉と二人": 2,
    "員数 14": 14,
    "ヘッドカウント 31": 31,
    "staff 6 nin": 6,
    "従業員は(8)です": 8,
    "社員数/41/です": 41,
    "にんずうは 5です": 5,
    "いまは よにん": 4,
    "おひとりさま起業": 1,
    "ソロで法人": 1,
    "わたし ひとり、です": 1,
    "雇い人なし": 0,
    "正社員はまだ誰もいなくて": 0,
    "夫婦で開いた宿": 2,
    "夫婦で。": 2,
    "店を夫と": 2,
    "弟子3人と建てる": 4,
    "助手がひとり": 2,
    "今は独りで": 1,
    "作業員24": 24,
    "社員を9人から14人に増やした": 9,
}
IN_PARTS = {
    "塗装工が4人、事務1人、それからオレ": 6,
    "美容師3名・受付2名・代表1名": 6,
    "調理5、配達二、経理1。": 8,
    "男3人女6人": 9,
    "夫婦とバイト3人": 5,
    "両親と弟と私": 4,
    "社長の私、専務の兄、経理の母": 3,
    "警備員が四十名事務が三名": 43,
    "自分を除いて6人": 7,
}
NO_PEOPLE = [
    "十数人",
    "社員は一桁",
    "10〜20人",
    "ひとりずつ",
    "ひとり親の家庭",
    "大学の先生と私",
    "独り言",
    "資本金300、令和5",
]


@pytest.mark.parametrize(("text", "count"), PEOPLE.items())
def test_a_count_of_people_is_seen(ginza: GinzaReader, text: str, count: int) -> None:
    assert count in [found.value for found in people.candidates(ginza.read(text).normal.text)]


@pytest.mark.parametrize(("text", "count"), IN_PARTS.items())
def test_parts_of_a_staff_are_added(ginza: GinzaReader, text: str, count: int) -> None:
    assert count in [found.value for found in people.candidates(ginza.read(text).normal.text)]


@pytest.mark.parametrize("text", ["7人、うち3人は女性", "女性が2人、男性が4人、合わせて6人"])
def test_a_part_or_a_sum_is_not_added(ginza: GinzaReader, text: str) -> None:
    counted = [found.value for found in people.candidates(ginza.read(text).normal.text)]
    assert not {10, 12} & set(counted)


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_vague_counts_and_mere_words_are_not_seen(ginza: GinzaReader, text: str) -> None:
    assert people.candidates(ginza.read(text).normal.text) == []
