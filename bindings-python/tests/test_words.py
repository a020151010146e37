"""What the results say of themselves."""

from __future__ import annotations

import lvzhi


def test_a_board_in_words(board: lvzhi.Board) -> None:
    assert str(board) == board.to_text() == board.to_text("zh")
    assert "委员履职积分" in board.to_text() and "Ranking" in board.to_text("en")
    assert "| 甲" in board.to_markdown() or "甲 |" in board.to_markdown()
    assert board.to_html("en").startswith("<!doctype html>") or board.to_html("en").startswith("<!DOCTYPE html>")
    assert board.to_csv().splitlines()[0].startswith("名次,编号,")
    assert board.to_csv("en").count("\n") >= len(board)
    assert all(member in board.statements_to_html() for member in board.ids)


def test_plain_data_in_words(board: lvzhi.Board, audit: lvzhi.Audit, roster: lvzhi.Roster) -> None:
    things = (board["M001"], audit, board.rollup("sector"), roster.coverage("2023-07-01"), roster.changes("2022-01-01", "2023-01-01"))
    for thing in things:
        assert str(thing) == thing.to_text() == thing.to_text("zh") != thing.to_text("en")
        assert thing.to_markdown() and thing.to_markdown("en") != thing.to_markdown()
        page = thing.to_html()
        assert "</html>" in page
        frame = thing._repr_html_()
        assert frame.startswith("<iframe srcdoc=") and "</html>" not in frame
    assert board.rollup("sector").to_csv().count("\n") >= 2


def test_a_statement_says_every_line(board: lvzhi.Board) -> None:
    text = board["M002"].to_text()
    assert all(line.label in text for line in board["M002"].lines)
    assert "7.17" in text


def test_findings_and_tasks_in_sentences(audit: lvzhi.Audit) -> None:
    finding = audit.findings[0]
    assert "甲" in finding.message() or "乙" in finding.message()
    assert finding.message("en") != finding.message() and finding.help("en") != finding.help()
    todo = audit.todo()[0]
    assert str(todo) == todo.sentence() != todo.sentence("en")


