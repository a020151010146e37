"""Every example in the README and in the docstrings does what it says."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import lvzhi
from lvzhi import _row, _words, data, errors

HERE = Path(__file__).parents[1]


def documented() -> Iterator[tuple[str, str]]:
    """Every docstring of the package that has an example."""
    modules: list[ModuleType] = [lvzhi, errors, _row, _words, data]
    things: dict[str, Any] = {module.__name__: module for module in modules}
    for module in modules:
        things |= {f"{module.__name__}.{name}": thing for name, thing in vars(module).items() if inspect.isclass(thing) or inspect.isbuiltin(thing)}
    for name, thing in list(things.items()):
        if inspect.isclass(thing) and thing.__module__.startswith("lvzhi"):
            things |= {f"{name}.{part}": getattr(thing, part) for part in vars(thing) if not part.startswith("__")}
    seen: set[str] = set()
    for name, thing in things.items():
        text = inspect.getdoc(thing) or ""
        if ">>>" in text and text not in seen:
            seen.add(text)
            yield name, text


EXAMPLES = list(documented())


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_docstring(
    name: str,
    text: str,
    rulebook: lvzhi.Rulebook,
    roster: lvzhi.Roster,
    ledger: lvzhi.Ledger,
    board: lvzhi.Board,
    audit: lvzhi.Audit,
) -> None:
    known = {"lvzhi": lvzhi, "rulebook": rulebook, "roster": roster, "ledger": ledger, "board": board, "audit": audit}
    example = doctest.DocTestParser().get_doctest(text, known, name, None, 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL).run(example, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_readme(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    text = (HERE / readme).read_text(encoding="utf-8")
    blocks = [block.split("```")[0] for block in text.split("```python\n")[1:]]
    assert blocks
    exec(compile("\n".join(blocks), readme, "exec"), {})
    assert "甲" in capsys.readouterr().out


def test_everything_public_is_documented() -> None:
    for name in lvzhi.__all__:
        thing = getattr(lvzhi, name)
        assert inspect.getdoc(thing), name
        parts = [part for part in vars(thing) if not part.startswith("_")] if inspect.isclass(thing) else []
        fields = set(getattr(thing, "__dataclass_fields__", ()))
        for part in parts:
            assert part in fields or inspect.getdoc(getattr(thing, part)), f"{name}.{part}"


def test_signatures_are_readable() -> None:
    assert str(inspect.signature(lvzhi.Board.to_text)) == "(self, /, lang='zh')" or "lang='zh'" in str(inspect.signature(lvzhi.Board.to_text))
    for method in (lvzhi.Rulebook.score, lvzhi.Rulebook.scores, lvzhi.Scorer.score, lvzhi.Scorer.scores, lvzhi.Ledger.from_csv):
        assert "..." not in str(inspect.signature(method)) and "Ellipsis" not in str(inspect.signature(method))
