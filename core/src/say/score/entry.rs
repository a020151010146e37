use super::amount;
use super::sentence::{Cause, Sentence, Word};
use crate::say::phrase::{enumerated, list};
use crate::say::sheet::{Cell, Column, Row, RowKind};
use crate::score::{Counting, Cut, Entry, Line, Reason, RecordRef};
use crate::{Amount, Decimal, Lang, Statement, Window};

/// The columns of a table of lines, as [`row`] fills them.
pub(super) fn columns(lang: Lang) -> Vec<Column> {
    let left =
        [Word::Day, Word::Record, Word::What, Word::Item, Word::Working].map(|word| Column::left(word.said(lang)));
    let right = [Word::Worth, Word::Counts].map(|word| Column::right(word.said(lang)));
    left.into_iter().chain(right).collect()
}

/// One line of an account: what gave it, how its worth came about, what it counts for, and why not more.
///
/// `alike` lines from this one on count nothing for the same reason; 0 if that was said above.
pub(super) fn row(line: &Line, alike: usize, statement: &Statement, lang: Lang) -> Row {
    let told = told(line, statement, lang);
    let worth = line.factors.iter().fold(line.value, |worth, &factor| worth.times(factor));
    let less = less(line, alike, statement, lang);
    let kind = if took(line).next().is_none() { RowKind::Plain } else { RowKind::Less };
    let between = if told.note.is_empty() || less.is_empty() { "" } else { lang.choose("", " ") };
    Row {
        kind,
        depth: 0,
        cells: vec![
            told.day.into(),
            told.record.into(),
            told.what,
            Cell::with_detail(&*line.label, line.clause.as_deref().unwrap_or_default()),
            Cell::with_detail(working(told.factors, told.assessed, line, lang), told.sharing),
            amount::cell(worth, statement),
            amount::cell(line.contribution, statement),
        ],
        note: format!("{}{between}{less}", told.note),
    }
}

/// What is said of the thing that gave a line.
#[derive(Default)]
struct Told {
    day: String,
    record: String,
    what: Cell,
    /// What was multiplied.
    factors: Vec<String>,
    /// Whether the first factor is the assessor's score, and worth saying alone.
    assessed: bool,
    /// How the record is shared.
    sharing: String,
    note: String,
}

fn told(line: &Line, statement: &Statement, lang: Lang) -> Told {
    match &line.entry {
        Entry::Record { record, points, score, quantity, times, share } => {
            let score = score.map(|score| Sentence::Assessed { score, points: *points }.said(lang));
            let quantity = quantity.map(Sentence::Quantity);
            let times = times.iter().map(|&factor| Sentence::Times(factor));
            let part = share.as_ref().map(|share| Sentence::Part(share.part, share.of));
            let factors = quantity.into_iter().chain(times).chain(part).map(|factor| factor.said(lang));
            Told {
                day: record.date.to_string(),
                record: record.id.to_string(),
                what: what(record, lang),
                assessed: score.is_some(),
                factors: std::iter::once(score.unwrap_or_else(|| points.to_string())).chain(factors).collect(),
                sharing: share.as_ref().map(|share| Sentence::Shared(&share.split).said(lang)).unwrap_or_default(),
                note: String::new(),
            }
        }
        Entry::Base { window } => {
            Told { day: window_said(*window, statement, lang), what: Word::Base.said(lang).into(), ..Told::default() }
        }
        Entry::Count { window, points, unit, rule, count, of, records } => {
            let (unit, points, count, of) = (*unit, *points, *count, *of);
            let said = Sentence::Counted { count, of, unit }.said(lang);
            let percent = of.and_then(|of| amount::percent(count, of));
            let rule_said = Sentence::Rule { rule, unit, points, count, percent }.said(lang);
            let named = |record: &RecordRef| {
                Sentence::CountedRecord { id: &record.id, date: record.date, kind: &record.kind }.said(lang)
            };
            let named: Vec<String> = records.iter().map(named).collect();
            Told {
                day: window_said(*window, statement, lang),
                what: Cell::with_detail(said, rule_said),
                factors: counted(rule, points, count, of),
                note: if named.is_empty() { String::new() } else { Sentence::CountedRecords(&named).said(lang) },
                ..Told::default()
            }
        }
        Entry::Duty { window, points, duty, missed, windows } => Told {
            day: window_said(*window, statement, lang),
            what: Sentence::Duty { duty, missed: *missed, windows: *windows }.said(lang).into(),
            factors: vec![points.to_string(), windows.to_string()],
            ..Told::default()
        },
        Entry::Standard { window, standard, points, met, of } => Told {
            day: window_said(*window, statement, lang),
            what: Sentence::Standard { standard, met: *met, of: *of }.said(lang).into(),
            factors: vec![points.to_string(), format!("{met}/{of}")],
            ..Told::default()
        },
        Entry::Inherited { window, points, grade, each, from } => {
            let said = Sentence::Inherited { grade, none: from.is_empty() }.said(lang);
            let mut factors = vec![points.to_string()];
            factors.extend((*each && from.len() > 1).then(|| from.len().to_string()));
            let names = enumerated(from.iter().map(ToString::to_string), lang);
            Told {
                day: window_said(*window, statement, lang),
                what: Cell::with_detail(said, names),
                factors,
                ..Told::default()
            }
        }
        Entry::Floor { floor, window } => {
            let floor = floor.map(|floor| Sentence::FloorOf(floor).said(lang)).unwrap_or_default();
            let day = window.map(|window| window_said(window, statement, lang)).unwrap_or_default();
            Told { day, what: Cell::with_detail(Word::Floor.said(lang), floor), ..Told::default() }
        }
    }
}

