"""What is sent to other processes, and kept."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import lvzhi
from conftest import RULES


def totals(book: lvzhi.Rulebook, roster: lvzhi.Roster, table: str, year: int) -> list[tuple[str, str]]:
    ledger, _ = lvzhi.Ledger.from_csv(table, book, roster)
    return [(row.id, str(row.total)) for row in book.score(roster, ledger, year)]


def test_handles_pickle(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger, board: lvzhi.Board) -> None:
    for handle in (rulebook, roster, board, rulebook.scores(roster, ledger, 2023)):
        again = pickle.loads(pickle.dumps(handle))
        assert again == handle and type(again) is type(handle)
        assert copy.deepcopy(handle) == handle
    assert pickle.loads(pickle.dumps(board)).rollup("sector") == board.rollup("sector")
    scorer = pickle.loads(pickle.dumps(rulebook.scorer(roster)))
    assert scorer.score(ledger, 2023) == board
    as_json = lvzhi.Rulebook.from_dict({"rulebook": {"format": 1, "id": "a", "title": "b"}})
    assert pickle.loads(pickle.dumps(as_json)) == as_json


def test_matters_pickle(county: Path) -> None:
    book, roster = lvzhi.Rulebook.from_toml(county / "rulebook.toml"), lvzhi.Roster.from_json(county / "roster.json")
    matters = lvzhi.Matters.from_json(county / "matters.json", book, roster)
    ledger, _ = lvzhi.Ledger.from_list([], book, roster)
    again = pickle.loads(pickle.dumps(matters))
    assert book.audit(roster, ledger, 2023, matters=again) == book.audit(roster, ledger, 2023, matters=matters)


def test_plain_data_pickles(board: lvzhi.Board, audit: lvzhi.Audit, read: tuple[lvzhi.Ledger, lvzhi.Intake]) -> None:
    for data in (board["M001"], audit, read[1], board.rollup("sector"), board.ranking()):
        assert pickle.loads(pickle.dumps(data)) == data == copy.deepcopy(data)


def test_processes(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
    table = "日期,委员,类型\n2023-01-01,甲,会议\n2024-01-01,乙,会议\n"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        years = [pool.submit(totals, rulebook, roster, table, year) for year in (2023, 2024)]
        first = [year.result()[0] for year in years]
    assert first == [("M001", "2.00"), ("M002", "2.00")]
    assert RULES == rulebook.text
