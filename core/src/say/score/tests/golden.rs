use super::{LANGS, board, statement};
use crate::Lang;
use crate::say::golden::{self, main_of};

fn same(file: &str, found: &str) {
    golden::same("score", file, found);
}

fn suffix(lang: Lang) -> &'static str {
    lang.choose("zh", "en")
}

#[test]
fn statements_read_as_they_did() {
    let statement = statement("M001");
    for lang in LANGS {
        same(&format!("statement.{}.txt", suffix(lang)), &statement.to_text(lang));
        same(&format!("statement.{}.md", suffix(lang)), &statement.to_markdown(lang));
        same(&format!("statement.{}.html", suffix(lang)), main_of(&statement.to_html(lang)));
    }
}

#[test]
fn a_veto_reads_as_it_did() {
    same("vetoed.zh.txt", &statement("M003").to_text(Lang::Zh));
}

#[test]
fn rankings_read_as_they_did() {
    let board = board("member", "2023");
    for lang in LANGS {
        same(&format!("ranking.{}.txt", suffix(lang)), &board.to_text(lang));
        same(&format!("ranking.{}.md", suffix(lang)), &board.to_markdown(lang));
        same(&format!("ranking.{}.html", suffix(lang)), main_of(&board.to_html(lang)));
    }
    same("ranking.zh.csv", &board.to_csv(Lang::Zh).replace("\r\n", "\n"));
}

#[test]
fn all_statements_stand_on_one_page() {
    let board = board("member", "2023");
    let page = board.statements_to_html(Lang::Zh);
    assert_eq!(page.matches("<article>").count(), board.statements.len());
    assert_eq!(page.matches("<!DOCTYPE html>").count(), 1);
}
