"""Tables on their way in: from pyarrow, polars, pandas and duckdb, with every type of column, and from dicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import lvzhi
from conftest import TABLE

Read = tuple[lvzhi.Ledger, lvzhi.Intake]

ROWS: list[dict[str, Any]] = [
    dict(zip(TABLE.splitlines()[0].split(","), (cell or None for cell in line.split(",")), strict=True))
    for line in TABLE.splitlines()[1:]
]
"""The rows of the table, all as text."""

DAY = date(2023, 3, 2)


def typed() -> list[dict[str, Any]]:
    """The same rows with days and decimals in their own types."""
    written = {"2023年3月2日": "2023-03-02"}
    return [
        row | {"日期": date.fromisoformat(written.get(row["日期"], row["日期"])), "数量": row["数量"] and Decimal(row["数量"])}
        for row in ROWS
    ]


def of_duckdb(rows: list[dict[str, Any]]) -> duckdb.DuckDBPyRelation:
    table = pa.Table.from_pylist(rows)
    return duckdb.from_arrow(table).project("*")


@pytest.mark.parametrize("rows", [ROWS, typed()], ids=["texts", "typed"])
@pytest.mark.parametrize(
    "table",
    [
        pa.Table.from_pylist,
        pl.DataFrame,
        pd.DataFrame,
        of_duckdb,
        lambda rows: pa.Table.from_pylist(rows).to_reader(max_chunksize=3),
        lambda rows: pl.DataFrame(rows, schema_overrides={"委员": pl.Categorical, "类型": pl.Enum(["提案", "会议"])}),
        lambda rows: pd.DataFrame(rows).astype({"委员": "category"}),
        lambda rows: rows,
        lambda rows: (MappingProxyType(row) for row in rows),
        lambda rows: [{key: value for key, value in row.items() if value is not None} for row in rows],
        lambda rows: pd.DataFrame(rows).to_dict("records"),
    ],
    ids=["pyarrow", "polars", "pandas", "duckdb", "stream", "polars-coded", "pandas-coded", "dicts", "mappings", "sparse", "records"],
)
def test_every_way_in_gives_the_same(
    table: Callable[[list[dict[str, Any]]], Any],
    rows: list[dict[str, Any]],
    rulebook: lvzhi.Rulebook,
    roster: lvzhi.Roster,
    read: Read,
    board: lvzhi.Board,
) -> None:
    ledger, intake = lvzhi.Ledger.from_table(table(rows), rulebook, roster)
    assert intake == read[1]
    assert rulebook.score(roster, ledger, 2023) == board


class One:
    """Reads tables of one row, of one column more than must be."""

    def __init__(self, rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
        self.rulebook, self.roster = rulebook, roster

    def read(self, **columns: pa.Array) -> Read:
        length = len(next(iter(columns.values())))
        whole = {"date": pa.array([DAY] * length), "kind": pa.array(["meeting"] * length), "member": pa.array(["M001"] * length)}
        return lvzhi.Ledger.from_table(pa.table(whole | columns), self.rulebook, self.roster)

    def quantity(self, array: pa.Array) -> list[Any]:
        """The quantities as the ledger has them; where rows are refused, what stands in them and why not."""
        ledger, intake = self.read(quantity=array)
        if intake.refused:
            assert {refusal.column for refusal in intake.refused} == {"quantity"}
            return [(refusal.value, refusal.code) for refusal in intake.refused]
        lines = self.rulebook.score(self.roster, ledger, 2023)["M001"].lines
        return [line.value / 2 for line in sorted(lines, key=lambda line: int(line.entry.record.id[4:]))]  # type: ignore[union-attr]

    def days(self, array: pa.Array) -> list[Any]:
        ledger, intake = self.read(date=array)
        if intake.refused:
            assert {refusal.column for refusal in intake.refused} == {"date"}
            return [(refusal.value, refusal.code) for refusal in intake.refused]
        lines = self.rulebook.score(self.roster, ledger, ("2000-01-01", "2030-12-31"))["M001"].lines
        return sorted(line.entry.record.date for line in lines)  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def one(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> One:
    return One(rulebook, roster)


@pytest.mark.parametrize(
    "kind", [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()], ids=str
)
def test_whole_numbers(one: One, kind: pa.DataType) -> None:
    assert one.quantity(pa.array([3, None, 0], kind)) == [3, 1, 0]


def test_whole_numbers_that_are_too_large_refuse_their_row(one: One) -> None:
    assert one.quantity(pa.array([2**63 - 1, -1])) == [("9223372036854775807", "bad-quantity"), ("-1", "bad-quantity")]
    assert one.quantity(pa.array([2**64 - 1], pa.uint64())) == [("18446744073709551615", "bad-quantity")]


@pytest.mark.parametrize(
    "kind",
    [pa.decimal32(9, 4), pa.decimal64(18, 4), pa.decimal128(38, 4), pa.decimal128(38, 10), pa.decimal256(76, 20)],
    ids=str,
)
def test_decimals(one: One, kind: pa.DataType) -> None:
    texts = [Decimal("1.5"), None, Decimal("0.0001"), Decimal("1000")]
    assert one.quantity(pa.array(texts, kind)) == [Fraction(3, 2), 1, Fraction(1, 10_000), 1000]


def test_a_decimal_with_more_places_refuses_its_row(one: One) -> None:
    assert one.quantity(pa.array([Decimal("1.23456"), Decimal("2")])) == [("1.23456", "bad-quantity")]
    assert one.quantity(pa.array([Decimal("1e30")], pa.decimal256(76, 0)))[0][1] == "bad-quantity"
    assert one.quantity(pa.array([Decimal("1200")], pa.decimal128(5, -2))) == [1200]


@pytest.mark.parametrize("kind", [pa.float16(), pa.float32(), pa.float64()], ids=str)
def test_a_float_is_the_decimal_that_it_prints_as(one: One, kind: pa.DataType) -> None:
    assert one.quantity(pa.array([1.5, None, 0.0, 3.0], kind)) == [Fraction(3, 2), 1, 0, 3]


def test_a_float_that_is_no_such_decimal_refuses_its_row(one: One) -> None:
    assert one.quantity(pa.array([0.1, 0.3333])) == [Fraction(1, 10), Fraction(3333, 10_000)]
    third, sum_ = 1 / 3, 0.1 + 0.2
    assert one.quantity(pa.array([0.1, third, sum_, float("inf"), float("nan")])) == [
        (str(third), "bad-quantity"),
        (str(sum_), "bad-quantity"),
        ("inf", "bad-quantity"),
        ("NaN", "bad-quantity"),
    ]


def test_days(one: One) -> None:
    days = [date(2023, 3, 2), date(2023, 3, 3)]
    for kind in (pa.date32(), pa.date64()):
        assert one.days(pa.array(days, kind)) == days
    assert one.days(pa.array([date(1899, 12, 31), date(2200, 1, 1)])) == [("1899-12-31", "bad-date"), ("2200-01-01", "bad-date")]
    assert one.days(pa.array([None], pa.date32())) == [("", "missing-value")]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_a_timestamp_is_the_day_that_it_shows(one: One, unit: str) -> None:
    late = datetime(2023, 3, 2, 23, 59, 59)
    assert one.days(pa.array([late], pa.timestamp(unit))) == [DAY]
    zone = ZoneInfo("Asia/Shanghai")
    in_zone = pa.array([late.replace(tzinfo=zone)], pa.timestamp(unit, "Asia/Shanghai"))
    assert one.days(in_zone) == [DAY]
    assert one.days(in_zone.cast(pa.timestamp(unit, "Asia/Tokyo"))) == [date(2023, 3, 3)]
    assert one.days(pa.array([datetime(2023, 3, 2, 1, tzinfo=timezone(timedelta(hours=8)))], pa.timestamp(unit, "+08:00"))) == [DAY]


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.uint32(), pa.large_string()),
        pa.dictionary(pa.int64(), pa.string_view()),
    ],
    ids=str,
)
def test_texts(one: One, kind: pa.DataType) -> None:
    members = pa.array(["甲", None, "M002", " 乙 "]).cast(pa.string())
    members = members.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else members.cast(kind)
    ledger, intake = one.read(member=members)
    assert [(refusal.row, refusal.code) for refusal in intake.refused] == [(2, "missing-member")]
    board = one.rulebook.score(one.roster, ledger, 2023)
    assert [len(board[member].lines) for member in ("M001", "M002")] == [1, 2]


def test_a_column_of_nothing_and_a_dictionary_of_anything(one: One) -> None:
    assert one.quantity(pa.nulls(2)) == [1, 1]
    assert one.quantity(pa.array([None, None], pa.string()).dictionary_encode()) == [1, 1]
    numbers = pa.DictionaryArray.from_arrays(pa.array([1, None, 0]), pa.array([Decimal("2.5"), Decimal("4")]))
    assert one.quantity(numbers) == [4, 1, Fraction(5, 2)]


@pytest.mark.parametrize(
    "array",
    [
        pa.array([True]),
        pa.array([["a"]]),
        pa.array([{"a": 1}]),
        pa.array([b"a"]),
        pa.array([timedelta(1)]),
        pa.array([1], pa.time64("us")),
        pa.array([True]).dictionary_encode(),
        pa.RunEndEncodedArray.from_arrays([1], ["a"]),
        pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int8())),
    ],
    ids=lambda array: str(array.type),
)
def test_other_columns_are_refused_by_name(one: One, array: pa.Array) -> None:
    with pytest.raises(TypeError, match="column note is of type"):
        one.read(note=array)


def test_columns_are_renamed_or_left_out(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
    own: dict[str, list[Any]] = {"姓名": ["甲"], "活动日期": [DAY], "类型": ["会议"], "身份证号": [True]}
    columns = {"姓名": "member", "活动日期": "日期", "身份证号": None}
    for table in (pa.table(own), pl.DataFrame(own), [{key: value[0] for key, value in own.items()}]):
        ledger, intake = lvzhi.Ledger.from_table(table, rulebook, roster, columns=columns)
        assert (len(ledger), intake.refused) == (1, ())
        with pytest.raises(ValueError, match="名字.*姓名"):
            lvzhi.Ledger.from_table(table, rulebook, roster, columns={"名字": "member", "身份证号": None})
    with pytest.raises(lvzhi.LvzhiError, match="unknown-column") as raised:
        lvzhi.Ledger.from_table(pa.table(own), rulebook, roster, columns=columns | {"身份证号": "证号"})
    assert raised.value.diagnostics[0].place.text == "证号"


def test_headings_that_are_wrong_refuse_the_table(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
    cases: list[tuple[dict[str, list[str]], str]] = [
        ({"date": ["2023-01-01"]}, "missing-column"),
        ({"date": [], "日期": [], "kind": []}, "duplicate-column"),
        ({"date": [], "kind": [], "x": []}, "unknown-column"),
    ]
    for columns, code in cases:
        with pytest.raises(lvzhi.LvzhiError, match=code):
            lvzhi.Ledger.from_table(pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()}), rulebook, roster)
    with pytest.raises(lvzhi.LvzhiError, match="missing-column"):
        lvzhi.Ledger.from_table([], rulebook, roster)
    empty, intake = lvzhi.Ledger.from_table(pa.table({"date": pa.nulls(0), "kind": pa.nulls(0)}), rulebook, roster)
    assert (len(empty), intake.accepted, intake.refused) == (0, 0, ())


def test_strict(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
    for table in (pa.Table.from_pylist(ROWS), ROWS):
        with pytest.raises(lvzhi.LvzhiError, match="unknown-member"):
            lvzhi.Ledger.from_table(table, rulebook, roster, strict=True)


@pytest.mark.parametrize(
    ("value", "quantity"),
    [
        (2, 2),
        (Decimal("1.50"), Fraction(3, 2)),
        (0.1, Fraction(1, 10)),
        ("3", 3),
        (None, 1),
        ("", 1),
        (float("nan"), 1),
        (pd.NA, 1),
        (pd.NaT, 1),
        (np.int64(2), 2),
        (np.float64(0.5), Fraction(1, 2)),
        (np.float32(0.5), Fraction(1, 2)),
        (np.str_("2"), 2),
        (np.float32("nan"), 1),
    ],
    ids=repr,
)
def test_values_in_a_dict(one: One, value: object, quantity: Fraction) -> None:
    row = {"date": DAY, "kind": "meeting", "member": "M001", "quantity": value}
    ledger, intake = lvzhi.Ledger.from_table([row], one.rulebook, one.roster)
    assert intake.refused == ()
    assert one.rulebook.score(one.roster, ledger, 2023)["M001"].lines[0].value == quantity * 2


@pytest.mark.parametrize(
    "day",
    [DAY, "2023-03-02", "2023年3月2日", datetime(2023, 3, 2, 23), pd.Timestamp("2023-03-02 23:00"), np.datetime64("2023-03-02")],
    ids=repr,
)
def test_days_in_a_dict(one: One, day: object) -> None:
    row = {"date": day, "kind": "meeting", "member": "M001"}
    ledger, _ = lvzhi.Ledger.from_table([row], one.rulebook, one.roster)
    (line,) = one.rulebook.score(one.roster, ledger, 2023)["M001"].lines
    assert line.entry.record.date == DAY  # type: ignore[union-attr]


@pytest.mark.parametrize("value", [True, np.bool_(True), ["a"], {"a": 1}, b"a", object(), 1j], ids=lambda value: type(value).__name__)
def test_other_values_in_a_dict_are_refused_by_place(one: One, value: object) -> None:
    rows = [{"date": DAY, "kind": "meeting", "member": "M001"}, {"date": DAY, "kind": "meeting", "note": value}]
    with pytest.raises(TypeError, match="row 2, column note"):
        lvzhi.Ledger.from_table(rows, one.rulebook, one.roster)


@pytest.mark.parametrize("table", [["a"], [["a", 1]], [{1: "a"}], 5, None, pd.DataFrame({"a": [1]}).iterrows()], ids=repr)
def test_what_is_no_table(one: One, table: Any) -> None:
    with pytest.raises(TypeError):
        lvzhi.Ledger.from_table(table, one.rulebook, one.roster)


def test_a_row_that_fails_on_its_way_fails_the_reading(one: One) -> None:
    def rows() -> Iterable[Mapping[str, object]]:
        yield {"date": DAY, "kind": "meeting", "member": "M001"}
        raise OSError("the line is down")

    with pytest.raises(OSError, match="the line is down"):
        lvzhi.Ledger.from_table(rows(), one.rulebook, one.roster)
