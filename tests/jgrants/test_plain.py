"""What others wrote becomes text and nothing else."""

import pytest

from desk.jgrants.plain import LONGEST_TEXT, one_line, plain_text


def test_paragraphs_and_lists_become_lines() -> None:
    html = "<h3>概要</h3><p>東京都内の中小企業が<br>対象です。</p><ul><li>機械装置費</li><li>外注費</li></ul>"

    assert plain_text(html) == "概要\n\n東京都内の中小企業が\n対象です。\n\n・機械装置費\n・外注費"


def test_cells_of_a_table_stay_apart() -> None:
    assert plain_text("<table><tr><th>上限</th><td>100万円</td></tr></table>") == "上限 100万円"


@pytest.mark.parametrize(
    "html",
    [
        "前<script>alert('x')</script>後",
        "前<style>p{}</style>後",
        "前<iframe src='https://example.org'>中</iframe>後",
        "前<!-- 秘密 -->後",
        "前<img src=x onerror=alert(1)>後",
        "前<svg><script>1</script></svg>後",
        "前<noscript><p title='</noscript><script>1</script>'>中</p></noscript>後",
    ],
)
def test_what_acts_or_hides_is_gone_with_its_content(html: str) -> None:
    text = plain_text(html)

    assert text.startswith("前")
    assert text.endswith("後")
    assert "script" not in text
    assert "alert" not in text


def test_markup_that_was_written_as_text_stays_text() -> None:
    assert plain_text("<p>&lt;script&gt; と書きます &amp; 終わり</p>") == "<script> と書きます & 終わり"


def test_a_link_shows_where_it_leads_if_it_leads_to_the_web() -> None:
    assert plain_text('<a href="https://www.example.lg.jp/">公募要領</a>') == "公募要領（https://www.example.lg.jp/）"
    assert plain_text('<a href="javascript:alert(1)">押す</a><a href="/x">ここ</a>') == "押すここ"


def test_unclosed_and_broken_html_is_read_as_far_as_it_goes() -> None:
    assert plain_text("<p>締切は<b>12月18日<p>詳細は <a href='") == "締切は12月18日\n\n詳細は"


def test_invisible_characters_and_lone_surrogates_are_taken_out() -> None:
    assert plain_text("上限\u202e100\u200b万円\ud800\x07です") == "上限100万円です"


def test_long_texts_say_that_they_were_cut() -> None:
    text = plain_text("あ" * (LONGEST_TEXT + 1))

    assert text == "あ" * LONGEST_TEXT + "…（以下略）"


def test_a_line_is_one_line() -> None:
    assert one_line("  令和8年度\r\n　試作\u2028開発\t補助金\x00 ") == "令和8年度 試作 開発 補助金"
