"""The handful of needs that are understood when somebody writes English, and figures with English units."""

import re
from collections.abc import Mapping, Sequence

from desk.domain.languages import fold


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


#: the first that fits counts: a person before everything else, then what steers, then topics
_NEEDS: Sequence[tuple[str, re.Pattern[str]]] = (
    (
        "request_human",
        _words(
            r"(?:talk|speak|chat|connect|call|contact)\b.{0,20}\b(?:person|people|human|some(?:one|body)|staff)",
            r"(?:real|live|human) (?:person|being|agent)|a human|operator|call me|human please|coordinator",
        ),
    ),
    ("complaint", _words("useless", "terrible", "complain", "complaint", "angry", "ridiculous", "waste of time")),
    ("cancel", re.compile(r"^(?:please )?(?:stop|cancel|quit|exit|never ?mind|forget it|enough|no more)\b")),
    ("restart", _words("start over", "restart", "reset", "start again", "from the beginning")),
    ("go_back", _words("go back", "previous question", "one step back")),
    (
        "dont_know",
        re.compile(r"^(?:i (?:do not|don'?t|dont) know|not sure|no idea|unknown|skip|pass|not decided|maybe)\b"),
    ),
    (
        "clarify",
        re.compile(r"^(?:why|what do you mean|what does (?:it|that|this) mean|explain|pardon|sorry what|say again)\b"),
    ),
    ("deny", re.compile(r"^(?:no|nope|nah|not now|not yet|no,? thanks?(?: you)?|i refuse|do not|don'?t)$|^no[, ]")),
    (
        "affirm",
        re.compile(r"^(?:yes|yeah|yep|yup|ok|okay|sure|of course|agreed|i agree|go ahead|please do)(?:[, ].{0,20})?$"),
    ),
    ("thank", re.compile(r"^(?:ok |okay |great |many )?(?:thanks|thank you|thx|cheers)\b.{0,30}$")),
    ("goodbye", re.compile(r"^(?:good ?bye|bye|see you)\b")),
    ("privacy", _words("privacy", "personal (?:data|information)", "delete (?:my|all|everything|this)")),
    ("check_case", _words("my case", "case number", "status of", "any (?:news|reply|answer)", "no (?:reply|answer)")),
    (
        "ask_desk",
        _words(
            "opening hours",
            "hours",
            r"open (?:now|today|on|until)",
            "are you open",
            "when .{0,15}open",
            "address",
            "location",
            r"where (?:is|are) (?:the|you|your)",
            "phone number",
            "telephone",
            "is it free",
            "how much is it",
        ),
    ),
    ("ip_overseas", _words(r"(?:patent|trademark|ip)\b.{0,30}\b(?:abroad|overseas|china|europe|us|usa)", "pct")),
    ("ip_consult", _words("patents?", "trademarks?", "intellectual property", "invention", "copyright", "ip")),
    ("ask_finance", _words("loans?", "borrow", "bank", "investors?", "venture capital", "credit")),
    (
        "find_support",
        _words("subsid(?:y|ies)", "grants?", "funding", "financial (?:support|help|aid)", "support programs?", "money"),
    ),
    (
        "startup_support",
        _words(
            "start-?ups?",
            r"(?:start|open|found|set up)(?:ing)? (?:a|my|our)?\s?(?:new |own )?(?:business|company|shop|restaurant)",
        ),
    ),
    (
        "find_partner",
        _words(
            "universit(?:y|ies)", "joint research", "researchers?", "professors?", "partners?", "collaborat(?:e|ion)"
        ),
    ),
    ("use_facility", _words("test(?:ing|s)?", "equipment", "laborator(?:y|ies)", "lab", "measure(?:ment)?")),
    ("tech_consult", _words("technical", "engineers?", "technology", "defects?")),
    ("hire_train", _words("hire", "hiring", "interns?", "training")),
    ("ask_events", _words("events?", "seminars?", "exhibitions?", "trade fair")),
    ("bot_challenge", _words("are you (?:a |an )?(?:bot|robot|human|machine|ai|real)")),
    ("help", _words("help", "menu", "what can you do", "how does (?:it|this) work", "options")),
    ("greet", re.compile(r"^(?:hello|hi|hey|good (?:morning|afternoon|evening))\b")),
)
#: questions about a program that was shown, in the words that the understanding knows
_ABOUT_PROGRAMS: Sequence[tuple[re.Pattern[str], str]] = (
    (_words("first", "1st", "number one"), "1つ目をくわしく"),
    (_words("second", "2nd", "number two"), "2つ目をくわしく"),
    (_words("third", "3rd", "number three"), "3つ目をくわしく"),
    (re.compile(r"^(?:and )?how much(?: money)?(?: can i get| is it| do i get)?$"), "それはいくらもらえますか"),
    (_words("deadline", "until when", "when does it (?:close|end)"), "それの締切はいつですか"),
    (re.compile(r"^(?:what|which) (?:documents|papers)\b"), "それの必要書類は何ですか"),
)
_SCALES = {
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "mil": 1_000_000,
    "billion": 1_000_000_000,
}
_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_YEN = re.compile(
    rf"[¥￥]?{_NUMBER}\s*({'|'.join(_SCALES)})?\s*(?:yen|jpy)\b|[¥￥]{_NUMBER}\s*({'|'.join(_SCALES)})?\b", re.I
)
_PEOPLE = re.compile(
    rf"{_NUMBER}\s*(?:regular |full-time )?(?:employees|employee|people|persons|person|staff|workers|members)\b", re.I
)
_YEARS = re.compile(rf"{_NUMBER}\s*years?\b", re.I)
_NAMED = (
    (re.compile(r"\bcapital\b", re.I), "資本金"),
    (re.compile(r"\b(?:budget|total cost|planned cost)\b", re.I), "予算"),
)


def need_of(text: str) -> str | None:
    """The intent behind an English text, when it is one of the handful; None otherwise."""
    folded = fold(text)
    return next((intent for intent, pattern in _NEEDS if pattern.search(folded)), None)


def as_japanese(text: str, places: Mapping[str, str]) -> str:
    """The text with figures and places as the understanding reads them: "3 million yen" → "3000000円".

    A question about a program that was shown becomes that question.
    """
    folded = fold(text)
    for pattern, question in _ABOUT_PROGRAMS:
        if pattern.search(folded):
            return question
    text = _YEN.sub(_in_yen, text)
    text = _PEOPLE.sub(lambda found: f"従業員{_plain(found[1])}人", text)
    text = _YEARS.sub(lambda found: f"{_plain(found[1])}年", text)
    for pattern, japanese in _NAMED:
        text = pattern.sub(japanese, text)
    for japanese, name in places.items():
        text = re.sub(rf"\b{name}(?:[- ]?(?:ku|shi|ward|city))?\b", japanese, text, flags=re.I)
    return text


def _in_yen(found: re.Match[str]) -> str:
    number, scale = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{round(float(number.replace(',', '')) * _SCALES.get((scale or '').lower(), 1))}円"


def _plain(number: str) -> str:
    return number.replace(",", "")
