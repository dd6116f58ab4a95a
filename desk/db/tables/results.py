"""What came of cases."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.append_only import keep
from desk.db.base import Base


class CaseResult(Base):
    """One thing that came of a case, or the withdrawal of one that was recorded wrongly. Rows are only ever added."""

    __tablename__ = "case_results"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    #: matched, applied, granted, … (`desk/domain/results.py`); a withdrawal repeats what it withdraws
    kind: Mapped[str]
    happened_on: Mapped[date] = mapped_column(index=True)
    amount_yen: Mapped[int | None] = mapped_column(BigInteger)
    #: id of the record in the catalogue
    program_id: Mapped[str | None]
    partner: Mapped[str | None]
    reference: Mapped[str | None]
    #: reported, document or public
    evidence: Mapped[str]
    note: Mapped[str | None] = mapped_column(Text)
    #: the row that this one takes back; a row is taken back once
    withdraws_id: Mapped[int | None] = mapped_column(ForeignKey("case_results.id"), unique=True)
    #: login of who recorded it; `user` when the person said so themselves
    actor: Mapped[str]
    at: Mapped[datetime]


keep(CaseResult.__table__)  # type: ignore[arg-type]
