"""The record of a case on paper (相談記録票): A4, with a Japanese font inside, its text still text."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableBordersLayout, WrapMode
from fpdf.fonts import FontFace

from desk.catalogue import Catalogue
from desk.console import words
from desk.domain.results import EVIDENCE, TITLES
from desk.services.exports import CaseRecord

FONT = Path(__file__).parent / "fonts" / "BIZUDPGothic-Regular.ttf"
TITLE = "相談記録票"
NOTHING = "記録はありません。"
HOW = {"written": "チャットで", "oral": "口頭で"}
#: what printers in Japan set for a character they do not have; the font holds those of these encodings
MISSING = "〓"
ENCODINGS = ("cp932", "latin-1")
#: label and value, in parts of the width
COLUMNS = (1, 4)
_LABEL = FontFace(fill_color=(238, 238, 238))

Row = tuple[str, str]


def record_pdf(record: CaseRecord, catalogue: Catalogue, printed_by: str, at: datetime) -> bytes:
    """The whole record of a case as a PDF file."""
    sheet = Sheet(record.file.line.number, f"{words.dated(at)}　{printed_by} が出力", at)
    sheet.table("受付", _reception(record))
    sheet.table("相談者と同意", _person(record))
    sheet.table("相談の内容", [(need.title, words.SPECIALITIES[need.speciality]) for need in record.file.needs])
    sheet.table("うかがった内容", words.facts(record.file.facts, catalogue.areas, at.date()))
    sheet.table("案内した制度と判定の理由", _verdicts(record))
    sheet.table("成果", _results(record))
    sheet.table("やりとり", _talk(record))
    sheet.table("経過", _events(record))
    return bytes(sheet.output())


class Sheet(FPDF):
    """Pages with the number at the top, and below it who printed them and when."""

    def __init__(self, number: str, printed: str, at: datetime) -> None:
        super().__init__(format="A4")
        self._number, self._printed = number, printed
        self.set_title(f"{TITLE} {number}")
        self.set_lang("ja-JP")
        self.set_creation_date(at)
        self.add_font("body", fname=FONT)
        self.set_font("body", size=9)
        self.set_auto_page_break(auto=True, margin=18)
        self.add_page()

    def header(self) -> None:
        """The title once, the number on every page."""
        first = self.page_no() == 1
        self.set_font("body", size=16 if first else 9)
        self.cell(text=f"{TITLE}　{self._number}", new_x="LMARGIN", new_y="NEXT")
        self.set_font("body", size=9)
        self.ln(3)

    def footer(self) -> None:
        """Who printed it, the page, and that it is confidential."""
        self.set_y(-14)
        self.set_font("body", size=8)
        self.cell(text=f"取扱注意（個人情報を含みます）　{self._printed}　{self.page_no()} / {{nb}}ページ")

    def table(self, title: str, rows: Iterable[Row]) -> None:  # type: ignore[override]
        """A part of the record under its title; without rows it says so."""
        found = [(printable(label), printable(value)) for label, value in rows if value]
        self.ln(3)
        self.set_font("body", size=11)
        self.cell(text=title, new_x="LMARGIN", new_y="NEXT")
        self.set_font("body", size=9)
        self.ln(1)
        if not found:
            self.multi_cell(0, text=NOTHING, new_x="LMARGIN", new_y="NEXT")
            return
        with super().table(
            col_widths=COLUMNS,
            text_align="LEFT",
            first_row_as_headings=False,
            line_height=5.5,
            padding=1,
            wrapmode=WrapMode.CHAR,
            borders_layout=TableBordersLayout.ALL,
        ) as table:
            for label, value in found:
                row = table.row()
                row.cell(label, style=_LABEL)
                row.cell(value)


def printable(text: str) -> str:
    """The text with a mark for every character that the font does not have."""
    return "".join(
        sign if sign == "\n" or any(_encodes(sign, each) for each in ENCODINGS) else MISSING for sign in text
    )


def _encodes(sign: str, encoding: str) -> bool:
    return bool(sign.encode(encoding, "ignore"))


def _reception(record: CaseRecord) -> list[Row]:
    line, file = record.file.line, record.file
    return [
        ("受付番号", line.number),
        ("受付", f"{words.dated(line.created_at)}（{words.CHANNELS.get(line.channel, line.channel)}）"),
        ("状態", words.STATUSES[line.status]),
        ("分野", words.SPECIALITIES[line.speciality]),
        ("担当", record.staff.get(line.assignee or "", "未定")),
        ("概要", line.summary),
        ("結果", file.outcome or ""),
        ("満足度", f"{file.satisfaction} / 5" if file.satisfaction else ""),
    ]


def _person(record: CaseRecord) -> list[Row]:
    file = record.file
    contact = [(title, str((file.contact or {}).get(name, ""))) for name, title in words.CONTACT.items()]
    contact.append(("連絡の希望", file.preference or ""))
    if file.consent_at is None:
        return [*contact, ("引き継ぎへの同意", "記録はありません")]
    how = HOW.get(record.consent_how or "", "")
    agreed = f"{words.dated(file.consent_at)}に{how}同意（文面の版：{record.consent_wording or '不明'}）"
    return [*contact, ("引き継ぎへの同意", agreed)]


def _verdicts(record: CaseRecord) -> Iterable[Row]:
    for item in record.file.verdicts:
        reasons = [f"{words.STANDINGS[each.get('holds')][0]} {each['text']}" for each in item.get("reasons", ())]
        verdict = words.VERDICTS.get(item["verdict"], item["verdict"])
        yield item.get("name", item["id"]), "\n".join([f"判定：{verdict}", *reasons])
    if record.file.catalogue_version:
        yield "制度情報の版", record.file.catalogue_version


def _results(record: CaseRecord) -> Iterable[Row]:
    for each in record.results:
        result = each.result
        amount = f"　{result.amount_yen:,}円" if result.amount_yen else ""
        yield f"{result.happened_on:%Y-%m-%d}", f"{TITLES[result.kind]}{amount}（{EVIDENCE[result.evidence]}）"


def _talk(record: CaseRecord) -> Iterable[Row]:
    for said in record.file.transcript:
        shown = words.drawn(said.content)
        text = "\n".join(part for part in (said.text, f"［{shown}］" if shown else "") if part)
        yield f"{said.at:%Y-%m-%d %H:%M}\n{words.AUTHORS[said.author]}", text


def _events(record: CaseRecord) -> Iterable[Row]:
    for each in record.file.events:
        who = words.actor(each.actor, record.staff)
        yield f"{each.at:%Y-%m-%d %H:%M}\n{who}", words.event(each, record.staff)