/// The kind of a record, and under it the values that it and the subject's part in it carry.
pub(super) fn what(record: &RecordRef, lang: Lang) -> Cell {
    Cell::with_detail(&*record.kind, enumerated(record.facets.iter().map(ToString::to_string), lang))
}

/// What a counting measure multiplied; a single number where it multiplied nothing.
fn counted(rule: &Counting, points: Option<Decimal>, count: Decimal, of: Option<Decimal>) -> Vec<String> {
    let ten_thousandths = i128::from(count.ten_thousandths());
    let other = match rule {
        Counting::Every { k } => Some((ten_thousandths / (i128::from(*k).max(1) * 10_000)).to_string()),
        Counting::Short { n } => {
            let missing = i64::try_from((i128::from(*n) * 10_000 - ten_thousandths).max(0)).ok();
            missing.map(|missing| Decimal::from_ten_thousandths(missing).to_string())
        }
        Counting::Rate => of.filter(|of| *of != Decimal::ZERO).map(|of| format!("{count}/{of}")),
        Counting::Reach { .. } | Counting::Ladder { .. } => None,
    };
    points.zip(other).into_iter().flat_map(|(points, other)| [points.to_string(), other]).collect()
}

/// The multiplication behind a line's worth; nothing where there was none, unless it is the assessor's score.
fn working(mut factors: Vec<String>, assessed: bool, line: &Line, lang: Lang) -> String {
    if line.value == Amount::ZERO && factors.is_empty() {
        return String::new();
    }
    if factors.is_empty() && !line.factors.is_empty() {
        factors.push(line.value.to_string());
    }
    factors.extend(line.factors.iter().map(|&factor| Sentence::Factor(factor).said(lang)));
    if assessed || factors.len() > 1 { list(factors, " × ") } else { String::new() }
}

/// Why a line counts for less than it was worth, said for so many lines from it on; nothing where it does not.
fn less(line: &Line, alike: usize, statement: &Statement, lang: Lang) -> String {
    let mut causes: Vec<Cause<'_>> = took(line).map(|cut| cause(line, cut, statement)).collect();
    if causes.is_empty() || alike == 0 {
        return String::new();
    }
    if causes.len() > 1 && alike == 1 {
        for (cause, cut) in causes.iter_mut().zip(took(line)) {
            cause.took = Some(cut.off).filter(|off| !off.is_negative());
        }
    }
    Sentence::Less { causes: &causes, left: line.contribution, lines: alike }.said(lang)
}

/// The cuts that took something.
fn took(line: &Line) -> impl Iterator<Item = &Cut> {
    line.cuts.iter().filter(|cut| cut.amount != Amount::ZERO)
}

/// Whether two records' lines count nothing for the same reason, which need be said only once.
pub(super) fn alike(a: &Line, b: &Line) -> bool {
    let nothing = |line: &Line| matches!(line.entry, Entry::Record { .. }) && line.contribution == Amount::ZERO;
    // That one month is full says nothing of the next.
    let reasons = |line| took(line).map(|cut| (&cut.reason, cut.window));
    nothing(a) && nothing(b) && took(a).next().is_some() && reasons(a).eq(reasons(b))
}

fn cause<'a>(line: &Line, cut: &'a Cut, statement: &'a Statement) -> Cause<'a> {
    let node = |id: &str| statement.nodes.iter().find(|node| node.id == *id);
    let windows = node(&line.node).and_then(|node| node.windows.as_ref()).filter(|_| cut.window.is_some());
    let cap = match &cut.reason {
        Reason::Cap(id) => node(id).map_or(statement.cap, |node| node.cap),
        Reason::WindowCap(_) => windows.and_then(|windows| windows.cap),
        _ => None,
    };
    Cause {
        reason: &cut.reason,
        label: cut.label.as_deref().unwrap_or_default(),
        cap,
        cadence: windows.map(|windows| windows.cadence),
        window: cut.window,
        number: cut.number,
        took: None,
        sliced: statement.slices.len() > 1,
    }
}

fn window_said(window: Window, statement: &Statement, lang: Lang) -> String {
    if window == statement.period { Word::WholePeriod.said(lang).to_owned() } else { Sentence::Span(window).said(lang) }
}
