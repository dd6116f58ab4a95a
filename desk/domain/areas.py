"""Which municipality lies in which region, and how a written place name becomes one municipality."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Municipality:
    """A city, special ward, town or village; `region` is 特別区, 多摩 or 島しょ in Tokyo and empty elsewhere."""

    code: str
    prefecture: str
    name: str
    region: str = ""

    @property
    def full_name(self) -> str:
        """The name with its prefecture before it."""
        return self.prefecture + self.name


class UnknownPlace(ValueError):
    """A name that is no municipality, or that several share; the text says which in Japanese."""


#: how records name the municipality that runs the desk, whichever it is
THE_WARD = "窓口の区"


@dataclass(frozen=True)
class Areas:
    """All municipalities of a country, seen from the prefecture `home`: where names collide its own is meant.

    A place is written as its plain name where that is unique or at home, else with the prefecture before it.
    `ward` is the canonical place of whoever runs the desk.
    """

    municipalities: tuple[Municipality, ...]
    home: str = "東京都"
    ward: str = "板橋区"

    def resolve(self, text: str) -> str:
        """The canonical place of a written name: `東京都板橋区` → `板橋区`, `川崎市幸区` → `川崎市`.

        Raises `UnknownPlace` for anything else than one municipality.
        """
        name = _plain(text)
        for attempt in (name, _without_district(name), _without_ward(name)):
            if attempt in self._places:
                return self._places[attempt]
        if name in self._shared:
            example = self._shared[name]
            raise UnknownPlace(f"「{text}」は全国に複数あります。「{example}」のように都道府県から書いてください")
        raise UnknownPlace(f"「{text}」という市区町村は見つかりません。「板橋区」のように正式な名前で書いてください")

    def within(self, name: str) -> frozenset[str]:
        """The places inside a municipality, prefecture or region of Tokyo. Raises `UnknownPlace`."""
        if name in self._regions:
            return self._regions[name]
        return frozenset({self.named(name)})

    def prefecture_of(self, place: str) -> str:
        """The prefecture of a canonical place."""
        return self._members[place].prefecture

    def around(self, place: str) -> tuple[str, ...]:
        """The areas that hold a canonical place, from the place itself to its prefecture."""
        return (place, *reversed(_groups(self._members[place])))

    def named(self, name: str) -> str:
        """The one way to write an area: canonical for a municipality, as it is for a region. Raises `UnknownPlace`."""
        if name == THE_WARD:
            return self.ward
        return name if name in self._regions else self.resolve(name)

    @cached_property
    def _canonical(self) -> Mapping[Municipality, str]:
        by_name: dict[str, list[Municipality]] = {}
        for each in self.municipalities:
            by_name.setdefault(each.name, []).append(each)
        return {
            each: each.name if len(by_name[each.name]) == 1 or each.prefecture == self.home else each.full_name
            for each in self.municipalities
        }

    @cached_property
    def _places(self) -> Mapping[str, str]:
        written = {_plain(each.full_name): place for each, place in self._canonical.items()}
        return written | {_plain(place): place for place in self._canonical.values()}

    @cached_property
    def _shared(self) -> Mapping[str, str]:
        return {
            _plain(each.name): each.full_name for each in self.municipalities if _plain(each.name) not in self._places
        }

    @cached_property
    def _regions(self) -> Mapping[str, frozenset[str]]:
        return _grouped((name, place) for each, place in self._canonical.items() for name in _groups(each))

    @cached_property
    def _members(self) -> Mapping[str, Municipality]:
        return {place: each for each, place in self._canonical.items()}


def _groups(municipality: Municipality) -> tuple[str, ...]:
    return tuple(name for name in (municipality.prefecture, municipality.region) if name)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for name, place in pairs:
        groups.setdefault(name, set()).add(place)
    return {name: frozenset(places) for name, places in groups.items()}


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("ヶ", "ケ")


def _without_district(name: str) -> str:
    return re.sub(r"^(\D{2,3}?[都道府県])?.{1,5}?郡(?=.+[町村]$)", r"\1", name)


def _without_ward(name: str) -> str:
    return re.sub(r"(?<=市).{1,6}区$", "", name)
