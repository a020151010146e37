//! The sentences of findings in English.

use std::sync::Arc;

use crate::audit::{
    Counted, Detail, DutyWindow, DutyWindows, Finding, Lack, MatterStep, Missing, OtherEnd, RecordName, StateName,
    Unit, Unmet,
};
use crate::say::audit::en::{amount, capital, kinds, range, waiting};
use crate::say::audit::finding::exceeded;
use crate::say::phrase::en::{cited, date, many, named, nouns, window};
use crate::say::phrase::{calendar, list};
use crate::{Cadence, Decimal, Window};

// What is wrong.

pub(super) fn message(finding: &Finding) -> String {
    let (who, fact) = (named(&finding.name, &finding.subject), fact(finding));
    let rule = || {
        let label = finding.label.as_deref().unwrap_or(&finding.rule);
        format!("“{label}”{}", cited(finding.clause.as_deref()))
    };
    match &finding.detail {
        Detail::BoundBroken(_) => format!("{who} does not satisfy {}: {fact}", rule()),
        Detail::StandardIncomplete { .. } => format!("{who} does not meet all of {}: {fact}", rule()),
        Detail::DutyMissed(windows) if exceeded(windows) => format!("{who} exceeded the limit of {}: {fact}", rule()),
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
    let about = list(
        std::iter::once(step.flow_label.to_string()).chain(step.studio.as_ref().map(|studio| studio.name.to_string())),
        ", ",
    );
    format!("matter {id} ({about})")
}

/// What is wrong, as it stands after a colon.
pub(super) fn fact(finding: &Finding) -> String {
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
    let now = if unmet.met_now { " (met by now)" } else { "" };
    match &unmet.lack {
        Lack::Checks { missing } => format!("“{}” without {}{now}", unmet.label, labels(missing)),
        Lack::Count(counted) => format!("“{}”, {}{now}", unmet.label, out_of_bound(counted)),
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
    let some = if other.some { "matching " } else { "" };
    let (one, several) = nouns(other.kind);
    let noun = if n == 1 { one } else { several };
    let link = other.link.as_deref().map(|link| format!(" by “{link}”")).unwrap_or_default();
    match &other.role {
        Some(role) => format!("{n} {some}“{role}”"),
        None => format!("{n} {some}{noun}{link}"),
    }
}

/// Windows that lack or exceed the same are named together.
fn missed(windows: &DutyWindows) -> String {
    let wrong = |window: &DutyWindow| match (windows.over(window), windows.short(window)) {
        (Some(over), _) => format!("{} too many", amount(over, windows.unit)),
        (None, Some(short)) if windows.unit == Unit::Quantity => format!("{} done, {short} too few", window.count),
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
    let also = match windows.waiting() {
        0 => String::new(),
        records => format!("; {} waiting for approval", many(records, ("record", "records"))),
    };
    format!("{}{also}", list(groups.iter().map(group), "; "))
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
        (Some(short), _) => {
            let short = amount(short, windows.unit);
            format!("{short} more in {span}{}, by {}", waiting(first.waiting), date(first.due))
        }
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

pub(super) fn help(finding: &Finding) -> String {
    match &finding.detail {
        Detail::UnknownState { near: Some(near), .. } => format!("Write {}.", named(&near.label, &near.state)),
        Detail::UnknownState { known, near: None, .. } => {
            let known = list(known.iter().map(|state| named(&state.label, &state.state)), ", ");
            format!("Write one of the states of the rulebook: {known}.")
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
        Detail::UnmetRequirement { unmet, .. } if unmet.iter().all(|unmet| unmet.met_now) => {
            "It is met by now: add to the roster the dates of what was there already on that day; otherwise write down the reason.".to_owned()
        }
        Detail::UnmetRequirement { unmet, .. } => {
            let repairs = list(unmet.iter().filter(|unmet| !unmet.met_now).map(repair), "; ");
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
    let missing = (short > 0).then(|| match (windows.waiting(), windows.unit) {
        (0, Unit::Quantity) => {
            "The time is over: add what was done but not recorded, correct what is too low; otherwise write down the reason."
                .to_owned()
        }
        (0, unit) => {
            let short = amount(Decimal::from_ten_thousandths(short), unit);
            let kinds = if windows.kinds.is_empty() { String::new() } else { format!(": {}", kinds(&windows.kinds)) };
            format!("The time is over: add what was done but not recorded ({short} missing{kinds}); otherwise write down the reason.")
        }
        (records, _) => format!(
            "First review the {} waiting for approval; if that is not enough, add what was done but not recorded, or write down the reason.",
            many(records, ("record", "records"))
        ),
    });
    let doubled = over.then(|| "Check whether something is recorded twice; if not, write down the reason.".to_owned());
    list(missing.into_iter().chain(doubled), " ")
}

fn still_to_do(windows: &DutyWindows) -> String {
    let Some(first) = windows.windows.first() else { return String::new() };
    let most = windows.at_most.map(|most| amount(most, windows.unit));
    if first.waiting > 0 {
        let records = many(first.waiting, ("record", "records"));
        return format!(
            "First review the {records} waiting for approval; if that is not enough, do the rest by {}.",
            date(first.due)
        );
    }
    match (windows.short(first), most) {
        (Some(short), None) if windows.unit == Unit::Quantity => {
            format!("Make up the missing {short} by {}.", date(first.due))
        }
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

fn of(kinds: &[Arc<str>]) -> String {
    if kinds.is_empty() { String::new() } else { format!(" of {}", self::kinds(kinds)) }
}
