//! Every word and sentence of an audit in English.

use std::sync::Arc;

use super::sentence::{Due, Sentence, Tally, Word};
use crate::audit::{FindingCode, Task, Todo, Unit, WordPlace};
use crate::say::phrase::en::{cited, date, many, named, nouns, span, window};
use crate::say::phrase::{calendar, list, percent};
use crate::{Cadence, Date, Decimal, Severity, Window};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Title => "Audit report",
        Word::Overview => "Overview",
        Word::Problems | Word::Severity(Severity::Error) => "To be put right",
        Word::Todo | Word::Severity(Severity::Note) => "Still to be done",
        Word::Checks | Word::Severity(Severity::Warning) => "To be checked",
        Word::Duties => "Duties",
        Word::Bounds => "Bounds",
        Word::Standards => "Standards",
        Word::States => "States of studios",
        Word::Flows => "Flows",
        Word::Undeclared => "Words of the roster that the rulebook does not declare",
        Word::Rulebook => "Rulebook",
        Word::Period => "Period",
        Word::AsOf => "As of",
        Word::TodoNow => "To do now",
        Word::TodoLater => "To do later",
        Word::Unknown => "Undeclared words",
        Word::Subject | Word::Users => "Who",
        Word::Fact => "What",
        Word::Repair => "What to do",
        Word::Due => "By",
        Word::Rate => "Met",
        Word::State => "State",
        Word::Active => "Active",
        Word::Number => "Number",
        Word::Studios => "Studios",
        Word::Flow => "Flow",
        Word::Matters => "Matters",
        Word::Closed => "Closed",
        Word::InTime => "In time",
        Word::Matter => "Matter",
        Word::Opened => "Opened",
        Word::Step => "Stuck at",
        Word::By => "With",
        Word::Overdue => "Overdue",
        Word::Vocabulary => "Vocabulary",
        Word::Written => "In the roster",
        Word::Meant => "Perhaps",
        Word::Code(code) => code_name(code),
        Word::Legend => {
            "✓ met, ✗ missed, … not due yet, – not asked; the number is how much was done, the last day stands under the window. Percentages are of what is met or missed; what is not due yet does not count."
        }
        Word::BoundLegend => {
            "✓ satisfied, ✗ not satisfied, – not asked; the number is how many there are, how many there should be stands under the rule."
        }
        Word::StandardLegend => {
            "✓ full, ✗ not full, – not asked; the number is how many checks are met, how many there are stands under the standard."
        }
        Word::Satisfied => "satisfied",
        Word::Full => "full",
        Word::Running => "yes",
        Word::NotRunning => "no",
        Word::NoHistory => "no state is known",
        Word::HistoryLater => "no state yet",
        Word::NoProblems => "Nothing has to be put right.",
        Word::NoTodo => "Nothing is to be done at the moment.",
        Word::StatesCaption => "Studios in each state",
        Word::FlowsCaption => "How matters go through each flow",
        Word::OpenCaption => "Matters that are not closed, by deadline",
        Word::DueToday => "due today",
        Word::SameAsAbove => "As above.",
        Word::UndeclaredCaption => "No rule can match these words: a misspelt one would go unnoticed",
    }
}

