"""The interpreter is not held while the core works, and handles are shared between threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import lvzhi


def test_threads_score_at_once_and_agree(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger, board: lvzhi.Board) -> None:
    scorer = rulebook.scorer(roster)
    with ThreadPoolExecutor(8) as pool:
        boards = list(pool.map(lambda _: scorer.score(ledger, 2023), range(64)))
        statements = list(pool.map(lambda _: board["M002"], range(64)))
        tables = list(pool.map(lambda each: each.to_dicts(), boards))
    assert all(each == board for each in boards)
    assert all(each == board["M002"] for each in statements)
    assert all(each == board.to_dicts() for each in tables)


def test_the_interpreter_is_free_while_it_reads_and_scores(rulebook: lvzhi.Rulebook) -> None:
    roster = lvzhi.Roster.from_dict({"members": [{"id": f"M{nth}"} for nth in range(2000)]})
    rows = "".join(f"2023-{nth % 12 + 1:02}-01,M{nth % 2000},会议\n" for nth in range(60_000))
    counted = 0
    done = threading.Event()

    def work() -> None:
        ledger, _ = lvzhi.Ledger.from_csv("日期,委员,类型\n" + rows, rulebook, roster)
        rulebook.score(roster, ledger, 2023)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not done.is_set():
        counted += 1
        done.wait(0.001)
    worker.join()
    # Were the interpreter held, this thread would have come to count but a few times between the calls.
    assert counted > 20
