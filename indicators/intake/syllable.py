"""Whether letters make a Vietnamese syllable: the proof that a text was read in the right encoding."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MOST_WORDS_REMEMBERED = 20_000

ONSETS = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ch", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
RHYMES_OF_ANY_TONE = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu êc
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
    op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uynh uyt uyp uyu uôc uôi uôm
    uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu
    y yêm yên yêng yêt yêu ynh yt ych yp yu ya
"""
RHYMES = frozenset(RHYMES_OF_ANY_TONE.split())
BEFORE_FRONT_VOWELS = frozenset({"k", "gh", "ngh"})
BEFORE_OTHER_VOWELS = frozenset({"c", "g", "ng"})
WITH_Y = frozenset({"", "h", "k", "l", "m", "s", "t", "v", "qu"})
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
# Where a word could be read in two encodings, the one of these is meant: words of statistics, and the most common.
COMMON_WORDS = """
    án bái bãi bán bé bê bên bệnh bến bò bón bông bộ bột búp các cá cái cán cát chè chép chế chí chìm chịu cho chính có
    cói con công còn cùng cụ cũng của dài dân dép dù dùng dụng dừa dự dựng đã đá đái đê đến đó đói đô đôi đông đúng gái
    giá giáo góc gỗ hà hàng hãng hè hình hóa hòa hộ hộp ít kê khí khó khoáng khô không là lá lâm lân lên lít lớp lúa
    lý mái máy mét mía mì mó móc mô môi môn một mỏ mới mùa ngân ngãi ngô nghìn nhà nhân nhân nhóm nhôm nhựa nón nóng
    nông ô ông ống phá phân phép phê phẩm phí phó phòng phú phúc phụ quá quân quế quốc quý rê rô rừng sá sóc sông số súc
    sót tái tám tán tân tấn tăng tế tháng thái thân thép thế thể thì thí thông thô thôn thống thuê thừa tích tín tính
    tô tôm trái trâu trên trí trò tròn trôi trống trồng trừ tù tùng tú từ tự và vé vì ví vòng vô vốn vùng vụ về vấn vũng
    xã xê xí xút yên
"""
COMMON = frozenset(COMMON_WORDS.split())
# Names of places that keep the spelling of another language.
NAMES = frozenset({"đắk", "lắk", "kạn", "kông"})
STOPS = ("c", "ch", "p", "t")
TONES_OF_STOPS = {"\u0301", "\u0323"}


@lru_cache(MOST_WORDS_REMEMBERED)
def is_syllable(word: str) -> bool:
    """Whether a word of composed letters, in any case, can stand in Vietnamese: thùc is none, thực is one."""
    if word.casefold() in NAMES:
        return True
    bare, tone = _toned(word.casefold())
    if bare is None:
        return False
    return any(bare.startswith(onset) and _fits(onset, bare[len(onset) :], tone) for onset in ONSETS)


def _toned(word: str) -> tuple[str | None, str]:
    """Return the word without its tone, and the tone; None where it has more than one."""
    parts = unicodedata.normalize("NFD", word)
    tones = [sign for sign in parts if sign in TONES]
    bare = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in TONES))
    return (None, "") if len(tones) > 1 else (bare, "".join(tones))


def _fits(onset: str, rhyme: str, tone: str) -> bool:
    if rhyme not in RHYMES or (rhyme.endswith(STOPS) and tone not in TONES_OF_STOPS):
        return False
    is_front = rhyme[0] in "eêiy"
    if (onset in BEFORE_FRONT_VOWELS and not is_front) or (onset in BEFORE_OTHER_VOWELS and is_front):
        # "gì" is the one word that breaks the rule.
        return onset == "g" and rhyme.startswith("i")
    if rhyme[0] != "y":
        return True
    return onset == "qu" or (onset in WITH_Y if rhyme == "y" else onset == "" and rhyme[1] == "ê")