/// A code in a word or two.
fn code_name(code: FindingCode) -> &'static str {
    match code {
        FindingCode::UnknownState => "unknown state",
        FindingCode::BackwardsDate => "backwards date",
        FindingCode::IllegalMove => "illegal move",
        FindingCode::UnmetRequirement => "unmet requirement",
        FindingCode::BoundBroken => "bound broken",
        FindingCode::StandardIncomplete => "standard incomplete",
        FindingCode::DutyMissed => "duty missed",
        FindingCode::DutyDue => "duty due",
        FindingCode::MatterOverdue => "overdue",
        FindingCode::MatterLate => "closed late",
        FindingCode::NotSeated => "not seated",
        FindingCode::NotActive => "not active",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Todo(todo) => to_do(todo),
        Sentence::Owed { due, label, task, owed, flow, who } => {
            let due = match due {
                Due::Today => "due today".to_owned(),
                Due::By(day) => by(Some(day)),
                Due::Soon => by(None),
            };
            let (task, notes) = self::task(label, task, owed, flow);
            format!("{}: {task}{} – {who}.", capital(&due), noted(&notes))
        }
        Sentence::Owes { name, short, waiting } => {
            let short = short.map(|(short, unit)| format!(" {}", amount(short, unit))).unwrap_or_default();
            format!("{name}{short}{}", self::waiting(waiting))
        }
        Sentence::Now { number, undated: false } => format!("{number} to be done now, by deadline."),
        Sentence::Now { number, undated: true } => {
            format!("{number} to be done now, by deadline; what has none comes last.")
        }

        Sentence::Subtitle { rulebook, as_of } => format!("{rulebook}, as of {}", date(as_of)),
        Sentence::Rulebook(title) => title.to_owned(),
        Sentence::Window(days) => span(days),
        Sentence::Day(day) => date(day),
        Sentence::Items(number) | Sentence::Words(number) => number.to_string(),
        Sentence::Chapter { nth, title } => format!("{}. {title}", nth + 1),
        Sentence::Users { kind, users } => format!("{} {users}", kind.word()),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Matter { id, studio: None } => id.to_owned(),
        Sentence::Matter { id, studio: Some(studio) } => format!("{id} ({})", studio.name),
        Sentence::AndMore { listed, all, kind: _ } => {
            format!("{} and {} more", listed.join(", "), all.saturating_sub(listed.len()))
        }
        Sentence::Group { code, label, clause, of, kind } => {
            let rule = label.map(|label| format!(": {label}{}", cited(clause))).unwrap_or_default();
            let of = kind.map_or(of.to_string(), |kind| many(small(of), nouns(kind)));
            format!("{}{rule} – {of}", capital(code_name(code)))
        }
        Sentence::Later(number) => {
            format!("{number} more to be done later, in windows that have not begun: see the tables of duties below.")
        }
        Sentence::Caption { label, clause, part, tally } => {
            let part = part.map(|part| format!(", {}", window(part))).unwrap_or_default();
            format!("{label}{}{part}{}", cited(clause), tally.map(self::tally).unwrap_or_default())
        }
        Sentence::Of(kind) => capital(nouns(kind).0),
        Sentence::Each(kind) => capital(nouns(kind).1),
        Sentence::Some { number, kind } => many(small(number), nouns(kind)),
        Sentence::Others { number, kind } => format!("The other {}", many(small(number), nouns(kind))),
        Sentence::All { number, kind } => format!("All {}", many(small(number), nouns(kind))),
        Sentence::NobodyAsked { label } => format!("“{label}” is asked of nobody."),
        Sentence::NoChecks { label } => format!("“{label}”: the rulebook lists no checks, so nothing is checked."),
        Sentence::WindowTitle(span) => title(span),
        Sentence::DueDay { due, window } => due_day(due, window),
        Sentence::Range { at_least, at_most } => range(at_least, at_most),
        Sentence::CheckCount(number) => many(number, ("check", "checks")),
        Sentence::Ratio { part, whole } => format!("{part}/{whole}"),
        Sentence::Percent { part, whole } => format!("{}%", percent(part, whole)),
        Sentence::StepRates(steps) => {
            let step = |&(label, rate): &(&str, Option<(u32, u32)>)| match rate {
                Some((part, whole)) => format!("{label} {part}/{whole}"),
                None => format!("{label} –"),
            };
            format!("Steps done: {}.", list(steps.iter().map(step), ", "))
        }
        Sentence::Days(days) => many(days, ("day", "days")),
        Sentence::Place(place) => self::place(place),
        Sentence::Meant { id, label } if id == label => id.to_owned(),
        Sentence::Meant { id, label } => format!("{id} ({label})"),
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// With a capital letter, as a sentence begins.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub(super) fn range(at_least: Option<u32>, at_most: Option<u32>) -> String {
    match (at_least, at_most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least}"),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => String::new(),
    }
}

/// A quantity with what it counts; records stand for themselves.
pub(super) fn amount(count: Decimal, unit: Unit) -> String {
    let (day, work) = if count == Decimal::ONE { ("day", "work") } else { ("days", "works") };
    match unit {
        Unit::Records | Unit::Quantity => count.to_string(),
        Unit::Days => format!("{count} {day}"),
        Unit::Works => format!("{count} {work}"),
    }
}

pub(super) fn kinds(kinds: &[Arc<str>]) -> String {
    list(kinds.iter().map(ToString::to_string), " or ")
}

// What is to be done.

