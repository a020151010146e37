"""Nothing is lost on the way in, whatever comes and by whatever way."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

import lvzhi
from conftest import PEOPLE, RULES

RULEBOOK = lvzhi.Rulebook.from_toml(RULES)
ROSTER = lvzhi.Roster.from_dict(PEOPLE)

CELLS: dict[str, st.SearchStrategy[str | None]] = {
    "编号": st.sampled_from([None, "", "R1", "R2", " R2 ", "row-1"]),
    "日期": st.sampled_from(["2023-03-02", "2023/3/2", "2023年3月2日", "2023-02-30", None]),
    "委员": st.sampled_from(["甲", "M002", "戊", None]),
    "类型": st.sampled_from(["提案", "meeting", "会", None]),
    "数量": st.one_of(st.none(), st.sampled_from(["1", "1.5", "-1", "1.23456"]), st.text(max_size=3)),
    "备注": st.one_of(st.none(), st.text(max_size=5)),
}

TABLES = st.lists(st.fixed_dictionaries(CELLS), max_size=8)


def accounted(rows: list[dict[str, Any]], intake: lvzhi.Intake) -> bool:
    refused = [refusal.row for refusal in intake.refused]
    return intake.accepted + len(refused) == len(rows) and refused == sorted(set(refused)) and all(0 < row <= len(rows) for row in refused)


@given(TABLES)
@settings(max_examples=150, deadline=None)
def test_dicts_and_arrow_give_the_same(rows: list[dict[str, str | None]]) -> None:
    schema = pa.schema([(name, pa.string()) for name in CELLS])
    of_arrow = lvzhi.Ledger.from_table(pa.Table.from_pylist(rows, schema), RULEBOOK, ROSTER)
    assert accounted(rows, of_arrow[1])
    if rows:
        of_dicts = lvzhi.Ledger.from_table(rows, RULEBOOK, ROSTER)
        assert of_dicts[1] == of_arrow[1]
        assert RULEBOOK.score(ROSTER, of_dicts[0], 2023) == RULEBOOK.score(ROSTER, of_arrow[0], 2023)


VALUES = st.one_of(
    st.none(),
    st.text(max_size=4),
    st.integers(),
    st.floats(allow_nan=True),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.dates(),
    st.datetimes(),
)


@given(st.lists(st.fixed_dictionaries({"date": VALUES, "kind": VALUES, "member": VALUES, "quantity": VALUES, "note": VALUES}), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_any_value_is_accepted_or_refused_by_row(rows: list[dict[str, Any]]) -> None:
    assert accounted(rows, lvzhi.Ledger.from_table(rows, RULEBOOK, ROSTER)[1])
