"""The report shows everything a person must look at, and nothing of others as markup."""

from datetime import datetime

from desk.clock import JST
from desk.jgrants.diff import compare
from desk.jgrants.gathering import Gathered
from desk.jgrants.report import escaped, report, summary, table
from tests.jgrants.samples import KAIGAI, draft
from tests.jgrants.test_diff import known

NOW = datetime(2026, 11, 24, 10, 5, tzinfo=JST)


def test_a_report_has_counts_states_doubts_and_the_attribution() -> None:
    changed = known(draft(), calls=())
    gone = known(draft(grant_id=KAIGAI, title="海外展開補助金"))
    comparisons = compare([draft(), draft(grant_id="a0W1", title="新しい補助金")], [gone], [changed])

    text = report(comparisons, Gathered(elsewhere=3), NOW)

    assert text.startswith("# Jグランツの下書き（2026年11月24日 10:05）\n\nJグランツ（jGrants）からの出典。")
    assert "- 新規 1件・変更 1件・同じ 0件・なくなった 1件\n" in text
    assert "取り込まなかったもの: 3件" in text
    assert "## カタログにない制度（1件）\n\n### 新しい補助金\n" in text
    assert "- 募集: カタログ「記載なし」→ Jグランツ「2026年11月1日〜2026年12月18日」\n" in text
    assert "## Jグランツからなくなった制度（1件）\n\n### 海外展開補助金\n" in text
    assert "- 要確認: Jグランツから自動で作った下書きです" in text
    assert "- 添付（取り込んでいません）: 公募要領.pdf、申請様式.docx\n" in text
    assert "うまくいかなかったこと" not in text


def test_an_incomplete_run_says_so_first() -> None:
    text = report([], Gathered(troubles=["検索語「補助金」: だめでした。"], complete=False), NOW)

    assert "## うまくいかなかったこと（この取り込みは一部だけです）\n\n- 検索語「補助金」: だめでした。\n" in text


def test_a_match_by_name_asks_to_be_checked() -> None:
    program = known(draft(), url=None, sources=(), name="ものづくり試作開発補助金")

    text = report(compare([draft()], [], [program]), Gathered(), NOW)

    assert "（`shisaku-hojo`） 名前で照合（100%）。同じ制度か確認してください" in text


def test_the_words_of_others_are_no_markup() -> None:
    hostile = draft(
        title="# 補助金 [押す](https://example.org) <img src=x> | `x`",
        detail="<p>&lt;script&gt;alert(1)&lt;/script&gt; **強調** &amp;amp;</p>",
    )

    text = report(compare([hostile], [], []), Gathered(), NOW)

    assert "### \\# 補助金 \\[押す\\](https://example.org) \\<img src=x\\> \\| \\`x\\`" in text
    assert "> \\<script\\>alert(1)\\</script\\> \\*\\*強調\\*\\* &amp;amp;" in text
    assert "<script" not in text.replace("\\<", "")


def test_every_line_of_a_long_text_stays_in_the_quotation() -> None:
    text = report(compare([draft(detail="<p>行</p>" * 400)], [], []), Gathered(), NOW)

    body = text[text.index("> 行") :].rstrip().splitlines()
    assert all(line.startswith(">") for line in body)
    assert body[-1].endswith("…（続きは下書きに）")


def test_the_table_lines_up_wide_and_narrow_characters() -> None:
    program = known(draft())
    comparisons = compare([draft(), draft(grant_id="a0W1", title="新", subsidy_max_limit=500000)], [program], [program])

    assert list(table(comparisons)) == [
        "同じ        1,000万円  〜2026-12-18  令和8年度 ものづくり試作開発補助金  → shisaku-hojo（100%）",
        "新規        50万円     〜2026-12-18  新",
        "なくなった  —          —             令和8年度 ものづくり試作開発補助金  → shisaku-hojo（100%）",
    ]
    assert summary(comparisons) == "新規 1件・変更 0件・同じ 1件・なくなった 1件"


def test_an_empty_run_has_an_empty_table() -> None:
    assert list(table([])) == []


def test_escaping_leaves_plain_japanese_alone() -> None:
    assert escaped("上限100万円・補助率 2/3以内（注1）。") == "上限100万円・補助率 2/3以内（注1）。"
