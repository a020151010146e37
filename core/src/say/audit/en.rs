//! Every word and sentence of an audit in English.

use super::sentence::{Sentence, Word, percent};
use crate::audit::{
    Counted, Detail, DutyWindow, DutyWindows, Finding, FindingCode, Lack, MatterStep, Missing, OtherEnd, RecordName,
    StateName, Task, Todo, Unit, Unmet, WordPlace,
};
use crate::say::phrase::en::{cited, date, days, many, nouns, window};
use crate::say::phrase::{calendar, list};
use crate::{Cadence, Date, Decimal, Severity, Window};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Title => "Audit report",
        Word::Overview => "Overview",
        Word::Problems => "To be put right",
        Word::Todo => "Still to be done",
        Word::Checks => "To be checked",
        Word::Duties => "Duties",
        Word::Bounds => "Bounds",
        Word::Standards => "Standards",
        Word::States => "States of studios",
        Word::Flows => "Flows",
        Word::Undeclared => "Words of the roster that the rulebook does not declare",
        Word::Rulebook => "Rulebook",
        Word::Period => "Period",
        Word::AsOf => "As of",
        Word::Severity(Severity::Error) => "To be put right",
        Word::Severity(Severity::Warning) => "To be checked",
        Word::Severity(Severity::Note) => "Still to be done",
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
        Word::Remarks => "Remarks",
        Word::Code(code) => code_name(code),
        Word::Legend => {
            "✓ met, ✗ missed, … pending, – not asked; the number is how much was done, the last day stands under the window."
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
        Sentence::Message(finding) => message(finding),
        Sentence::Fact(finding) => capital(&fact(finding)),
        Sentence::Help(finding) => help(finding),
        Sentence::Todo(todo) => to_do(todo),
        Sentence::Owed { due, label, task, owed, who } => {
            format!("By {}: {} – {who}.", date(due), self::task(label, task, owed))
        }
        Sentence::Owes { name, short, unit } => format!("{name} {}", amount(short, unit)),
        Sentence::Begun(number) => format!("{number} in windows that have begun, by deadline."),

        Sentence::Subtitle { rulebook, as_of } => format!("{rulebook}, as of {}", date(as_of)),
        Sentence::Rulebook(title) => title.to_owned(),
        Sentence::Window(span) if calendar(span).is_some() => format!("{} ({})", window(span), days(span)),
        Sentence::Window(span) => days(span),
        Sentence::Day(day) => date(day),
        Sentence::Findings(number) | Sentence::Words(number) => number.to_string(),
        Sentence::Chapter { nth, title } => format!("{}. {title}", nth + 1),
        Sentence::Users { kind, users } => format!("{} {users}", kind.word()),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Matter { id, studio: None } => id.to_owned(),
        Sentence::Matter { id, studio: Some(studio) } => format!("{id} ({studio})"),
        Sentence::AndMore { listed, all, kind: _ } => {
            format!("{} and {} more", listed.join(", "), all.saturating_sub(listed.len()))
        }
        Sentence::Group { code, label, clause, of, kind } => {
            let rule = label.map(|label| format!(": {label}{}", cited(clause))).unwrap_or_default();
            let of = kind.map_or(of.to_string(), |kind| many(small(of), nouns(kind)));
            format!("{}{rule} – {of}", capital(code_name(code)))
        }
        Sentence::Later(number) => {
            format!("{number} more in windows that have not begun: see the tables of duties below.")
        }
        Sentence::Caption { label, clause, rate, part } => {
            let part = part.map(|part| format!(", {}", window(part))).unwrap_or_default();
            let rate = rate
                .map(|(part, whole)| format!(": {}% met ({part} of {whole})", percent(part, whole)))
                .unwrap_or_default();
            format!("{label}{}{part}{rate}", cited(clause))
        }
        Sentence::Of(kind) => capital(nouns(kind).0),
        Sentence::Each(kind) => capital(nouns(kind).1),
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

fn named(name: &str, id: &str) -> String {
    if name == id || name.is_empty() { id.to_owned() } else { format!("{name} ({id})") }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// With a capital letter, as a sentence begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

// What is wrong.

fn message(finding: &Finding) -> String {
    let (who, fact) = (named(&finding.name, &finding.subject), fact(finding));
    let rule = || {
        let label = finding.label.as_deref().unwrap_or(&finding.rule);
        format!("“{label}”{}", cited(finding.clause.as_deref()))
    };
    match &finding.detail {
        Detail::BoundBroken(_) => format!("{who} does not satisfy {}: {fact}", rule()),
        Detail::StandardIncomplete { .. } => format!("{who} does not meet all of {}: {fact}", rule()),
        Detail::DutyMissed(_) => format!("{who} missed {}: {fact}", rule()),
        Detail::DutyDue(_) => format!("{who} has yet to do {}: {fact}", rule()),
        Detail::MatterOverdue(step) | Detail::MatterLate(step) => format!("{}: {fact}", matter(&finding.subject, step)),
        Detail::UnknownState { .. }
        | Detail::BackwardsDate { .. }
        | Detail::IllegalMove { .. }
        | Detail::UnmetRequirement { .. }
        | Detail::NotSeated { .. }
        | Detail::NotActive { .. } => format!("{who}: {fact}"),
    }
}

fn matter(id: &str, step: &MatterStep) -> String {
    let about =
        list(std::iter::once(step.flow_label.to_string()).chain(step.studio.as_ref().map(ToString::to_string)), ", ");
    format!("matter {id} ({about})")
}

/// What is wrong, as it stands after a colon.
fn fact(finding: &Finding) -> String {
    let day = finding.date.map(date).unwrap_or_default();
    match &finding.detail {
        Detail::UnknownState { state, .. } => {
            format!("the rulebook has no state “{state}”, in which it is said to be from {day}.")
        }
        Detail::BackwardsDate { state, before, since } => {
            format!("“{}” is dated {day}, before the “{}” above it, dated {}.", state.label, before.label, date(*since))
        }
        Detail::IllegalMove { from, to, .. } => {
            format!("on {day} it went from “{}” to “{}”, and the rulebook has no such move.", from.label, to.label)
        }
        Detail::UnmetRequirement { from, to, unmet } => {
            let label = finding.label.as_deref().map(|label| format!(" ({label})")).unwrap_or_default();
            let unmet = list(unmet.iter().map(self::unmet), "; ");
            format!("when it went from “{}” to “{}”{label} on {day}, it fell short: {unmet}.", from.label, to.label)
        }
        Detail::BoundBroken(counted) => format!("{}.", out_of_bound(counted)),
        Detail::StandardIncomplete { met, of, missing } => {
            format!("{met} of {of} checks met, without {}.", labels(missing))
        }
        Detail::DutyMissed(windows) => format!("{}.", missed(windows)),
        Detail::DutyDue(windows) => due(windows),
        Detail::MatterOverdue(step) => {
            let by = step.step.by.as_deref().map(|by| format!(" with {by}")).unwrap_or_default();
            format!("“{}”{by} was due on {day} and is {} overdue.", step.step.label, many(step.days, ("day", "days")))
        }
        Detail::MatterLate(step) => {
            let done = step.step.done.map(date).unwrap_or_default();
            let days = many(step.days, ("day", "days"));
            format!("“{}” was due on {day} and was done on {done}, {days} late.", step.step.label)
        }
        Detail::NotSeated { record, joined, left } => {
            let seat = match (joined, left) {
                (Some(joined), _) if finding.date.is_some_and(|day| day < *joined) => {
                    format!("the member joined on {}", date(*joined))
                }
                (_, Some(left)) => format!("the member left on {}", date(*left)),
                (_, None) => "the member had no seat that day".to_owned(),
            };
            format!("{} is dated {day}, but {seat}.", self::record(record))
        }
        Detail::NotActive { record, state } => {
            let state = match state {
                Some(state) => format!("the studio was in the state “{}” that day and not active", state.label),
                None => "the studio had no state yet".to_owned(),
            };
            format!("{} is dated {day}, but {state}.", self::record(record))
        }
    }
}

fn record(record: &RecordName) -> String {
    format!("record {} ({})", record.record, record.kind)
}

fn labels(missing: &[Missing]) -> String {
    list(missing.iter().map(|check| format!("“{}”", check.label)), ", ")
}

fn unmet(unmet: &Unmet) -> String {
    match &unmet.lack {
        Lack::Checks { missing } => format!("“{}” without {}", unmet.label, labels(missing)),
        Lack::Count(counted) => format!("“{}”, {}", unmet.label, out_of_bound(counted)),
    }
}

fn out_of_bound(counted: &Counted) -> String {
    let wrong = match (counted.short(), counted.over()) {
        (0, over) => format!("{over} too many"),
        (short, _) => format!("{short} too few"),
    };
    format!("{} instead of {}, {wrong}", so_many(counted.n, &counted.other), range(counted.at_least, counted.at_most))
}

/// So many of what stands at the other end.
fn so_many(n: u32, other: &OtherEnd) -> String {
    let some = if other.some { " that satisfy the condition" } else { "" };
    let link = other.link.as_deref().map(|link| format!(" by “{link}”")).unwrap_or_default();
    match &other.role {
        Some(role) => format!("{n} × “{role}”{some}"),
        None => format!("{}{link}{some}", many(n, nouns(other.kind))),
    }
}

fn range(at_least: Option<u32>, at_most: Option<u32>) -> String {
    match (at_least, at_most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least}"),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => String::new(),
    }
}

/// A quantity with what it counts; records stand for themselves.
fn amount(count: Decimal, unit: Unit) -> String {
    let (day, work) = if count == Decimal::ONE { ("day", "work") } else { ("days", "works") };
    match unit {
        Unit::Records | Unit::Quantity => count.to_string(),
        Unit::Days => format!("{count} {day}"),
        Unit::Works => format!("{count} {work}"),
    }
}

/// Windows that lack or exceed the same are named together.
fn missed(windows: &DutyWindows) -> String {
    let wrong = |window: &DutyWindow| match (windows.over(window), windows.short(window)) {
        (Some(over), _) => format!("{} too many", amount(over, windows.unit)),
        (None, Some(short)) => format!("{} too few", amount(short, windows.unit)),
        (None, None) => String::new(),
    };
    let mut groups: Vec<(String, Vec<Window>)> = Vec::new();
    for window in &windows.windows {
        let wrong = wrong(window);
        match groups.iter_mut().find(|(known, _)| *known == wrong) {
            Some((_, spans)) => spans.push(window.window),
            None => groups.push((wrong, vec![window.window])),
        }
    }
    let group = |(wrong, spans): &(String, Vec<Window>)| {
        let each = if spans.len() > 1 { " in each of" } else { " in" };
        format!("{wrong}{each} {}", list(spans.iter().map(|&span| in_time(span)), ", "))
    };
    list(groups.iter().map(group), "; ")
}

/// A window as it stands after “in”.
fn in_time(span: Window) -> String {
    match calendar(span) {
        Some(Cadence::Half | Cadence::Quarter) => format!("the {}", window(span)),
        Some(Cadence::Year | Cadence::Month | Cadence::Term) | None => window(span),
    }
}

fn due(windows: &DutyWindows) -> String {
    let Some((first, later)) = windows.windows.split_first() else { return String::new() };
    let later = match u32::try_from(later.len()).unwrap_or(u32::MAX) {
        0 => String::new(),
        number => format!("; {} to come", many(number, ("more window", "more windows"))),
    };
    let span = in_time(first.window);
    let first = match (windows.short(first), windows.at_most) {
        (Some(short), _) => format!("{} more in {span}, by {}", amount(short, windows.unit), date(first.due)),
        (None, Some(most)) => format!(
            "{} in {span}, no more than {} until {}",
            amount(first.count, windows.unit),
            amount(most, windows.unit),
            date(first.due)
        ),
        (None, None) => span,
    };
    format!("{first}{later}.")
}

// What would put it right.

fn help(finding: &Finding) -> String {
    match &finding.detail {
        Detail::UnknownState { near: Some(near), .. } => format!("Write “{}” ({}).", near.label, near.state),
        Detail::UnknownState { known, near: None, .. } => {
            format!("Write one of the states of the rulebook: {}.", states(known, ", "))
        }
        Detail::BackwardsDate { .. } => {
            "Check the dates of both entries; if they are right, list them in their order.".to_owned()
        }
        Detail::IllegalMove { from, allowed, .. } if allowed.is_empty() => {
            format!("Correct the state: nothing comes after “{}” in the rulebook.", from.label)
        }
        Detail::IllegalMove { from, allowed, .. } => format!(
            "Add the steps that are missing between, or correct the state: after “{}” there can only be {}.",
            from.label,
            states(allowed, " or ")
        ),
        Detail::UnmetRequirement { unmet, .. } => {
            let repairs = list(unmet.iter().map(repair), "; ");
            format!("{}; what was there already on that day, add to the roster with its dates.", capital(&repairs))
        }
        Detail::BoundBroken(counted) => {
            let known = if counted.short() > 0 {
                "add to the roster those that are there already"
            } else {
                "give those that are gone a last day in the roster"
            };
            format!("{}; {known}.", capital(&put_in_bound(counted)))
        }
        Detail::StandardIncomplete { missing, .. } => {
            format!("Provide {}; what is there already, add to the roster's checks.", labels(missing))
        }
        Detail::DutyMissed(windows) => make_up(windows),
        Detail::DutyDue(windows) => still_to_do(windows),
        Detail::MatterOverdue(step) => match &step.step.by {
            Some(by) => format!("{by} should do “{}” at once; if it is done, add the day.", step.step.label),
            None => format!("Do “{}” at once; if it is done, add the day.", step.step.label),
        },
        Detail::MatterLate(_) => "Check the day; if it is right, write down why it was late.".to_owned(),
        Detail::NotSeated { .. } => {
            "Check the record's date and members; if they are right, correct the member's first or last day in the roster.".to_owned()
        }
        Detail::NotActive { .. } => {
            "Check the record's date and studio; if they are right, correct the studio's history in the roster.".to_owned()
        }
    }
}

fn states(states: &[StateName], mark: &str) -> String {
    list(states.iter().map(|state| format!("“{}”", state.label)), mark)
}

fn repair(unmet: &Unmet) -> String {
    match &unmet.lack {
        Lack::Checks { missing } => format!("provide {}", labels(missing)),
        Lack::Count(counted) => put_in_bound(counted),
    }
}

fn put_in_bound(counted: &Counted) -> String {
    match (counted.short(), counted.over()) {
        (0, over) => format!("remove {}", so_many(over, &counted.other)),
        (short, _) => format!("add {}", so_many(short, &counted.other)),
    }
}

/// A window that has passed cannot be made up for; what was done in it can still be written down.
fn make_up(windows: &DutyWindows) -> String {
    let short = windows
        .windows
        .iter()
        .filter(|window| windows.over(window).is_none())
        .filter_map(|window| windows.short(window));
    let short: i64 = short.map(Decimal::ten_thousandths).fold(0, i64::saturating_add);
    let over = windows.windows.iter().any(|window| windows.over(window).is_some());
    let missing = (short > 0).then(|| {
        let short = amount(Decimal::from_ten_thousandths(short), windows.unit);
        let kinds = if windows.kinds.is_empty() { String::new() } else { format!(": {}", kinds(&windows.kinds)) };
        format!("The time is over: add what was done but not recorded ({short} missing{kinds}); otherwise write down the reason.")
    });
    let doubled = over.then(|| "Check whether something is recorded twice; if not, write down the reason.".to_owned());
    list(missing.into_iter().chain(doubled), " ")
}

fn still_to_do(windows: &DutyWindows) -> String {
    let Some(first) = windows.windows.first() else { return String::new() };
    let most = windows.at_most.map(|most| amount(most, windows.unit));
    match (windows.short(first), most) {
        (Some(short), None) => {
            format!("Do {} more{} by {}.", amount(short, windows.unit), of(&windows.kinds), date(first.due))
        }
        (Some(short), Some(most)) => format!(
            "Do {} more{} by {}, but no more than {most} in all.",
            amount(short, windows.unit),
            of(&windows.kinds),
            date(first.due)
        ),
        (None, Some(most)) => format!("Do no more than {most} until {}.", date(first.due)),
        (None, None) => String::new(),
    }
}

fn of(kinds: &[std::sync::Arc<str>]) -> String {
    if kinds.is_empty() { String::new() } else { format!(" of {}", self::kinds(kinds)) }
}

fn kinds(kinds: &[std::sync::Arc<str>]) -> String {
    list(kinds.iter().map(ToString::to_string), " or ")
}

// What is to be done.

fn to_do(todo: &Todo) -> String {
    let (task, due) = (task(&todo.label, &todo.task, None), date(todo.due));
    match &todo.task {
        Task::Duty { .. } => format!("{}: {task}, by {due}.", named(&todo.name, &todo.subject)),
        Task::Step { .. } => format!("matter {}: {task}, by {due}.", todo.subject),
    }
}

/// `owed` is the least and the most, where it is not the same for all.
fn task(label: &str, task: &Task, owed: Option<(Decimal, Decimal)>) -> String {
    match task {
        Task::Duty { kinds, short, unit, .. } => {
            let what = if kinds.is_empty() { format!("“{label}”") } else { self::kinds(kinds) };
            let (least, most) = owed.unwrap_or((*short, *short));
            let range = if least == most { String::new() } else { format!("{least} to ") };
            format!("{what}, {range}{} more", amount(most, *unit))
        }
        Task::Step { flow_label, by: Some(by), .. } => format!("“{label}” ({flow_label}), with {by}"),
        Task::Step { flow_label, by: None, .. } => format!("“{label}” ({flow_label})"),
    }
}

// The report.

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
