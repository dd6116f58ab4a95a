"""Collects grants: a list for each keyword, then the detail of each that may be of use, and nothing twice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from desk.clock import Clock
from desk.jgrants.cache import Cache, stamp_of
from desk.jgrants.client import Client
from desk.jgrants.errors import JGrantsError, NotListed, TooBusy
from desk.jgrants.reading import Envelope, Grant
from desk.jgrants.vocabulary import usable_in

KEYWORDS = ("補助金", "助成金", "事業", "支援", "研究開発", "設備", "デジタル", "創業", "海外", "省エネ")
#: so many failures in a row mean that the API, not a grant, has a trouble
MOST_FAILURES = 3
_T = TypeVar("_T")


@dataclass
class Gathered:
    """What came of it. `complete` is false when anything that was wanted could not be had; `troubles` says what."""

    grants: list[Grant] = field(default_factory=list)
    #: ids that were asked for and are gone
    gone: set[str] = field(default_factory=set)
    #: how many were left out because they are for other prefectures only
    elsewhere: int = 0
    troubles: list[str] = field(default_factory=list)
    complete: bool = True


class Gatherer:
    """One run through the API; stops when the API is in trouble."""

    def __init__(self, client: Client, cache: Cache, clock: Clock, progress: Callable[[str], None]) -> None:
        self._client = client
        self._cache = cache
        self._clock = clock
        self._progress = progress
        self._failures = 0
        self._stopped = False
        self._result = Gathered()

    def gather(self, keywords: Sequence[str], also: Iterable[str], prefecture: str | None) -> Gathered:
        """Grants that a keyword finds and that may be of use in the prefecture (None: anywhere), and those of `also`.

        Raises `JGrantsError` when no keyword could be asked.
        """
        entries = self._listed(keywords)
        wanted = [each for each, entry in entries.items() if prefecture is None or _usable(entry, prefecture)]
        self._result.elsewhere = len(entries) - len(wanted)
        extra = [each for each in dict.fromkeys(also) if each not in entries]
        for number, grant_id in enumerate([*wanted, *extra], 1):
            self._progress(f"詳細 {number}/{len(wanted) + len(extra)}: {grant_id}")
            self._add(grant_id, entries.get(grant_id, {}))
        return self._result

    def _listed(self, keywords: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """Entries by id; those without a readable id or title are counted as a trouble."""
        entries: dict[str, Mapping[str, Any]] = {}
        answers = 0
        for keyword in dict.fromkeys(keywords):
            self._progress(f"一覧: {keyword}")
            answer = self._attempt(partial(self._client.search, keyword))
            if answer is not None:
                answers += 1
                self._enter(entries, answer, keyword)
        if not answers:
            raise JGrantsError("\n".join(self._result.troubles) or "検索語がありません。")
        return entries

    def _enter(self, entries: dict[str, Mapping[str, Any]], answer: Envelope, keyword: str) -> None:
        read = [(_grant(raw), raw) for raw in answer.result]
        for grant, raw in read:
            if grant is not None:
                entries.setdefault(grant.id, raw)
        unreadable = sum(grant is None for grant, _ in read)
        if unreadable:
            self._trouble(f"検索語「{keyword}」: 一覧の{unreadable}件は、IDか題名がなく読めませんでした。")
        if answer.count is not None and answer.count != len(answer.result):
            self._trouble(
                f"検索語「{keyword}」: {answer.count}件のはずが{len(answer.result)}件でした。一部が届いていません。"
            )

    def _add(self, grant_id: str, entry: Mapping[str, Any]) -> None:
        try:
            detail = self._attempt(partial(self._detail, grant_id, entry))
        except NotListed:
            self._failures = 0
            self._result.gone.add(grant_id)
            return
        if detail is None:
            return
        grant = _grant({**entry, **{key: value for key, value in detail.items() if value not in (None, "", [])}})
        if grant is None:
            self._trouble(f"補助金 {grant_id}: 題名がなく、下書きにできませんでした。")
        else:
            self._result.grants.append(grant)

    def _detail(self, grant_id: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        now, stamp = self._clock(), stamp_of(entry)
        kept = self._cache.find(grant_id, stamp, now)
        if kept is not None:
            return kept
        detail = self._client.detail(grant_id)
        self._cache.keep(grant_id, stamp, now, detail)
        return detail

    def _attempt(self, ask: Callable[[], _T]) -> _T | None:
        """The answer, or None with a trouble noted; nothing is asked any more after too many in a row."""
        if self._stopped:
            self._result.complete = False
            return None
        try:
            answer = ask()
        except NotListed:
            raise
        except JGrantsError as error:
            self._failures += 1
            self._stopped = isinstance(error, TooBusy) or self._failures >= MOST_FAILURES
            self._trouble(str(error))
            if self._stopped:
                self._trouble("Jグランツに負担をかけないよう、ここで打ち切りました。")
            return None
        self._failures = 0
        return answer

    def _trouble(self, sentence: str) -> None:
        self._result.complete = False
        self._result.troubles.append(sentence)


def _grant(raw: object) -> Grant | None:
    try:
        return Grant.model_validate(raw)
    except ValidationError:
        return None


def _usable(entry: Mapping[str, Any], prefecture: str) -> bool:
    grant = _grant(entry)
    return grant is not None and usable_in(grant.target_area_search, prefecture)
