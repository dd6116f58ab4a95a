"""Where a grant acts, as far as Jグランツ tells: it knows regions and prefectures, but no municipalities."""

import re
from dataclasses import dataclass

from desk.domain.areas import Areas, UnknownPlace
from desk.jgrants.reading import Grant
from desk.jgrants.vocabulary import ABROAD, NATIONWIDE, prefectures_of, unknown_areas

_HEADING = re.compile(r"^[【［\[](?P<inside>[^】］\]]{2,30})[】］\]]")
_OFFICES = re.compile(r".+(?:公社|財団|機構|協会|センター|商工会議所|商工会|省|庁|局|都|道|府|県|市|区|町|村)$")
_LEVELS = {"区": "ward"}


@dataclass(frozen=True)
class Place:
    """The area and level of a record, the places a site must lie in (none: anywhere), and what is doubtful."""

    area: str | None
    level: str
    sites: tuple[str, ...]
    cautions: tuple[str, ...] = ()


def area_words(grant: Grant) -> tuple[str, ...]:
    """The areas of the grant, with those of its calls."""
    rounds = (word for each in grant.workflow for word in each.target_area_search)
    return tuple(dict.fromkeys((*grant.target_area_search, *rounds)))


def place_of(grant: Grant, areas: Areas) -> Place:
    """The place of a grant. Of several prefectures the record names that of the desk, or else the first."""
    words = area_words(grant)
    prefectures = () if NATIONWIDE in words else prefectures_of(words)
    municipality = _municipality(grant, areas, prefectures)
    cautions = tuple(_doubts(words, grant.target_area_detail, municipality))
    if not prefectures:
        return Place(None, "national", (), cautions)
    if municipality is not None:
        told = f"地域「{municipality}」は題名か地域の詳細から読み取りました"
        return Place(municipality, _LEVELS.get(municipality[-1], "city"), (municipality,), (*cautions, told))
    nearest = areas.home if areas.home in prefectures else prefectures[0]
    return Place(nearest, "prefecture" if len(prefectures) == 1 else "region", prefectures, cautions)


def office_in_title(title: str) -> str | None:
    """The office that a title names in brackets at its beginning: 【東京都中小企業振興公社】…"""
    heading = _HEADING.match(title)
    return heading["inside"] if heading and _OFFICES.fullmatch(heading["inside"]) else None


def _municipality(grant: Grant, areas: Areas, prefectures: tuple[str, ...]) -> str | None:
    """The one municipality that the detail of the area or the title's heading is, word for word."""
    heading = _HEADING.match(grant.title)
    for text in (grant.target_area_detail, heading and heading["inside"]):
        place = _resolved(text, areas) if text else None
        if place is not None and areas.prefecture_of(place) in prefectures:
            return place
    return None


def _resolved(text: str, areas: Areas) -> str | None:
    try:
        return areas.resolve(text.removesuffix("内"))
    except UnknownPlace:
        return None


def _doubts(words: tuple[str, ...], detail: str | None, municipality: str | None) -> list[str]:
    doubts = [f"地域「{word[:20]}」は対応表にないため、確認が必要です" for word in unknown_areas(words)]
    if not words:
        doubts.append("対象地域の記載がないため、全国としています。確認が必要です")
    if ABROAD in words:
        doubts.append("対象地域に海外を含みます")
    if detail and detail.removesuffix("内") not in {NATIONWIDE, municipality, *words}:
        doubts.append(f"地域の詳細「{detail[:30]}」を公募要領で確認してください")
    return doubts
