"""Tables on their way out: to pyarrow, polars, pandas, duckdb, and as dicts."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import lvzhi
from conftest import PEOPLE, RULES

RANKING = [
    {"rank": 1, "id": "M001", "name": "甲", "total": Decimal("14.50"), "grade": "优秀", "proposals": Decimal("12.50"), "meeting": Decimal("2.00")},
    {"rank": 2, "id": "M002", "name": "乙", "total": Decimal("7.17"), "grade": "合格", "proposals": Decimal("4.17"), "meeting": Decimal("3.00")},
    {"rank": 3, "id": "M003", "name": "丙", "total": Decimal("4.17"), "grade": "合格", "proposals": Decimal("4.17"), "meeting": Decimal("0.00")},
    {"rank": 3, "id": "M004", "name": "丁", "total": Decimal("4.17"), "grade": "合格", "proposals": Decimal("4.17"), "meeting": Decimal("0.00")},
]  # fmt: skip


def test_a_board_is_a_table_for_everybody(board: lvzhi.Board) -> None:
    assert board.to_dicts() == RANKING
    assert pa.table(board).to_pylist() == RANKING
    assert pl.DataFrame(board).to_dicts() == RANKING
    assert pd.DataFrame.from_arrow(board).to_dict("records") == RANKING
    ranking = pa.table(board)
    (total,) = duckdb.sql("select sum(total) from ranking").fetchall()  # type: ignore[union-attr]
    assert total == (Decimal("30.01"),)


def test_points_are_decimals_with_the_places_of_the_rulebook(board: lvzhi.Board, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> None:
    schema = pa.schema(board)
    assert schema == pa.table(board).schema
    assert schema.field("total").type == schema.field("proposals").type == pa.decimal128(38, 2)
    assert schema.field("proposals").metadata == {b"label": "提案".encode()}
    whole = lvzhi.Rulebook.from_toml(RULES.replace("[kinds]", "decimals = 0\n\n[kinds]", 1))
    table = pa.table(whole.score(roster, ledger, 2023))
    assert table.schema.field("total").type == pa.decimal128(38, 0)
    assert table["total"].to_pylist() == [15, 7, 4, 4]


def test_a_consumer_may_ask_for_another_schema(board: lvzhi.Board) -> None:
    asked = pa.schema([pa.field(field.name, pa.large_string() if field.name == "name" else field.type) for field in pa.schema(board)])
    assert pa.table(board, schema=asked).schema.field("name").type == pa.large_string()


def test_lines_have_what_they_are_made_of(board: lvzhi.Board) -> None:
    lines = board.lines()
    assert len(lines) == len(pa.table(lines)) == 6
    assert lines.columns == tuple(pa.table(lines).column_names)
    of_two = [line for line in lines.to_dicts() if line["subject"] == "M002"]
    shown: list[dict[str, Any]] = [{key: value for key, value in line.items() if value is not None} for line in of_two]
    common = {"subject": "M002", "name": "乙", "what": "record"}
    assert shown == [
        common | {
            "node": "filed", "label": "提案立案", "clause": "第三条", "record": "P1", "date": date(2023, 3, 2), "kind": "提案",
            "points": Decimal("25.0000"), "share": "1/6", "value": Decimal("4.17"), "contribution": Decimal("4.17"),
            "exact_value": "25/6", "exact_contribution": "25/6",
        },
        common | {
            "node": "meeting", "label": "参加会议", "record": "C2", "date": date(2023, 5, 11), "kind": "会议",
            "points": Decimal("2.0000"), "quantity": Decimal("1.5000"), "value": Decimal("3.00"), "contribution": Decimal("3.00"),
            "exact_value": "3", "exact_contribution": "3",
        },
    ]  # fmt: skip


def test_exact_contributions_add_up_to_the_exact_total(board: lvzhi.Board) -> None:
    sums = dict.fromkeys(board.ids, Fraction(0))
    for line in board.lines().to_dicts():
        sums[line["subject"]] += Fraction(line["exact_contribution"])
    assert sums == {member: board[member].exact for member in board.ids}


ENTRIES = """
[rulebook]
format = 1
id = "entries"
title = "办法"
[kinds]
meeting = "会议"
[[duty]]
id = "attend"
label = "每季度到会"
subject = "member"
when = { kind = "meeting" }
at_least = 1
window = "quarter"
[[standard]]
id = "papers"
label = "档案"
subject = "member"
checks = [{ id = "form", label = "表" }, { id = "photo", label = "照片" }]
[[board]]
id = "member"
title = "积分"
subject = "member"
[[item]]
id = "base"
label = "基础分"
base = true
points = 60
[[item]]
id = "rate"
label = "到会"
when = { kind = "meeting" }
every = 2
points = 3
cap = 3
[[item]]
id = "duty"
label = "按季到会"
duty = "attend"
points = 1
[[item]]
id = "papers-kept"
label = "建档"
standard = "papers"
points = 4
[[item]]
id = "absent"
label = "缺席"
when = { kind = "meeting" }
points = -5
floor = -8
"""


def test_lines_of_every_kind(board: lvzhi.Board) -> None:
    book = lvzhi.Rulebook.from_toml(ENTRIES)
    roster = lvzhi.Roster.from_dict({"members": [{"id": "甲", "checks": ["form"]}]})
    rows = [{"date": date(2023, month, 1), "kind": "meeting", "member": "甲"} for month in (1, 2, 3, 4)]
    ledger, _ = lvzhi.Ledger.from_table(rows, book, roster)
    lines = book.score(roster, ledger, 2023).lines().to_dicts()
    columns = ("what", "node", "from", "to", "points", "count", "of", "contribution", "reasons")
    year = (date(2023, 1, 1), date(2023, 12, 31))
    assert [tuple(line[column] for column in columns) for line in lines if line["what"] != "record"] == [
        ("base", "base", *year, None, None, None, 60, None),
        ("count", "rate", *year, 3, 4, None, 3, "cap:rate"),
        ("duty", "duty", *year, 1, 2, None, 2, None),
        ("standard", "papers-kept", *year, 4, 1, 2, 2, None),
        ("floor", "absent", None, None, -8, None, None, 12, None),
    ]


def test_a_category_may_be_called_like_a_column(roster: lvzhi.Roster) -> None:
    book = lvzhi.Rulebook.from_toml(RULES.replace('"proposals"', '"total"'))
    ledger, _ = lvzhi.Ledger.from_list([], book, roster)
    assert [*book.score(roster, ledger, 2023).to_dicts()[0]] == ["rank", "id", "name", "total", "grade", "total_", "meeting"]


def test_ranks_in_several_partitions() -> None:
    document = tomllib.loads(RULES)
    document["board"][0]["rank"] = {"among": "group"}
    people = PEOPLE | {
        "groups": [{"id": "g1", "name": "一组"}, {"id": "g2", "name": "二组"}],
        "members": [member | {"groups": ["g1", "g2"] if member["id"] == "M002" else ["g1"]} for member in PEOPLE["members"]],
    }
    book, roster = lvzhi.Rulebook.from_dict(document), lvzhi.Roster.from_dict(people)
    ledger, _ = lvzhi.Ledger.from_list([{"date": "2023-01-01", "kind": "meeting", "by": [{"member": "M001"}]}], book, roster)
    board = book.score(roster, ledger, 2023)
    assert {row["id"]: row["rank"] for row in board.to_dicts()} == {"M001": 1, "M002": None, "M003": 2, "M004": 2}
    assert {row.id: row.rank for row in board}["M002"] == {"g1": 2, "g2": 1}
    ranks = board.ranks()
    assert len(ranks) == 5
    assert [row for row in ranks.to_dicts() if row["subject"] == "M002"] == [
        {"subject": "M002", "name": "乙", "partition": "g1", "label": "一组", "rank": 2, "of": 4},
        {"subject": "M002", "name": "乙", "partition": "g2", "label": "二组", "rank": 1, "of": 1},
    ]


def test_nodes_and_the_unscored(board: lvzhi.Board) -> None:
    nodes = board.nodes().to_dicts()
    assert len(nodes) == len(board.nodes()) == 12
    assert nodes[4] == {
        "subject": "M002", "name": "乙", "node": "filed", "label": "提案立案", "clause": "第三条", "depth": 1, "item": True,
        "figure": Decimal("4.17"), "exact": "25/6", "cap": None, "floor": None, "taken": Decimal("0.00"), "raised": Decimal("0.00"),
    }  # fmt: skip
    assert board.unscored().to_dicts() == [
        {"subject": "M004", "name": "丁", "record": "P2", "date": date(2023, 6, 1), "kind": "提案", "reason": "no-item"}
    ]
    assert board.ranks().to_dicts()[0] == {"subject": "M001", "name": "甲", "partition": None, "label": None, "rank": 1, "of": 4}


def test_an_audit_in_tables(audit: lvzhi.Audit) -> None:
    findings = audit.table()
    assert len(findings) == len(audit.findings) == len(pl.DataFrame(findings))
    first, of_data = findings.to_dicts()[0], audit.findings[0]
    assert (first["code"], first["subject"], first["date"]) == (of_data.code, of_data.subject, of_data.date)
    assert (first["message"], first["help"]) == (of_data.message(), of_data.help())
    assert audit.table(lang="en").to_dicts()[0]["message"] == of_data.message("en")
    duties = pl.DataFrame(audit.table("duties"))
    assert duties.shape == (16, 13)
    assert duties.filter(pl.col("subject") == "M001")["status"].to_list() == ["missed", "met", "pending", "pending"]
    assert duties["count"].dtype == pl.Decimal(38, 4)
    assert [row["ok"] for row in audit.table("bounds").to_dicts()] == [True, False, False, False]
    assert len(audit.table("standards")) == 0 == len(pa.table(audit.table("standards")))
    assert [row["sentence"] for row in audit.table("todo").to_dicts()] == [todo.sentence() for todo in audit.todo()]
    with pytest.raises(ValueError, match="findings"):
        audit.table("people")  # type: ignore[arg-type]


def test_a_long_table_comes_in_parts() -> None:
    book = lvzhi.Rulebook.from_toml(RULES)
    roster = lvzhi.Roster.from_dict({"members": [{"id": f"M{nth:05}"} for nth in range(2500)]})
    rows = pl.DataFrame({"date": [date(2023, 1, 1)] * 5000, "kind": "meeting", "member": [f"M{nth % 2500:05}" for nth in range(5000)]})
    ledger, intake = lvzhi.Ledger.from_table(rows, book, roster)
    assert intake.accepted == 5000
    board = book.score(roster, ledger, 2023)
    assert [len(batch) for batch in pa.table(board).to_batches()] == [1024, 1024, 452]
    assert [len(batch) for batch in pa.table(board.lines()).to_batches()] == [2048, 2048, 904]
    assert len(board.lines().to_dicts()) == 5000
    assert pl.DataFrame(board)["id"].n_unique() == 2500
    assert "2488 more rows" in repr(board)


def test_a_table_is_looked_at(board: lvzhi.Board) -> None:
    assert repr(board.ranks()).splitlines() == [
        "<lvzhi.Table: 4 rows, 6 columns>",
        "subject  name  partition  label  rank  of",
        "M001     甲                         1   4",
        "M002     乙                         2   4",
        "M003     丙                         3   4",
        "M004     丁                         3   4",
    ]
    assert "more columns" in repr(board.lines())
    assert all(len(line) <= 100 for line in repr(board.lines()).splitlines())
    page = board._repr_html_()
    assert "<th>提案</th>" in page and "<td>14.50</td>" in page
    hostile = lvzhi.Roster.from_dict({"members": [{"id": "<b>", "name": "一\n二"}]})
    book = lvzhi.Rulebook.from_toml(RULES)
    hostile_board = book.score(hostile, lvzhi.Ledger.from_list([], book, hostile)[0], 2023)
    assert "<b>" not in hostile_board._repr_html_() and "&lt;b&gt;" in hostile_board._repr_html_()
    assert len(repr(hostile_board).splitlines()) == 3


def test_a_board_of_nobody(rulebook: lvzhi.Rulebook) -> None:
    nobody = lvzhi.Roster.from_dict({})
    board = rulebook.score(nobody, lvzhi.Ledger.from_list([], rulebook, nobody)[0], 2023)
    assert (len(board), list(board), board.to_dicts(), len(pa.table(board)), len(board.lines())) == (0, [], [], 0, 0)
    assert repr(board) and board._repr_html_() and str(board)
