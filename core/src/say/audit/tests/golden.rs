use std::path::Path;

use super::{LANGS, audit};
use crate::Lang;

/// Compares with a file in `golden`; with `LVZHI_WRITE` set it is written instead.
fn same(file: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/say/audit/tests/golden").join(file);
    if std::env::var_os("LVZHI_WRITE").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    // A checkout may have turned the ends of lines.
    let expected = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let first = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
    assert_eq!(first.map(|(_, found)| found), first.map(|(expected, _)| expected), "{file}");
    assert_eq!(found.lines().count(), expected.lines().count(), "{file}");
}

/// What stands between the style and the end.
fn main_of(page: &str) -> &str {
    &page[page.find("<main>").unwrap()..]
}

fn suffix(lang: Lang) -> &'static str {
    lang.choose("zh", "en")
}

#[test]
fn reports_read_as_they_did() {
    let audit = audit("2023-07-01");
    for lang in LANGS {
        same(&format!("report.{}.txt", suffix(lang)), &audit.to_text(lang));
        same(&format!("report.{}.md", suffix(lang)), &audit.to_markdown(lang));
        same(&format!("report.{}.html", suffix(lang)), main_of(&audit.to_html(lang)));
    }
    assert_eq!(audit.to_string(), audit.to_text(Lang::Zh));
}

#[test]
fn the_end_of_a_year_reads_as_it_did() {
    same("year.zh.txt", &audit("2023-12-31").to_text(Lang::Zh));
}

#[test]
fn sentences_read_as_they_did() {
    let audit = audit("2023-07-01");
    for lang in LANGS {
        let found = audit
            .by_severity()
            .map(|finding| format!("[{}] {}\n    {}\n", finding.code, finding.message(lang), finding.help(lang)));
        let todo = audit.todo();
        let todo = todo.iter().map(|todo| format!("{}\n", todo.sentence(lang)));
        same(&format!("sentences.{}.txt", suffix(lang)), &found.chain(todo).collect::<String>());
    }
}
