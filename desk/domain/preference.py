"""How and when a person would like to be reached: what is offered, what waits for an answer, and what is said to it.

It is asked after the receipt, so that nothing hangs on the answer, and whoever writes of something else is simply
heard. Whoever says it unasked, on the way to the receipt or at any time after it, is not asked. What is told is kept in
the person's own words; of a button, the title that staff read.
"""

from collections.abc import Mapping

from desk.domain.desk_payloads import payload
from desk.domain.replies import Button

TALK = "preference"
#: what the conversation waits for while the desk listens for the wish, or for what is needed to grant it
PENDING_WISH = "preference"
PENDING_FIELDS: Mapping[str, str] = {"phone": "preference_phone", "email": "preference_email"}
LISTENED_FOR = (PENDING_WISH, *PENDING_FIELDS.values())
#: questions that buttons answer: which way, the field that is missing, and whether a text was a wish at all
WAY, FIELD, NO_WISH = "way", "field", "no_wish"

NONE, LEAVE_OUT = "none", "skip"
WAYS: Mapping[str, str] = {"am": "午前に電話", "pm": "午後に電話", "mail": "メールで", NONE: "特になし"}
NOTED = "ご希望を担当者に伝えます。"
CONTACT_NOTED = "ご連絡先を担当者に伝えます。"
#: to a wish that was told before anybody asked for it
NOTED_AT_ONCE = "「{wish}」というご希望を、担当者に伝えます。"
NO_MATTER = "わかりました。担当者から、できるだけ早くお返事します。"
MISSING: Mapping[str, str] = {
    "phone": "お電話番号も教えてください。書かずに進むこともできます。",
    "email": "メールアドレスも教えてください。書かずに進むこともできます。",
}
LEAVE_OUT_TITLE = "書かずに進む"
NO_WISH_TITLE = "いまのは相談の質問でした"


def ways(case_id: int) -> list[Button]:
    """The buttons of the question."""
    return [Button(title, payload(TALK, case_id, WAY, value)) for value, title in WAYS.items()]