fn to_do(todo: &Todo) -> String {
    let (task, mut notes) = task(&todo.label, &todo.task, None, true);
    let due = by(todo.due);
    match &todo.task {
        Task::Duty { waiting, .. } => {
            notes.extend(also_waiting(*waiting));
            format!("{}: {task}{}, {due}.", named(&todo.name, &todo.subject), noted(&notes))
        }
        Task::Step { .. } => format!("matter {}: {task}{}, {due}.", todo.subject, noted(&notes)),
    }
}

fn by(due: Option<Date>) -> String {
    due.map_or_else(|| "as soon as possible".to_owned(), |day| format!("by {}", date(day)))
}

/// Records that wait for approval.
pub(super) fn waiting(records: u32) -> String {
    noted(also_waiting(records).as_slice())
}

fn also_waiting(records: u32) -> Option<String> {
    (records > 0).then(|| format!("{records} waiting for approval"))
}

/// What is added in brackets.
fn noted(notes: &[String]) -> String {
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) }
}

/// What is to be done, and what is to be added in brackets. `owed` is the least and the most, where it is not the same for all. The kinds
/// do not say what a quantity is of, nor by which of several duties it is owed: the duty's label does.
fn task(label: &str, task: &Task, owed: Option<(Decimal, Decimal)>, flow: bool) -> (String, Vec<String>) {
    match task {
        Task::Duty { kinds, short, unit, .. } => {
            let by_kind = (!kinds.is_empty() && *unit != Unit::Quantity).then(|| self::kinds(kinds));
            let rule = by_kind.as_deref().filter(|kinds| *kinds != label).map(|_| label.to_owned());
            let what = by_kind.unwrap_or_else(|| format!("“{label}”"));
            let (least, most) = owed.unwrap_or((*short, *short));
            let range = if least == most { String::new() } else { format!("{least} to ") };
            (format!("{what}, {range}{} more", amount(most, *unit)), rule.into_iter().collect())
        }
        Task::Step { flow_label, by, .. } => {
            let flow = flow.then(|| flow_label.to_string());
            let by = by.as_deref().map(|by| format!("with {by}"));
            (format!("“{label}”"), flow.into_iter().chain(by).collect())
        }
    }
}

// The report.

/// How often a duty was kept, and how often there is still time.
fn tally(Tally { met, missed, pending, of }: Tally) -> String {
    let unit = of.map_or(("window", "windows"), nouns);
    match (met.saturating_add(missed), pending) {
        (0, 0) => String::new(),
        (0, pending) => format!(": {} not due yet", many(pending, unit)),
        (decided, pending) => {
            let percent = percent(met, decided);
            let pending = if pending > 0 { format!("; {} not due yet", many(pending, unit)) } else { String::new() };
            format!(": {percent}% met ({met}/{decided}){pending}")
        }
    }
}

/// A window over its column.
fn title(span: Window) -> String {
    let quarter = |month: u32| format!("Q{}", month.div_ceil(3));
    match calendar(span) {
        Some(Cadence::Year) => span.from.year().to_string(),
        Some(Cadence::Half) => if span.from.month() == 1 { "H1" } else { "H2" }.to_owned(),
        Some(Cadence::Quarter) => quarter(span.from.month()),
        Some(Cadence::Month) => month(span.from.month()).to_owned(),
        Some(Cadence::Term) | None if span.months() > 12 => format!("from {}", span.from.year()),
        Some(Cadence::Term) | None => format!("from {} {}", span.from.day(), month(span.from.month())),
    }
}

fn due_day(due: Date, span: Window) -> String {
    match calendar(span) {
        Some(Cadence::Month) => due.day().to_string(),
        _ if span.months() > 12 => date(due),
        _ => format!("{} {}", due.day(), month(due.month())),
    }
}

/// A month as it stands over a narrow column.
fn month(month: u32) -> &'static str {
    match month {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

fn place(place: &WordPlace) -> String {
    match place {
        WordPlace::Post => "post".to_owned(),
        WordPlace::Tag => "tag".to_owned(),
        WordPlace::Role => "role in a studio".to_owned(),
        WordPlace::StudioType => "type of studio".to_owned(),
        WordPlace::UnitType => "type of unit".to_owned(),
        WordPlace::Attr => "attribute".to_owned(),
        WordPlace::Value { label, .. } => format!("value of “{label}”"),
    }
}
