"""The handles: what they are made from, what they say of themselves, what they are equal to."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import lvzhi
from conftest import PEOPLE, RULES, TABLE
from lvzhi import data


def test_a_rulebook_is_read_from_text_bytes_a_path_or_a_dict(tmp_path: Path) -> None:
    file = tmp_path / "办法.toml"
    file.write_text(RULES, encoding="utf-8")
    read = [lvzhi.Rulebook.from_toml(form) for form in (RULES, RULES.encode(), file, str(file))]
    assert len(set(read)) == 1
    document = tomllib.loads(RULES)
    from_dict = lvzhi.Rulebook.from_dict(document)
    assert from_dict == lvzhi.Rulebook.from_json(json.dumps(document, ensure_ascii=False))
    assert from_dict != read[0]
    assert [book.boards for book in (read[0], from_dict)] == [("member",), ("member",)]


def test_a_rulebook_says_what_stands_at_its_head() -> None:
    head = {
        "format": 1, "id": "here", "title": "办法", "place": "某县", "version": "2023", "source": "文", "note": "注", "clause": "第一条",
        "effective": date(2022, 1, 1), "term": {"from": date(2022, 1, 1), "years": 5},
    }  # fmt: skip
    book = lvzhi.Rulebook.from_dict({"rulebook": head})
    assert (book.id, book.title, book.place, book.version) == ("here", "办法", "某县", "2023")
    assert (book.source, book.note, book.clause) == ("文", "注", "第一条")
    assert book.in_force == (date(2022, 1, 1), None)
    assert book.term == data.Window(date(2022, 1, 1), date(2026, 12, 31))
    assert repr(book) == "<lvzhi.Rulebook here: 办法>"


def test_the_gallery_proves_itself() -> None:
    assert len(lvzhi.gallery()) == len(set(lvzhi.gallery())) > 20
    proofs = lvzhi.Rulebook.gallery("jinan").examples()
    assert proofs and not any(proof.differences or proof.faults for proof in proofs)
    with pytest.raises(KeyError, match="nowhere"):
        lvzhi.Rulebook.gallery("nowhere")


def test_numbers_in_a_dict_are_exact() -> None:
    document = tomllib.loads(RULES, parse_float=Decimal)
    document["item"][1]["points"] = 0.1
    roster = lvzhi.Roster.from_dict({"members": [{"id": "甲"}]})
    for points in (0.1, Decimal("0.1"), "0.1", Fraction(1, 1)):
        document["item"][1]["points"] = points
        book = lvzhi.Rulebook.from_dict(document)
        ledger, _ = lvzhi.Ledger.from_table([{"日期": "2023-01-01", "委员": "甲", "类型": "会议", "数量": 3}], book, roster)
        assert book.score(roster, ledger, 2023)["甲"].exact == Fraction(str(points)) * 3


def test_a_roster_answers_as_of_a_day(roster: lvzhi.Roster) -> None:
    assert (roster.count("member"), roster.ids("studio")) == (4, ("S1",))
    (seat,) = roster.studios_of("M001", date(2023, 7, 1))
    assert (seat.studio.name, seat.role, seat.from_, seat.to) == ("经济界委员工作室", "head", date(2022, 5, 1), None)
    assert roster.studios_of("M001", "2022-04-30") == ()
    assert roster.members_of("S1", "2023-01-01", role="resident") == ()
    assert [seat.member.id for seat in roster.members_of("S1", "2023-01-01", role="head")] == ["M001"]
    sector = roster.sector_of("M003", "2023-01-01")
    assert sector == data.Named("sector", "science", "科技界")
    assert [named.id for named in roster.sector_members("economy", "2023-01-01")] == ["M001", "M002"]
    assert roster.sits("M001", "1999-01-01")
    assert (roster.committees_of("M001", "2023-01-01"), roster.groups_of("M001", "2023-01-01")) == ((), ())
    assert roster.state_of("S1", "2023-01-01") is None
    assert roster.linked("studio:S1", "committee-studio", "2023-01-01") == ()
    assert len(roster.seated("2023-01-01")) == 4
    coverage = roster.coverage("2023-07-01")
    assert coverage.placed is not None and (coverage.placed.part, coverage.placed.whole) == (1, 4)
    assert [seat.member.name for seat in roster.changes("2022-01-01", "2023-01-01").seats] == ["甲"]
    with pytest.raises(lvzhi.LvzhiError, match="M001"):
        roster.studios_of("M01", "2023-01-01")
    with pytest.raises(ValueError, match="person"):
        roster.count("person")  # type: ignore[arg-type]
    assert repr(roster) == "<lvzhi.Roster: 4 member, 2 sector, 1 studio>"


def test_a_ledger_is_read_from_csv_and_json(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, tmp_path: Path) -> None:
    file = tmp_path / "台账.csv"
    file.write_bytes(TABLE.encode("gb18030"))
    forms = [(TABLE, "utf-8"), (TABLE, "gb18030"), (TABLE.encode(), "utf-8"), (file, "gb18030"), (str(file), "gb18030")]
    for table, encoding in forms:
        ledger, intake = lvzhi.Ledger.from_csv(table, rulebook, roster, encoding=encoding)  # type: ignore[arg-type]
        assert (len(ledger), ledger.records, ledger.participations, intake.accepted) == (4, 4, 7, 7)
    records = [{"id": "R", "date": date(2023, 1, 1), "kind": "meeting", "quantity": Decimal("1.5"), "by": [{"member": "M001"}]}]
    ledger, intake = lvzhi.Ledger.from_list(records, rulebook, roster)
    same, _ = lvzhi.Ledger.from_json('[{"id":"R","date":"2023-01-01","kind":"会议","quantity":1.5,"by":[{"member":"甲"}]}]', rulebook, roster)
    assert rulebook.score(roster, ledger, 2023) == rulebook.score(roster, same, 2023)
    assert repr(ledger) == "<lvzhi.Ledger: 1 records, 1 participations>"


def test_periods_and_days_are_written_as_python_writes_them(
    rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger, board: lvzhi.Board
) -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31))
    assert board.period == data.Window(*year)
    for period in ("2023", 2023, year, ("2023-01-01", "2023-12-31"), board.period, "2023-01-01..2023-12-31"):
        assert rulebook.score(roster, ledger, period) == board
    half = rulebook.score(roster, ledger, "2023-H1", as_of=datetime(2023, 3, 31, 12))
    assert half.as_of == date(2023, 3, 31)
    assert half == rulebook.score(roster, ledger, "2023-H1", as_of="2023-03-31")
    for wrong in ("2023-13", ("2023-02-01", "2023-01-01"), ("2023-02-30", "2023-03-01")):
        with pytest.raises(lvzhi.LvzhiError, match="bad-"):
            rulebook.score(roster, ledger, wrong)
    with pytest.raises(TypeError, match="a period is"):
        rulebook.score(roster, ledger, 2023.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a day is"):
        rulebook.score(roster, ledger, 2023, as_of=20230101)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="2023-02-30"):
        rulebook.score(roster, ledger, 2023, as_of="2023-02-30")


def test_a_board_is_a_collection_of_rows_with_statements_by_id(board: lvzhi.Board) -> None:
    assert (board.id, board.title, board.subject) == ("member", "委员履职积分", "member")
    assert (board.rulebook, board.rulebook_title) == ("demo", "某县政协委员履职积分办法")
    assert [(row.rank, row.name, row.total, row.grade) for row in board] == [
        (1, "甲", Decimal("14.50"), "优秀"),
        (2, "乙", Decimal("7.17"), "合格"),
        (3, "丙", Decimal("4.17"), "合格"),
        (3, "丁", Decimal("4.17"), "合格"),
    ]
    assert board.ranking() == tuple(board) and len(board) == 4
    assert board.ids == ("M001", "M002", "M003", "M004")
    assert "M001" in board and "M009" not in board
    statement = board["M002"]
    assert statement == board.statement("M002")
    assert isinstance(statement, lvzhi.Statement)
    assert statement.exact == Fraction(25, 6) + 3 == sum(line.contribution for line in statement.lines)
    assert statement.lines[0].entry == data.EntryRecord(
        what="record",
        record=data.RecordRef("P1", date(2023, 3, 2), "提案", ("联名人", "立案")),
        points=Decimal(25),
        score=None,
        quantity=None,
        times=(),
        share=data.Share(1, 6, data.SplitFacet(what="facet", value="第一提案人", part=Decimal("0.5"), carrying=1, people=4)),
    )
    with pytest.raises(KeyError, match="M009"):
        board["M009"]
    assert board.distribution() == {"优秀": 1, "合格": 3, None: 0}
    assert board.grades == ("优秀", "合格")
    means = [(row.label, row.totals and row.totals.mean) for row in board.rollup("sector").rows]
    assert means == [("经济界", Decimal("10.84")), ("科技界", Decimal("4.17"))]
    assert "甲" in repr(board) and "委员履职积分" in repr(board)
    with pytest.raises(TypeError):
        hash(board)
    with pytest.raises(ValueError, match="rows"):
        board.rollup("rows")  # type: ignore[arg-type]


def test_one_board_of_several_must_be_named(roster: lvzhi.Roster) -> None:
    document = tomllib.loads(RULES)
    document["board"].append({"id": "studio", "title": "工作室积分", "subject": "studio"})
    document["category"][0]["in"] = document["item"][1]["in"] = "member"
    for grade in document["grade"]:
        grade["board"] = "member"
    book = lvzhi.Rulebook.from_dict(document)
    ledger, _ = lvzhi.Ledger.from_csv(TABLE, book, roster)
    with pytest.raises(ValueError, match="member, studio"):
        book.score(roster, ledger, 2023)
    with pytest.raises(KeyError, match="sector"):
        book.score(roster, ledger, 2023, board="sector")
    scores = book.scores(roster, ledger, 2023)
    assert (scores.keys(), [board.id for board in scores], len(scores)) == (("member", "studio"), ["member", "studio"], 2)
    assert scores["studio"] == book.score(roster, ledger, 2023, board="studio")
    assert "member" in scores and "sector" not in scores
    assert (scores.rulebook, scores.rulebook_title, scores.as_of) == ("demo", "某县政协委员履职积分办法", date(2023, 12, 31))
    assert scores == book.scorer(roster).scores(ledger, 2023)
    with pytest.raises(KeyError):
        scores["sector"]
    empty = lvzhi.Rulebook.from_dict({"rulebook": document["rulebook"], "kinds": document["kinds"]})
    with pytest.raises(ValueError, match="no board"):
        empty.score(roster, lvzhi.Ledger.from_list([], empty, roster)[0], 2023)


def test_a_notice_looks_at_earlier_years(roster: lvzhi.Roster) -> None:
    document = tomllib.loads(RULES)
    document["notice"] = [{"id": "talk", "label": "约谈", "below": 5, "periods": 2}]
    book = lvzhi.Rulebook.from_dict(document)
    ledger, _ = lvzhi.Ledger.from_csv(TABLE, book, roster)
    before, alone = book.scores(roster, ledger, 2022), book.score(roster, ledger, 2023)
    assert alone.missing_history == ("talk",) and not alone["M003"].notices
    for history in ([before], [before["member"]], (board for board in before), {"2022": before}.values()):
        told = book.score(roster, ledger, 2023, history=history)
        assert not told.missing_history
        assert [notice.label for notice in told["M003"].notices] == ["约谈"]
    kept = lvzhi.Scores.from_json(before.to_json(), book.scorer(roster))
    assert kept == before
    assert book.score(roster, ledger, 2023, history=[kept]) == told
    with pytest.raises(TypeError, match="history"):
        book.score(roster, ledger, 2023, history=["2022"])  # type: ignore[list-item]


def test_a_scorer_is_made_once(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger, board: lvzhi.Board) -> None:
    scorer = rulebook.scorer(roster)
    assert (scorer.rulebook, scorer.roster) == (rulebook, roster)
    assert scorer.score(ledger, 2023) == board == scorer.score(ledger, 2023, board="member")
    assert scorer.audit(ledger, 2023) == rulebook.audit(roster, ledger, 2023)


def test_an_audit_is_of_a_day_or_of_a_period(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> None:
    day = rulebook.audit(roster, ledger, date(2023, 5, 1))
    assert day == rulebook.audit(roster, ledger, "2023-05-01")
    assert (day.as_of, day.period) == (date(2023, 5, 1), data.Window(date(2023, 1, 1), date(2023, 12, 31)))
    year = rulebook.audit(roster, ledger, "2023", as_of="2023-05-01")
    assert year == day
    assert rulebook.audit(roster, ledger, 2023).as_of == date(2023, 12, 31)
    assert {finding.code for finding in day.findings} == {"bound-broken", "duty-missed", "duty-due"}
    broken = [finding for finding in day.findings if finding.code == "bound-broken"]
    assert [finding.subject for finding in broken] == ["M002", "M003", "M004"]
    assert isinstance(broken[0].detail, data.DetailBoundBroken)


def test_matters_are_audited(county: Path) -> None:
    book = lvzhi.Rulebook.from_toml(county / "rulebook.toml")
    roster = lvzhi.Roster.from_json(county / "roster.json")
    matters = lvzhi.Matters.from_json(county / "matters.json", book, roster)
    listed = lvzhi.Matters.from_list(json.loads((county / "matters.json").read_text("utf-8")), book, roster)
    assert len(matters) == len(listed) > 10
    ledger, _ = lvzhi.Ledger.from_csv(county / "ledger.csv", book, roster)
    audits = [book.audit(roster, ledger, "2023-07-01", matters=each) for each in (matters, listed)]
    assert audits[0] == audits[1]
    assert len(audits[0].matters) == len(matters)
    assert not book.audit(roster, ledger, "2023-07-01").matters


def test_nothing_is_made_without_its_doors() -> None:
    for handle in (lvzhi.Rulebook, lvzhi.Roster, lvzhi.Ledger, lvzhi.Matters, lvzhi.Board, lvzhi.Scores, lvzhi.Table):
        with pytest.raises(TypeError):
            handle()


def test_plain_data_does_not_change(board: lvzhi.Board) -> None:
    statement = board["M001"]
    with pytest.raises(AttributeError):
        statement.total = Decimal(100)  # type: ignore[misc]
    assert hash(statement.lines) == hash(board["M001"].lines)


def test_people(roster: lvzhi.Roster) -> None:
    assert lvzhi.Roster.from_json(json.dumps(PEOPLE, ensure_ascii=False)) == roster
    assert hash(lvzhi.Roster.from_json(roster.text)) == hash(roster)


def test_a_day_is_asked_as_of_itself(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> None:
    with pytest.raises(ValueError, match="as_of goes with a period"):
        rulebook.audit(roster, ledger, "2023-05-01", as_of="2023-06-01")
