//! A year of a made-up place in both languages and all forms, as it reads.

use crate::{Board, Ledger, Roster, Rulebook};

/// The board of that id for 2023.
fn board(id: &str) -> Board {
    let rulebook = Rulebook::from_toml(include_str!("rulebook.toml")).unwrap();
    let roster = Roster::from_json(include_str!("roster.json")).unwrap();
    let (ledger, intake) = Ledger::from_json(include_str!("ledger.json"), &rulebook, &roster).unwrap();
    intake.strict().unwrap();
    let scores = rulebook.scorer(&roster).unwrap().score(&ledger, "2023".parse::<crate::Period>().unwrap()).unwrap();
    scores.board(id).unwrap().clone()
}

#[test]
fn look() {
    use crate::Lang;
    let board = board("member");
    for lang in [Lang::Zh, Lang::En] {
        let l = lang.choose("zh","en");
        let s = board.statement("M001").unwrap();
        std::fs::write(format!("/tmp/say/s.{l}.txt"), s.to_text(lang)).unwrap();
        std::fs::write(format!("/tmp/say/s.{l}.md"), s.to_markdown(lang)).unwrap();
        std::fs::write(format!("/tmp/say/s.{l}.html"), s.to_html(lang)).unwrap();
        std::fs::write(format!("/tmp/say/b.{l}.txt"), board.to_text(lang)).unwrap();
        std::fs::write(format!("/tmp/say/b.{l}.md"), board.to_markdown(lang)).unwrap();
        std::fs::write(format!("/tmp/say/b.{l}.html"), board.to_html(lang)).unwrap();
        std::fs::write(format!("/tmp/say/all.{l}.html"), board.statements_to_html(lang)).unwrap();
        std::fs::write(format!("/tmp/say/b.{l}.csv"), board.to_csv(lang)).unwrap();
    }
}
