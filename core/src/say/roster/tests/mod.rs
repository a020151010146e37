//! Half a year of a made-up place in both languages and all forms, as it reads: the files in `golden` are what must come out.

use crate::roster::{Changes, Coverage};
use crate::say::golden::{self, main_of};
use crate::{Date, Lang, Roster, Rulebook};

const LANGS: [(&str, Lang); 2] = [("zh", Lang::Zh), ("en", Lang::En)];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn roster() -> Roster {
    Roster::from_json(include_str!("roster.json")).unwrap_or_else(|faults| panic!("{faults}"))
}

fn rulebook() -> Rulebook {
    Rulebook::from_json(include_str!("rulebook.json")).unwrap_or_else(|faults| panic!("{faults}"))
}

fn changes() -> Changes {
    roster().changes(day("2022-12-31"), day("2023-06-30"))
}

fn coverage() -> Coverage {
    roster().coverage(day("2023-06-30"))
}

fn same(file: &str, found: &str) {
    golden::same("roster", file, found);
}

#[test]
fn changes_read_as_they_did() {
    let (changes, rulebook) = (changes(), rulebook());
    for (suffix, lang) in LANGS {
        same(&format!("changes.{suffix}.txt"), &changes.to_text_with(&rulebook, lang));
        same(&format!("changes.{suffix}.md"), &changes.to_markdown_with(&rulebook, lang));
        same(&format!("changes.{suffix}.html"), main_of(&changes.to_html_with(&rulebook, lang)));
    }
    assert_eq!(changes.to_string(), changes.to_text(Lang::Zh));
}

#[test]
fn coverage_reads_as_it_did() {
    let (coverage, rulebook) = (coverage(), rulebook());
    for (suffix, lang) in LANGS {
        same(&format!("coverage.{suffix}.txt"), &coverage.to_text_with(&rulebook, lang));
        same(&format!("coverage.{suffix}.md"), &coverage.to_markdown_with(&rulebook, lang));
        same(&format!("coverage.{suffix}.html"), main_of(&coverage.to_html_with(&rulebook, lang)));
    }
    assert_eq!(coverage.to_string(), coverage.to_text(Lang::Zh));
}

#[test]
fn where_nothing_is_different_it_says_so() {
    let none = roster().changes(day("2023-06-30"), day("2023-06-30"));
    assert!(none.to_text(Lang::Zh).ends_with("\n没有变动。\n"), "{none}");
    assert!(none.to_text(Lang::En).ends_with("\nNothing is different.\n"));
}

#[test]
fn where_all_are_placed_it_says_so_and_where_nobody_sits_nothing() {
    let all = r#"{ "members": [{ "id": "M" }], "studios": [{ "id": "S" }], "memberships": [{ "member": "M", "studio": "S" }] }"#;
    let text = |roster: &Roster, lang| roster.coverage(day("2023-06-30")).to_text(lang);
    let all = Roster::from_json(all).unwrap();
    assert!(text(&all, Lang::Zh).contains("1名，占1名的100%"));
    assert!(text(&all, Lang::Zh).ends_with("\n在任委员全部驻室。\n"));
    assert!(text(&all, Lang::En).ends_with("\nEvery member who sits is in a studio.\n"));
    assert!(text(&Roster::default(), Lang::Zh).ends_with("\n在任委员： 0名\n工作室：   0个\n"));
}

#[test]
fn words_that_the_rulebook_does_not_declare_stay() {
    let roster = r#"{ "members": [{ "id": "M" }], "studios": [{ "id": "S", "history": [{ "state": "closed", "date": "2023-02-01" }] }],
                      "memberships": [{ "member": "M", "studio": "S", "role": "guest", "from": "2023-02-01" }],
                      "links": [{ "kind": "visit", "from": "member:M", "to": "studio:S", "since": "2023-02-01" }] }"#;
    let roster = Roster::from_json(roster).unwrap();
    let plain = roster.changes(day("2023-01-01"), day("2023-06-30"));
    assert_eq!(plain.to_text_with(&rulebook(), Lang::Zh), plain.to_text(Lang::Zh));
    let plain = roster.coverage(day("2023-06-30"));
    assert_eq!(plain.to_text_with(&rulebook(), Lang::Zh), plain.to_text(Lang::Zh));
}
