"""What is raised, and what it says."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import lvzhi
from conftest import RULES, TABLE


def error(of: str) -> lvzhi.LvzhiError:
    with pytest.raises(lvzhi.LvzhiError) as raised:
        lvzhi.Rulebook.from_toml(of)
    return raised.value


def test_every_fault_is_listed_at_its_place() -> None:
    wrong = error(RULES.replace("points = 2\n", "pionts = 2\n").replace('subject = "member"\n\n[[category]]', 'subject = "membre"\n\n[[category]]'))
    codes = [fault.code for fault in wrong.diagnostics]
    assert "unknown-key" in codes and len(codes) > 1
    assert wrong.errors == wrong.diagnostics
    first = wrong.diagnostics[0]
    assert (wrong.code, wrong.line, wrong.column, wrong.help) == (first.code, first.place.line, first.place.column, first.help)
    misspelt = next(fault for fault in wrong.diagnostics if fault.code == "unknown-key")
    assert RULES.splitlines()[misspelt.place.line - 1] == "points = 2"
    assert (misspelt.place.text, misspelt.place.column) == ("pionts", 1)


def test_it_speaks_chinese_and_english() -> None:
    wrong = error(RULES.replace("points = 2\n", "pionts = 2\n"))
    assert "没有 `pionts` 这个键" in str(wrong) and "unknown key `pionts`" in str(wrong)
    assert wrong.to_text().startswith("错误[") and wrong.to_text("en").startswith("error[")
    assert "pionts = 2" in wrong.to_text()


def test_a_file_is_called_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "办法.toml"
    file.write_text("[rulebok]", encoding="utf-8")
    with pytest.raises(lvzhi.LvzhiError) as raised:
        lvzhi.Rulebook.from_toml(file)
    assert f"{file}:1:" in raised.value.to_text()


def test_it_is_a_value_error_and_pickles() -> None:
    wrong = error("[rulebok]")
    assert isinstance(wrong, ValueError)
    again = pickle.loads(pickle.dumps(wrong))
    assert type(again) is lvzhi.LvzhiError
    assert (again.diagnostics, str(again), again.to_text("en")) == (wrong.diagnostics, str(wrong), wrong.to_text("en"))


def test_strict_reading_lists_every_refusal(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster) -> None:
    with pytest.raises(lvzhi.LvzhiError) as raised:
        lvzhi.Ledger.from_csv(TABLE.replace("2023-04-11", "2023-02-30"), rulebook, roster, strict=True)
    assert [(fault.code, fault.place.path) for fault in raised.value.diagnostics] == [
        ("bad-date", "row 5, column 日期"),
        ("unknown-member", "row 7, column 委员"),
    ]


def test_what_does_not_fit_together(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, ledger: lvzhi.Ledger) -> None:
    few = lvzhi.Roster.from_dict({"members": [{"id": "M001", "name": "甲"}]})
    with pytest.raises(lvzhi.LvzhiError, match="unknown-member"):
        rulebook.score(few, ledger, 2023)
    with pytest.raises(lvzhi.LvzhiError, match="bad-period"):
        rulebook.score(roster, ledger, "term")


def test_files_fail_as_files_do(rulebook: lvzhi.Rulebook, roster: lvzhi.Roster, tmp_path: Path) -> None:
    for read in (lvzhi.Rulebook.from_toml, lvzhi.Rulebook.from_json, lvzhi.Roster.from_json):
        with pytest.raises(FileNotFoundError, match="nowhere"):
            read(tmp_path / "nowhere.toml")
        with pytest.raises(FileNotFoundError):
            read("nowhere.json")
    with pytest.raises(FileNotFoundError):
        lvzhi.Ledger.from_csv("nowhere.csv", rulebook, roster)
    with pytest.raises(TypeError):
        lvzhi.Rulebook.from_toml(1)  # type: ignore[arg-type]
    with pytest.raises(UnicodeDecodeError):
        lvzhi.Roster.from_json('{"members": [{"id": "甲"}]}'.encode("gb18030"))
    with pytest.raises(lvzhi.LvzhiError, match="encoding"):
        lvzhi.Ledger.from_csv(TABLE.encode("gb18030"), rulebook, roster)
    with pytest.raises(ValueError, match="latin-1"):
        lvzhi.Ledger.from_csv(TABLE, rulebook, roster, encoding="latin-1")  # type: ignore[arg-type]


def test_a_dict_holds_what_json_can() -> None:
    with pytest.raises(TypeError, match="set"):
        lvzhi.Roster.from_dict({"members": [{"id": {"M1"}}]})
    with pytest.raises(ValueError):
        lvzhi.Roster.from_dict({"members": float("nan")})
    with pytest.raises(lvzhi.LvzhiError, match="unknown-key"):
        lvzhi.Roster.from_dict({"member": []})
    with pytest.raises(lvzhi.LvzhiError):
        lvzhi.Rulebook.from_dict([])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no scores"):
        lvzhi.Scores.from_json("{}", lvzhi.Rulebook.gallery("jinan").scorer(lvzhi.Roster.from_dict({})))
