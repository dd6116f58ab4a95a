"""Takes the padding of speech off an answer, and tells answers from questions and requests."""

from __future__ import annotations

import re

FILLER = re.compile(
    r"^(?:えーと|えーっと|ええと|えっと|えと|うーん|うーんと|んー+と?|んと|あー|ああ|あの|あのー|まあ|まぁ|そうですね|そうやな|そうだなあ?|たぶん|多分|おそらく|恐らく|だいたい|大体|おおよそ|およそ|"
    r"ざっと|ざっくり|約|現在は?|今は?|いまは?|今のところ|いまのところ|一応|いちおう|確か|たしか|ほぼ|合計で?|全部で|全員で|答えは|はい|うちは|弊社は|当社は|私は|私ども は|[、,。. ])+"
)
POLITE = re.compile(
    r"(?:くらい|ぐらい|位|ほど|程度|前後|ちょっと|ぴったり|あたり|頃|ころ|ごろ|かな|かも|かしら|かなあ|と思います|と思う|だと思います|だと思う|だったと思う|のはず|はず|"
    r"です(?:ね|よ|かね|かな)?|でした|ですが|ですけど|でございます|になります|となります|(?<!ま)だ(?:よ|ね|な)?|や(?:で|な|ねん|わ|けど)?|っす|であります|のみ(?=です|$)|"
    r"にな(?:る|ります)|ということで|でお願いします|でお願い|お願いします|ね|よ|な|わ|さ|[。.!！、,~ー…笑w \U0001F300-\U0001FAFF\u2600-\u27BF])+$"
)
QUESTION = re.compile(
    r"[?？]|(?:ですか|ますか|でしょうか|ませんか|だろうか|のか|かな|んか|どう(?:いう|して|すれば|やって)|なぜ|なんで|何で(?!も)|とは何|って何|とは$|教えて|おしえて|知りたい|意味)"
)
REQUEST = re.compile(
    r"(?:たい(?:です|のです|んです|のだ|んだ|ので|$|。|けど|が)|ください|下さい|ほしい|欲しい|お願いでき|もらえ|いただけ|やめ(?:る|ます|たい)|戻(?:る|って|りたい)|最初から|つないで|繋いで)"
)
UNKNOWN = re.compile(
    r"(?:わから|分から|判ら|わかり(?:ません|かね)|分かり(?:ません|かね)|知らな|知りません|不明|未定|決まって(?:い)?(?:ない|ません|へん)|決めて(?:い)?(?:ない|ません|へん)|決めかね|"
    r"考え中|検討中(?=です|$)|スキップ|とば(?:し|す)|飛ば(?:し|す)|パス|ノーコメント|答え(?:たくな|られ|ません|ない)|言え(?:な|ませ|へん)|言いたくな|覚えて(?:い)?(?:ない|ません)|忘れ|さあ|次(?:へ|に(?:行|い|進)))"
)


def bare(text: str) -> str:
    """The answer without what people put around it: えーと12人くらいです → 12人."""
    stripped = text.strip()
    while True:
        shorter = POLITE.sub("", FILLER.sub("", stripped, count=1), count=1).strip()
        if shorter == stripped or not shorter:
            return shorter or stripped
        stripped = shorter


def is_question(text: str) -> bool:
    """Whether the person asks something instead of answering; a lonely かな is no question."""
    return bool(
        QUESTION.search(POLITE.sub("", text.strip(), count=1) if "?" not in text and "か" not in text[-3:] else text)
    )


def is_request(text: str) -> bool:
    """Whether the person wants something done instead of answering."""
    return bool(REQUEST.search(text))


def is_unknown(text: str) -> bool:
    """Whether the person says that the answer is not known, or skips the question."""
    return bool(UNKNOWN.search(text))
