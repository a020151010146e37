//! Days, and periods with the days on which they are asked: mostly where calendars have their seams.

use serde_json::{Value, json};

use super::dice::{Dice, table};

/// The last days of some windows, each with the first day of the next.
const SEAMS: [(&str, &str); 12] = [
    ("2021-12-31", "2022-01-01"),
    ("2022-06-30", "2022-07-01"),
    ("2022-11-30", "2022-12-01"),
    ("2022-12-31", "2023-01-01"),
    ("2023-02-28", "2023-03-01"),
    ("2023-03-31", "2023-04-01"),
    ("2023-05-14", "2023-05-15"),
    ("2023-06-30", "2023-07-01"),
    ("2023-09-30", "2023-10-01"),
    ("2023-11-30", "2023-12-01"),
    ("2023-12-31", "2024-01-01"),
    ("2024-02-29", "2024-03-01"),
];

/// A day in or around 2023.
pub(super) fn day(dice: &mut Dice) -> String {
    let (last, first) = dice.pick(&SEAMS);
    match dice.below(8) {
        0 => last.to_owned(),
        1 => first.to_owned(),
        2 => format!("{}-{:02}-{:02}", dice.between(2022, 2024), dice.between(1, 12), dice.between(1, 28)),
        _ => format!("2023-{:02}-{:02}", dice.between(1, 12), dice.between(1, 28)),
    }
}

/// A day as a clerk may write it.
pub(super) fn spelt(dice: &mut Dice) -> String {
    let day = day(dice);
    let bare: Vec<&str> = day.split('-').map(|part| part.trim_start_matches('0')).collect();
    match (dice.below(12), bare.as_slice()) {
        (0, _) => day.replace('-', "/"),
        (1, [year, month, day]) => format!("{year}.{month}.{day}"),
        (2, [year, month, day]) => format!("{year}年{month}月{day}日"),
        _ => day,
    }
}

/// Two days in order, either of which may be missing.
pub(super) fn days(dice: &mut Dice) -> (Option<Value>, Option<Value>) {
    let mut both = [day(dice), day(dice)];
    both.sort();
    let [from, until] = both;
    match dice.below(4) {
        0 => (Some(json!(from)), Some(json!(until))),
        1 => (None, Some(json!(until))),
        _ => (Some(json!(from)), None),
    }
}

/// What is asked: a period, earlier ones that are known, and the day on which it is asked, if one is given.
pub(super) struct Asked {
    pub(super) period: Value,
    pub(super) history: Vec<Value>,
    pub(super) as_of: Option<String>,
}

/// A period of any form. `term` where the rulebook has one.
pub(super) fn asked(dice: &mut Dice, term: bool) -> Asked {
    let (period, before) = match dice.below(22) {
        0 => (json!("2023-H1"), ["2022-H2", "2022-H1"].map(|one| json!(one))),
        1 => (json!("2023-H2"), ["2023-H1", "2022-H2"].map(|one| json!(one))),
        2 => (json!("2023-Q2"), ["2023-Q1", "2022-Q4"].map(|one| json!(one))),
        3 => (json!("2023-03"), ["2023-02", "2023-01"].map(|one| json!(one))),
        4..=6 => span(dice),
        7..=10 if term => (json!("term"), ["2021", "2020"].map(|one| json!(one))),
        _ => (json!("2023"), ["2022", "2021"].map(|one| json!(one))),
    };
    let [last, first] = before;
    let history = match dice.below(5) {
        0 => vec![last, first],
        1 => vec![first, last],
        2 => vec![last],
        3 => vec![first],
        _ => Vec::new(),
    };
    Asked { period, history, as_of: dice.some(3, last_seen) }
}

/// A day on which to ask, more often late than early.
fn last_seen(dice: &mut Dice) -> String {
    if dice.one_in(2) {
        day(dice)
    } else {
        dice.pick(&["2023-08-15", "2023-11-30", "2023-12-30", "2023-12-31", "2024-01-31"]).to_owned()
    }
}

/// A period from a day to a day, and the two before it.
fn span(dice: &mut Dice) -> (Value, [Value; 2]) {
    let start = dice.between(2, SEAMS.len() - 2);
    let end = dice.between(start + 1, SEAMS.len() - 1);
    let from = |seam: usize| SEAMS.get(seam).map(|seam| json!(seam.1));
    let to = |seam: usize| SEAMS.get(seam).map(|seam| json!(seam.0));
    let span = |start, end| table([("from", from(start)), ("to", to(end))]);
    (span(start, end), [span(start - 1, start), span(start - 2, start - 1)])
}
