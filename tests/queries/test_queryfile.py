"""A query file that breaks its own contract is refused, with what is wrong about it."""

from __future__ import annotations

import pytest

from indicators import queryfile
from indicators.errors import BrokenQuery

GOOD = """-- Question: how many
--           records are there?
-- Grain:    one row per indicator, year
-- Params:   $indicator, $since
-- Returns:  indicator, year,
--           records

-- Costs '5 $dollars' and $more, says this comment.

with counted as (
    select indicator, year, count(*) as records, '$no_param' as text
    from records
    where indicator = $indicator and year >= $since
    group by all
)

select * from counted
"""


def refusal(text: str) -> str:
    with pytest.raises(BrokenQuery) as refused:
        queryfile.parse("counted.sql", text)
    assert refused.value.figures["file"] == "counted.sql"
    return str(refused.value.figures["why"])


@pytest.mark.parametrize("field", ["Question", "Grain", "Params", "Returns"])
def test_a_head_that_lacks_a_field(field: str) -> None:
    assert refusal(GOOD.replace(f"-- {field}:", "-- Another:")).startswith("the head has no")


def test_a_file_without_a_head() -> None:
    assert refusal("select 1") == "the head has no Question, Grain, Params, Returns"


def test_a_head_below_the_first_lines() -> None:
    assert refusal("\n" + GOOD) == "the head has no Question, Grain, Params, Returns"


def test_a_grain_in_other_words() -> None:
    assert (
        refusal(GOOD.replace("one row per indicator", "indicator")) == "the grain does not read 'one row per <columns>'"
    )


def test_a_grain_that_is_not_returned() -> None:
    without_year = GOOD.replace("year,\n--           records", "records")
    assert refusal(without_year) == "the grain names year, which it does not return"


def test_a_column_without_a_name() -> None:
    assert refusal(GOOD.replace("indicator, year,\n", "indicator,,\n")) == "'' is no column's name"


def test_a_param_that_is_declared_and_not_used() -> None:
    why = refusal(GOOD.replace(" and year >= $since", ""))
    assert why == "params declared: ['indicator', 'since'], used: ['indicator']"


def test_a_param_that_is_used_and_not_declared() -> None:
    assert refusal(GOOD.replace("$indicator, $since", "$since")).endswith("used: ['indicator', 'since']")
    assert refusal(GOOD.replace("$indicator, $since", "none")) == "params declared: [], used: ['indicator', 'since']"


def test_a_column_that_is_said_twice() -> None:
    assert "said twice" in refusal(GOOD.replace("records\n\n--", "year\n\n--"))


def test_a_query_that_does_not_exist() -> None:
    for name in ("no_such_question", "../pyproject", ""):
        with pytest.raises(BrokenQuery):
            queryfile.read(name)


def test_a_head_is_read_over_its_lines() -> None:
    query = queryfile.parse("counted.sql", GOOD)
    assert query.name == "counted"
    assert query.question == "how many records are there?"
    assert query.grain == ("indicator", "year")
    assert query.params == ("indicator", "since")
    assert query.returns == ("indicator", "year", "records")


def test_a_question_without_params() -> None:
    text = GOOD.replace("$indicator, $since", "none").replace("where indicator = $indicator and year >= $since", "")
    assert queryfile.parse("counted.sql", text).params == ()
