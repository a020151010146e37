use super::words::Word;
use crate::score::{GradeCount, RollupRow};
use crate::{Grouping, Lang, Rollup};

/// Each group with its id (unless that is its name) and what it is called; then those in none, and at the end the whole board.
pub(super) fn rows(rollup: &Rollup, lang: Lang) -> impl Iterator<Item = ([String; 2], &RollupRow)> {
    let has_ids = !matches!(rollup.by, Grouping::Class | Grouping::Party);
    let named = move |row: &RollupRow| match &row.group {
        Some(id) => [if has_ids { id.to_string() } else { String::new() }, row.label.to_string()],
        None => [String::new(), Word::InNone(rollup.by).said(lang).to_owned()],
    };
    let whole = [String::new(), Word::Whole.said(lang).to_owned()];
    rollup.rows.iter().map(move |row| (named(row), row)).chain(std::iter::once((whole, &rollup.whole)))
}

/// How many there are, and where their totals lie.
pub(super) fn figures(row: &RollupRow) -> [String; 7] {
    let totals = row.totals.map(|totals| {
        [totals.mean, totals.lowest, totals.lower_quartile, totals.median, totals.upper_quartile, totals.highest]
            .map(|figure| figure.to_string())
    });
    let [mean, lowest, lower, median, upper, highest] = totals.unwrap_or_default();
    [row.count.to_string(), mean, lowest, lower, median, upper, highest]
}

/// What stands over [`figures`].
pub(super) fn headings(rollup: &Rollup, lang: Lang) -> [&'static str; 7] {
    [
        Word::Number(rollup.subject),
        Word::Mean,
        Word::Lowest,
        Word::LowerQuartile,
        Word::Median,
        Word::UpperQuartile,
        Word::Highest,
    ]
    .map(|word| word.said(lang))
}

/// What a grade is called.
pub(super) fn grade(counted: &GradeCount, lang: Lang) -> String {
    counted.label.as_ref().map_or_else(|| Word::NoGrade.said(lang).to_owned(), ToString::to_string)
}

/// How many have each grade.
pub(super) fn counts(row: &RollupRow) -> impl Iterator<Item = String> {
    row.grades.iter().map(|counted| counted.count.to_string())
}

/// The whole as lines of a spreadsheet, the heading first.
pub(super) fn lines(rollup: &Rollup, lang: Lang) -> impl Iterator<Item = Vec<String>> {
    let first = [Word::Id, Word::Group(rollup.by)].map(|word| word.said(lang));
    let words = first.into_iter().chain(headings(rollup, lang)).map(str::to_owned);
    let grades = rollup.whole.grades.iter().map(|counted| grade(counted, lang));
    let heading = words.chain(grades).collect();
    let lines =
        rows(rollup, lang).map(|(named, row)| named.into_iter().chain(figures(row)).chain(counts(row)).collect());
    std::iter::once(heading).chain(lines)
}
