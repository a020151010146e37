use super::{LANGS, audit};
use crate::Lang;
use crate::say::golden::{self, main_of};

fn same(file: &str, found: &str) {
    golden::same("audit", file, found);
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
