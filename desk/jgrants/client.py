"""Asks Jグランツ's public API: one request at a time, with pauses, retries and a name, never faster than polite."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from types import TracebackType
from typing import Any, NoReturn, Self

import httpx
from pydantic import ValidationError

from desk.clock import Clock, system_clock
from desk.jgrants.attachments import without_attachments
from desk.jgrants.errors import JGrantsError, NotListed, TooBusy
from desk.jgrants.reading import Envelope
from desk.jgrants.refusals import Refusal, checked, wait_told

API = "https://api.jgrants-portal.go.jp/exp"
USER_AGENT = f"desk/{version('desk')} (consultation desk of a Tokyo ward; drafts of its subsidy catalogue)"
SHORTEST_KEYWORD, LONGEST_KEYWORD = 2, 255
#: an answer without its attachments is far smaller; what is larger is not for us
LARGEST_ANSWER = 20_000_000
_LIST = "v1/public/subsidies"
_DETAILS = ("v2/public/subsidies/id/{}", "v1/public/subsidies/id/{}")


@dataclass(frozen=True)
class Manners:
    """How the API is treated; times in seconds. `backoff` is the wait before the first retry and doubles each time."""

    pause: float = 1.0
    attempts: int = 4
    backoff: float = 2.0
    longest_wait: float = 120.0
    #: without a sign of life, and for an answer as a whole
    silence: float = 30.0
    whole: float = 120.0


@dataclass(frozen=True)
class Time:
    """Where time comes from, so that tests need not wait."""

    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    clock: Clock = system_clock


class Client:
    """A connection to the API. All methods raise `JGrantsError` with a sentence for people."""

    def __init__(self, base_url: str = API, manners: Manners | None = None, timing: Time | None = None) -> None:
        self._manners = manners or Manners()
        self._time = timing or Time()
        self._last: float | None = None
        self._details: tuple[str, ...] = _DETAILS
        self._http = httpx.Client(
            base_url=base_url.rstrip("/") + "/",
            timeout=self._manners.silence,
            headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def search(self, keyword: str) -> Envelope:
        """What accepts applications now and matches the keyword (2–255 characters, no spaces), nearest end first."""
        order = {"sort": "acceptance_end_datetime", "order": "ASC", "acceptance": "1"}
        return self._get(_LIST, f"検索語「{keyword[:20]}」", {"keyword": checked_keyword(keyword), **order})

    def detail(self, grant_id: str) -> Mapping[str, Any]:
        """The detail of a grant, with its calls where the API has version 2. Raises `NotListed` when it is gone."""
        *newer, oldest = self._details
        for path in newer:
            with suppress(NotListed):
                return self._settled(path, grant_id)
        return self._settled(oldest, grant_id)

    def _settled(self, path: str, grant_id: str) -> Mapping[str, Any]:
        """The detail from one version of the API; the version that answers is the one asked from then on."""
        found = self._detail(path, grant_id)
        self._details = (path,)
        return found

    def _detail(self, path: str, grant_id: str) -> Mapping[str, Any]:
        answer = self._get(path.format(grant_id), f"補助金 {grant_id}")
        if not answer.result:
            raise NotListed(f"補助金 {grant_id} はJグランツにありません。")
        found = answer.result[0]
        if not isinstance(found, Mapping) or found.get("id", grant_id) != grant_id:
            raise JGrantsError(f"補助金 {grant_id} を尋ねましたが、別の形の応答が返りました。")
        return found

    def _get(self, path: str, subject: str, query: Mapping[str, str] | None = None) -> Envelope:
        wait = self._manners.backoff
        left = self._manners.attempts
        while True:
            left -= 1
            try:
                return _envelope(self._ask(path, query), subject)
            except Refusal as refusal:
                self._wait_or_give_up(refusal, wait, left, subject)
            wait *= 2

    def _ask(self, path: str, query: Mapping[str, str] | None) -> bytes:
        """The body of a good answer. Raises `Refusal` for everything else."""
        self._rest()
        try:
            with self._http.stream("GET", path, params=query) as response:
                body = b"".join(self._bounded(without_attachments(response.iter_bytes())))
                return checked(response, body)
        except httpx.TimeoutException as error:
            raise Refusal("応答が時間内に届きませんでした") from error
        except httpx.RequestError as error:
            raise Refusal(f"接続できませんでした（{type(error).__name__}）") from error
        finally:
            self._last = self._time.monotonic()

    def _bounded(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The chunks, until they are too many or take too long."""
        start, size = self._time.monotonic(), 0
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST_ANSWER:
                raise Refusal("応答が大きすぎます", again=False)
            if self._time.monotonic() - start > self._manners.whole:
                raise Refusal("応答が時間内に終わりませんでした")
            yield chunk

    def _rest(self) -> None:
        if self._last is not None:
            due = self._last + self._manners.pause - self._time.monotonic()
            if due > 0:
                self._time.sleep(due)

    def _wait_or_give_up(self, refusal: Refusal, backoff: float, left: int, subject: str) -> None:
        told = wait_told(refusal.retry_after, self._time.clock())
        if refusal.busy and told is not None and told > self._manners.longest_wait:
            raise TooBusy(
                f"Jグランツが混み合っています。約{told / 60:.0f}分後に、もう一度お試しください。"
            ) from refusal
        if not refusal.again or left <= 0:
            _give_up(refusal, subject)
        self._time.sleep(max(backoff, told or 0.0))


def checked_keyword(keyword: str) -> str:
    """The keyword as the API takes it. Raises `JGrantsError` when it would refuse it."""
    word = keyword.strip()
    if not SHORTEST_KEYWORD <= len(word) <= LONGEST_KEYWORD or any(each.isspace() for each in word):
        raise JGrantsError(f"検索語「{word[:20]}」は使えません。空白を入れずに2〜255文字で指定してください。")
    return word


def _give_up(refusal: Refusal, subject: str) -> NoReturn:
    if refusal.busy:
        raise TooBusy("Jグランツが混み合っています。時間をおいて、もう一度お試しください。") from refusal
    kind = NotListed if refusal.gone else JGrantsError
    raise kind(f"{subject}: {refusal}。") from refusal


def _envelope(body: bytes, subject: str) -> Envelope:
    """Raises `Refusal` when the body is no JSON, as a cut answer, and `JGrantsError` when it says something else."""
    try:
        return Envelope.model_validate(json.loads(body))
    except ValidationError as error:
        raise JGrantsError(f"{subject}: 応答の形が仕様と違います。仕様が変わっていないか確認してください。") from error
    except ValueError as error:
        raise Refusal("応答のJSONが壊れています") from error
