"""The parts of the console, in the order of the menu, and who may open them."""

from dataclasses import dataclass

from desk.domain.roles import Permission, may


class NoSuchPage(LookupError):
    """No part of the console is at this address."""


@dataclass(frozen=True)
class Section:
    """One entry of the menu."""

    title: str
    path: str
    permission: Permission


SECTIONS = (
    Section("相談", "/console/", Permission.READ_CASES),
    Section("その後の確認", "/console/follow-ups", Permission.READ_CASES),
    Section("定型文", "/console/canned", Permission.READ_CASES),
    Section("電話・窓口の記録", "/console/consultations/new", Permission.WORK_CASES),
    Section("担当者", "/console/coordinators", Permission.WORK_CASES),
    Section("読み取りの確認", "/console/reviews", Permission.REVIEW),
    Section("判定が変わった相談", "/console/rechecked", Permission.READ_CASES),
    Section("制度", "/console/catalogue", Permission.EDIT_CONTENT),
    Section("知識", "/console/knowledge", Permission.EDIT_CONTENT),
    Section("催しと相談日", "/console/occasions", Permission.EDIT_CONTENT),
    Section("窓口の案内", "/console/desk", Permission.MANAGE_DESK),
    Section("指標", "/console/indicators", Permission.READ_INDICATORS),
    Section("職員", "/console/staff", Permission.MANAGE_STAFF),
    Section("操作の記録", "/console/audit", Permission.READ_AUDIT),
)


def sections_for(role: str) -> list[Section]:
    """What somebody of this role finds in the menu."""
    return [section for section in SECTIONS if may(role, section.permission)]
