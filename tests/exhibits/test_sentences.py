"""A verdict's sentence: its words for each case, and that no number stands in it that is not among the figures."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import catalogue, labels
from indicators.assessment import Baseline, Observation, Series, Status, Target, Verdict, assess
from indicators.catalogue import Definition, Direction, Kind
from indicators.exhibits.sentences import verdict_sentence
from indicators.exhibits.words import words_for
from tests.exhibits.numbers import figures_of, numbers_in
from tests.exhibits.series import series

CATALOGUE = catalogue.load()
LANGUAGES = ("vi", "en")
BROKEN = re.compile(r"None|nan|inf\b|  |\{|\}| ,| ;|;;|\.\.")


def said(found: Series, verdict: Verdict, language: str) -> str:
    return verdict_sentence(found, verdict, words_for(found.definition, CATALOGUE, labels.text(language)))


def made(
    kind: Kind,
    observed: dict[int, float],
    target: Target | None,
    *,
    direction: Direction = Direction.UP,
    baseline: float | None = None,
    unit: str = "DN",
    decimals: int = 0,
) -> Series:
    return Series(
        definition=Definition("id", "Chỉ tiêu", unit, kind, direction, decimals=decimals),
        observations=tuple(Observation(year, "Y", value) for year, value in observed.items()),
        targets=() if target is None else (target,),
        baselines=() if baseline is None else (Baseline(2014, baseline),),
    )


UP_TO_200 = Target(2020, ">=", 200)
DEFECTS = Target(2020, "<=", 4)
BAND = Target(2020, "range", 95, 105)
YEARLY = tuple(Target(year, "range", 2, 3) for year in range(2014, 2021))


@pytest.mark.parametrize(
    ("found", "as_of", "vietnamese", "english"),
    [
        (
            made(Kind.CUMULATIVE, {2019: 60}, UP_TO_200, baseline=0),
            2019,
            "Đạt 30,0\u202f% mục tiêu 200 DN sau 83\u202f% thời gian; "
            "cần thêm 140 DN trong 1 năm, gấp 11,7 lần tốc độ bình quân.",
            "30.0% of the target of 200 enterprises reached after 83% of the time; "
            "140 more enterprises needed in 1 year, 11.7 times the average pace so far.",
        ),
        (
            made(Kind.CUMULATIVE, {2019: 199}, UP_TO_200, baseline=0),
            2019,
            "Đạt 99,5\u202f% mục tiêu 200 DN sau 83\u202f% thời gian; "
            "cần thêm 1 DN trong 1 năm, bằng 0,03 lần tốc độ bình quân.",
            "99.5% of the target of 200 enterprises reached after 83% of the time; "
            "1 more enterprise needed in 1 year, 0.03 times the average pace so far.",
        ),
        (
            made(Kind.CUMULATIVE, {2017: 200, 2018: 210}, UP_TO_200, baseline=0),
            2018,
            "Đã đạt mục tiêu 200 DN từ năm 2017, sớm 3 năm; 210 DN đến hết năm 2018.",
            "Met the target of 200 enterprises as of 2017, 3 years early; 210 enterprises by the end of 2018.",
        ),
        (
            made(Kind.CUMULATIVE, {2017: 200, 2018: 190}, UP_TO_200, baseline=0),
            2018,
            "Đã đạt mục tiêu 200 DN năm 2017 nhưng đến hết năm 2018 là 190 DN, không còn đạt; còn thiếu 10 DN.",
            "Met the target of 200 enterprises in 2017 but stood at 190 enterprises by the end of 2018, "
            "no longer meeting it; short by 10 enterprises.",
        ),
        (
            made(Kind.CUMULATIVE, {2020: 120}, UP_TO_200, baseline=0),
            2020,
            "Hết hạn năm 2020: 120 DN, bằng 60,0\u202f% mục tiêu 200 DN; còn thiếu 80 DN.",
            "120 enterprises at the deadline of 2020, 60.0% of the target of 200 enterprises; "
            "short by 80 enterprises.",
        ),
        (
            made(Kind.RATIO, {2017: 8}, DEFECTS, direction=Direction.DOWN, baseline=10, unit="%", decimals=1),
            2017,
            "Đi được 33,3\u202f% quãng đường từ 10,0\u202f% đến 4,0\u202f% sau 50\u202f% thời gian; "
            "cần giảm thêm 4,0 điểm phần trăm trong 3 năm, gấp 2,0 lần tốc độ bình quân.",
            "33.3% of the way from 10.0% to 4.0% covered after 50% of the time; "
            "a further fall of 4.0 percentage points needed in 3 years, 2.0 times the average pace so far.",
        ),
        (
            made(Kind.RATIO, {2018: 11}, DEFECTS, direction=Direction.DOWN, baseline=10, unit="%", decimals=1),
            2018,
            "Đi ngược: 11,0\u202f% đến hết năm 2018, kém mức gốc 10,0\u202f% của năm 2014; "
            "mục tiêu tối đa 4,0\u202f% vào cuối năm 2020; cần giảm thêm 7,0 điểm phần trăm trong 2 năm.",
            "Moving away: 11.0% by the end of 2018, worse than the baseline of 10.0% in 2014; "
            "the target of at most 4.0% is due by the end of 2020; "
            "a further fall of 7.0 percentage points needed in 2 years.",
        ),
        (
            made(Kind.RATIO, {2020: 94.96}, Target(2020, ">=", 95), baseline=80, unit="%"),
            2020,
            "Hết hạn năm 2020: 94,96\u202f%, không đạt mục tiêu 95\u202f%; còn thiếu 0,04 điểm phần trăm.",
            "94.96% at the deadline of 2020 did not meet the target of 95%; short by 0.04 percentage points.",
        ),
        (
            made(Kind.INDEX, {2018: 97}, BAND, direction=Direction.BAND, unit="%"),
            2018,
            "97\u202f% đến hết năm 2018, trong khoảng mục tiêu 95–105\u202f%.",
            "97% by the end of 2018, inside the target band of 95–105%.",
        ),
        (
            made(Kind.INDEX, {2020: 92}, BAND, direction=Direction.BAND, unit="%"),
            2020,
            "Hết hạn năm 2020; 92\u202f% đến hết năm 2020, ngoài khoảng mục tiêu 95–105\u202f%; "
            "thấp hơn cận dưới 3 điểm phần trăm.",
            "The deadline was 2020; 92% by the end of 2020, outside the target band of 95–105%; "
            "3 percentage points below its lower edge.",
        ),
        (
            made(Kind.YES_NO, {2016: 1}, Target(2018, ">=", 1), unit="có/không"),
            2018,
            "Đã hoàn thành năm 2016, sớm 2 năm so với hạn 2018.",
            "Done in 2016, 2 years before the deadline of 2018.",
        ),
        (
            made(Kind.YES_NO, {2017: 0}, Target(2018, ">=", 1), unit="có/không"),
            2017,
            "Chưa hoàn thành; còn 1 năm đến hạn cuối năm 2018.",
            "Not done yet; 1 year left until the deadline at the end of 2018.",
        ),
        (
            made(Kind.YES_NO, {2018: 0}, Target(2018, ">=", 1), unit="có/không"),
            2018,
            "Hết hạn năm 2018, chưa hoàn thành.",
            "Not done by the deadline of 2018.",
        ),
        (
            made(Kind.STOCK, {2018: 5}, None, unit="lượt người"),
            2018,
            "Chưa có mục tiêu nên không đánh giá; gần nhất 5 lượt người đến hết năm 2018.",
            "Not assessed, as there is no target; latest 5 person turns by the end of 2018.",
        ),
        (
            made(Kind.CUMULATIVE, {}, UP_TO_200),
            2018,
            "Chưa có số liệu thực hiện dùng để đánh giá được; mục tiêu 200 DN vào cuối năm 2020.",
            "Not assessed, as there are no data that can be judged; "
            "the target of 200 enterprises is due by the end of 2020.",
        ),
        (
            made(Kind.STOCK, {2018: 5}, UP_TO_200),
            2018,
            "Chưa có số liệu gốc nên chưa tính được tiến độ; gần nhất 5 DN đến hết năm 2018; "
            "mục tiêu 200 DN vào cuối năm 2020.",
            "Not assessed, as there is no baseline to measure progress from; latest 5 enterprises by the end of 2018; "
            "the target of 200 enterprises is due by the end of 2020.",
        ),
        (
            made(Kind.CUMULATIVE, {2016: 60}, UP_TO_200, baseline=0),
            2020,
            "Số liệu đã cũ nên không đánh giá; gần nhất 60 DN đến hết năm 2016; cũ 4 năm so với cuối năm 2020; "
            "mục tiêu 200 DN vào cuối năm 2020.",
            "Not assessed, as the data are too old; latest 60 enterprises by the end of 2016; "
            "4 years old at the end of 2020; the target of 200 enterprises is due by the end of 2020.",
        ),
    ],
    ids=[
        "late", "one_is_singular", "met_early", "lost", "missed", "down", "reversing", "missed_by_a_hair",
        "inside_a_band", "outside_a_band", "done_early", "not_done_yet", "not_done_in_time", "no_target", "no_data",
        "no_baseline", "stale",
    ],
)  # fmt: skip
def test_the_words_of_a_verdict(found: Series, as_of: int, vietnamese: str, english: str) -> None:
    verdict = assess(found, as_of=as_of, first_year=2014)

    assert said(found, verdict, "vi") == vietnamese
    assert said(found, verdict, "en") == english


def test_all_of_a_target_that_must_be_exceeded_is_not_told_as_all_of_it() -> None:
    found = made(Kind.CUMULATIVE, {2020: 200}, Target(2020, ">", 200), baseline=0)

    assert said(found, assess(found, as_of=2020, first_year=2014), "vi") == (
        "Hết hạn năm 2020: 200 DN, không đạt mục tiêu trên 200 DN."
    )


def test_a_flow_is_told_by_its_sum() -> None:
    definition = Definition("id", "Giải thưởng", "DN/năm", Kind.FLOW, Direction.UP)
    observed = tuple(Observation(year, "Y", value) for year, value in ((2014, 1), (2015, 2), (2016, 1)))
    found = Series(definition, observed, YEARLY)
    verdict = assess(found, as_of=2016, first_year=2014)

    assert said(found, verdict, "vi") == (
        "Σ 3 năm (2014–2016): 4 DN, bằng 66,7\u202f% kế hoạch 6 DN; còn thiếu 2 DN; "
        "cần bình quân 2,5 DN mỗi năm trong 4 năm còn lại, gấp 1,9 lần tốc độ bình quân."
    )
    assert said(found, verdict, "en") == (
        "Σ of 3 years (2014–2016): 4 enterprises, 66.7% of the 6 enterprises planned; short by 2 enterprises; "
        "2.5 enterprises needed a year on average over the remaining 4 years, 1.9 times the average pace so far."
    )


def test_a_growth_rate_is_told_by_its_compound_mean() -> None:
    found = made(Kind.GROWTH, {2014: 5.5, 2015: 6.1, 2016: 7.4}, Target(2020, ">=", 7), unit="%/năm", decimals=1)
    verdict = assess(found, as_of=2016, first_year=2014)

    assert said(found, verdict, "vi").startswith("Bình quân 3 năm (2014–2016): 6,3\u202f%/năm, mục tiêu 7,0\u202f%/năm")
    assert said(found, verdict, "en").startswith(
        "Compound mean of 3 years (2014–2016): 6.3% a year, with the target of 7.0% a year"
    )


@given(found=series(), as_of=st.integers(2013, 2022))
@settings(max_examples=250)
def test_every_number_of_a_sentence_is_a_figure_of_its_verdict(found: Series, as_of: int) -> None:
    verdict = assess(found, as_of=as_of, first_year=2014)
    for language in LANGUAGES:
        words = words_for(found.definition, CATALOGUE, labels.text(language))
        sentence = verdict_sentence(found, verdict, words)
        figures = figures_of(found, verdict, words)

        strangers = [each for each in numbers_in(sentence, language) if not each.is_among(figures)]
        assert strangers == [], sentence
        assert not BROKEN.search(sentence), sentence
        assert sentence.endswith(".")
        assert sentence[0] == sentence[0].upper()


@given(
    found=series(),
    status=st.sampled_from(Status),
    numbers=st.lists(st.none() | st.floats(-1e6, 1e6, allow_nan=False), min_size=13, max_size=13),
    target=st.none() | st.just(UP_TO_200) | st.just(BAND),
    latest=st.none() | st.just(Observation(2018, "Q2", 60.0)),
)
def test_a_verdict_with_any_figure_missing_still_reads(
    found: Series, status: Status, numbers: list[float | None], target: Target | None, latest: Observation | None
) -> None:
    names = (
        "achievement", "distance", "elapsed", "expected", "ratio", "pace", "age_years", "gap", "needed_next",
        "attained", "bound", "years_left", "pace_so_far",
    )  # fmt: skip
    verdict = Verdict(status, 2020, target=target, latest=latest, **dict(zip(names, numbers, strict=True)))  # type: ignore[arg-type]

    for language in LANGUAGES:
        assert not BROKEN.search(said(found, verdict, language))


@given(found=series(), as_of=st.integers(2013, 2022))
def test_a_sentence_never_says_the_whole_where_the_target_is_not_met(found: Series, as_of: int) -> None:
    verdict = assess(found, as_of=as_of, first_year=2014)
    if verdict.status in ("missed", "slow", "at_risk") and verdict.achievement is not None and verdict.achievement < 1:
        assert "100,0\u202f% mục tiêu" not in said(found, verdict, "vi")
