//! Every word and sentence of statements and rankings in English.

use std::cmp::Ordering;

use super::amount;
use super::sentence::{Cause, Sentence, Word};
use crate::say::phrase::en::{cited, date, many, named, nouns, span, window};
use crate::say::phrase::list;
use crate::score::{Counting, Reason, Split, Unit, Unscored, Used, UsedBy, WindowClip, Windows};
use crate::{Amount, Cadence, Decimal, EntityKind, Rounding};

pub(super) fn word(word: Word) -> &'static str {
    match word {
        Word::Results => "1. Result",
        Word::ByCategory => "2. Points by category",
        Word::Details => "3. Line by line",
        Word::Unscored => "4. Records without points",
        Word::Closing => "5. Closing account",
        Word::Profile => "6. Profile",
        Word::Subject(EntityKind::Member) => "Member",
        Word::Subject(EntityKind::Sector) => "Sector",
        Word::Subject(EntityKind::Committee) => "Committee",
        Word::Subject(EntityKind::Group) => "Group",
        Word::Subject(EntityKind::Unit) => "Unit",
        Word::Subject(EntityKind::Studio) => "Studio",
        Word::Rulebook => "Rulebook",
        Word::Period => "Period",
        Word::AsOf => "As of",
        Word::Total => "Total",
        Word::Grade => "Grade",
        Word::Rank => "Rank",
        Word::Node => "Category or item",
        Word::Clause => "Clause",
        Word::Figure => "Points",
        Word::Day | Word::SignedOn => "Date",
        Word::Record => "Record",
        Word::What => "What",
        Word::Item => "Item",
        Word::Working => "Working",
        Word::Worth => "Worth",
        Word::Counts => "Counts",
        Word::Why => "Why it has no points",
        Word::Id => "Id",
        Word::Name(_) => "Name",
        Word::Number(_) => "Number",
        Word::Share => "Share",
        Word::Dimension => "Dimension",
        Word::ShareOfTotal => "Of the total",
        Word::Caps => "Caps",
        Word::ShareOfCaps => "Of the caps",
        Word::Percentile => "At or below",
        Word::Subtotal => "Subtotal",
        Word::WholePeriod => "period",
        Word::Base => "base points",
        Word::Floor => "raised to the floor",
        Word::NoGrade => "no grade",
        Word::Unclassed => "in no other",
        Word::UnscoredRecords => "Records of this account that have no points",
        Word::Readings => "The rulebook says of these:",
        Word::GradesCounted => "How many have each grade",
        Word::OnlyPoints => "Points only: neither rank nor grade",
        Word::Ranking => "Ranking",
        Word::Grades => "Grades",
        Word::Notices => "Notices",
        Word::NotAssessed => "Not assessed",
        Word::Signature => "Signature",
    }
}

pub(super) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Title(board) => format!("Statement: {board}"),
        Sentence::Subtitle { rulebook, period } => format!("{rulebook}, {}", window(period)),
        Sentence::Named { name, id } => named(name, id),
        Sentence::Rulebook(title) => title.to_owned(),
        Sentence::Window(days) => span(days),
        Sentence::Span(span) => window(span),
        Sentence::Day(day) => date(day),
        Sentence::Total { total, exact } if exact == total.amount() => points(&total),
        Sentence::Total { total, exact } => format!("{} (exactly {exact})", points(&total)),
        Sentence::Ranked { rank, of, kind, among: None } => format!("{rank} of {}", many(of, nouns(kind))),
        Sentence::Ranked { rank, of, kind, among: Some(among) } => format!("{rank} of {} in “{among}”", many(of, nouns(kind))),

        Sentence::NotAssessed => "This board does not assess the subject: there are points, but no rank, no grade and no notice.".to_owned(),
        Sentence::ByVeto { grade } => format!("The grade “{grade}” is decided by a veto, whatever the total."),
        Sentence::LeftOut { grade, seats: true } => format!("The conditions of “{grade}” are met, but it had too few seats."),
        Sentence::LeftOut { grade, seats: false } => format!("The conditions of “{grade}” are met, but its quota comes to no seat at all."),
        Sentence::Veto { label, clause, records, grade, zero, sliced } => {
            let grade = grade.map(|grade| format!("; the grade becomes “{grade}”")).unwrap_or_default();
            let zero = match (zero, sliced) {
                (false, _) => "",
                (true, false) => "; the total becomes 0",
                (true, true) => "; that part counts nothing",
            };
            format!("Veto “{label}”{}: record {records}{grade}{zero}.", cited(clause))
        }
        Sentence::Notice { label, clause, by } => {
            let by = by.map(|by| format!(" Given by: {by}.")).unwrap_or_default();
            format!("Notice: {label}{}.{by}", cited(clause))
        }
        Sentence::Sliced { windows } => {
            let named = list(windows.iter().map(|&span| window(span)), ", ");
            format!("The period is scored in {} parts ({named}), which add up to the total; caps and floors hold in each part by itself.", windows.len())
        }

        Sentence::Multiplied { factors } => format!("The sum is multiplied by {}.", list(factors.iter().map(ToString::to_string), " × ")),
        Sentence::Cap { cap } => format!("At most {}.", points(&cap)),
        Sentence::CapTook { cap: Some(cap), taken } => format!("At most {}; {taken} above it {} not count.", points(&cap), does(taken)),
        Sentence::CapTook { cap: None, taken } => format!("More than points can hold; {taken} above it {} not count.", does(taken)),
        Sentence::FloorGave { floor: Some(floor), raised } => format!("At least {}; {raised} given back.", points(&floor)),
        Sentence::FloorGave { floor: None, raised } => format!("Less than points can hold; {raised} given back."),
        Sentence::EachWindow(windows) => each_window(windows),
        Sentence::ZeroByVeto { sliced: false } => "A veto makes the total 0.".to_owned(),
        Sentence::ZeroByVeto { sliced: true } => "A part with a veto counts nothing.".to_owned(),
        Sentence::Omitted { items: 1 } => "One more item has no records and no points and is not listed.".to_owned(),
        Sentence::Omitted { items } => format!("{items} more items have no records and no points and are not listed."),
        Sentence::AuthorsNote { label, note } => format!("“{label}”: {note}"),
        Sentence::RoundedApart => "The figures of the categories are each rounded by themselves, so that they differ from the total in the last place; the total holds.".to_owned(),

        Sentence::Caption { label, contribution } => format!("{label}: {}", counts(contribution, true)),
        Sentence::Assessed { score, points } => match score.cmp(&points) {
            Ordering::Less => format!("score {score} (at least {points})"),
            Ordering::Equal => format!("score {score}"),
            Ordering::Greater => format!("score {score} (at most {points})"),
        },
        Sentence::Quantity(quantity) => format!("quantity {quantity}"),
        Sentence::Times(factor) => format!("factor {factor}"),
        Sentence::Part(part, of) => format!("share {part}/{of}"),
        Sentence::Shared(split) => shared(split),
        Sentence::Factor(factor) => format!("category factor {factor}"),
        Sentence::Counted { count, of: None, unit } => format!("counted {}", counted(&count.to_string(), unit)),
        Sentence::Counted { count, of: Some(of), unit } => format!("counted {count} of {}", counted(&of.to_string(), unit)),
        Sentence::Rule { rule, unit, points, count, percent } => rule_said(rule, unit, points, count, percent),
        Sentence::CountedRecord { id, date, kind } => format!("{id} ({date} {kind})"),
        Sentence::CountedRecords(records) => format!("Counted records: {}.", records.join(", ")),
        Sentence::Duty { duty, missed: false, windows } => format!("“{duty}” met {}", times(windows)),
        Sentence::Duty { duty, missed: true, windows } => format!("“{duty}” missed {}", times(windows)),
        Sentence::Standard { standard, met, of } => format!("“{standard}”: {met} of {of} checks met"),
        Sentence::Inherited { grade, none: false } => format!("belongs to what got “{grade}”"),
        Sentence::Inherited { grade, none: true } => format!("no part, as the rule asks for it, in anything graded “{grade}”"),
        Sentence::FloorOf(floor) => format!("at least {}", points(&floor)),
        Sentence::Less { causes, left, lines } => {
            let outcome = match lines {
                2 => "this line and the next count nothing".to_owned(),
                3.. => format!("this line and the next {} count nothing", lines - 1),
                _ if left == Amount::ZERO => "this line counts nothing".to_owned(),
                _ => format!("this line {}", counts(left, true)),
            };
            let causes = list(causes.iter().map(cause), "; ");
            let mut letters = causes.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
            format!("{first}{}: {outcome}.", letters.as_str())
        }
        Sentence::HowToRead => "“Worth” is what a line comes to by the rules, “counts” what it adds to the total; where it counts for less, the reason is given.".to_owned(),
        Sentence::NoLines => "No record gave points.".to_owned(),

        Sentence::NoneUnscored => "There are none.".to_owned(),
        Sentence::Sum { parts, sum } => match parts {
            [] => "Nothing counts; the sum is 0.".to_owned(),
            [one] => format!("The lines together {}.", counts(*one, false)),
            parts => format!("The categories together count {} = {sum}.", list(parts.iter().map(added), " + ")),
        },
        Sentence::Published { exact, total, .. } if exact == total.amount() => format!("That is the total: {total}."),
        Sentence::Published { exact, total, rounding } => {
            let places = match total.places() {
                0 => "to a whole number".to_owned(),
                1 => "to one decimal place".to_owned(),
                places => format!("to {places} decimal places"),
            };
            format!("{exact} is the exact total; rounded {} {places} it is published as {total}.", rounded(rounding))
        }
        Sentence::Records { scored: 0, unscored: 0 } => "There are no records of this account.".to_owned(),
        Sentence::Records { scored, unscored } => {
            let all = u32::try_from(scored + unscored).unwrap_or(u32::MAX);
            format!("This account has {}: {scored} in the lines above, {unscored} without points; none is left out.", many(all, ("record", "records")))
        }

        Sentence::Used(used) => format!("has no points of its own: it was used for {}", list(used.iter().map(used_for), ", ")),

        Sentence::ProfileOf { ranked: None, .. } => "The dimensions".to_owned(),
        Sentence::ProfileOf { kind, ranked: Some(ranked) } => format!("The dimensions, and how they compare among {}", many(ranked, nouns(kind))),
        Sentence::HowToCompare { kind, assessed } => {
            let percentile = if assessed {
                format!(" “At or below” is the share of the ranked {} that have as much or less, this one among them.", nouns(kind).1)
            } else {
                String::new()
            };
            format!("All by published figures. Dimensions may leave categories out or share them, and need not add up to the total.{percentile}")
        }
        Sentence::Of(part, of) => format!("{part} of {of}"),

        Sentence::Ranking { assessed: 0, kind } => format!("No {} is assessed.", nouns(kind).0),
        Sentence::Ranking { assessed, kind } => format!("{} assessed, best first", many(u32::try_from(assessed).unwrap_or(u32::MAX), nouns(kind))),
        Sentence::NoticeTo { label, clause, by, to } => {
            let by = by.map(|by| format!(", given by {by}")).unwrap_or_default();
            format!("{label}{}{by}: {}.", cited(clause), to.join(", "))
        }
        Sentence::RankIn { rank, among } => format!("{rank} in {among}"),
        Sentence::Percent(percent) => format!("{percent}%"),
        Sentence::Undecided { label } => format!("“{label}” looks at the boards of earlier periods; without them it could not be decided."),
        Sentence::MoreCategories => "The figures of the other categories stand in the statements.".to_owned(),
    }
}

/// Why a record gave no line.
pub(super) fn unscored(reason: Unscored) -> &'static str {
    match reason {
        Unscored::Pending => "waits to be approved",
        Unscored::Rejected => "was rejected",
        Unscored::Void => "is void",
        Unscored::AfterAsOf => "is later than the day of this account",
        Unscored::UnscoredKind => "is of a kind that has no points by the rules",
        Unscored::NoScore => "awaits the assessor's points",
        Unscored::OutsidePeriod => "lies outside the period",
        Unscored::CountedElsewhere => "has no points of its own: it was used for a rate, a duty, a notice or a veto",
        Unscored::NoItem => "no item of the rules takes it",
    }
}

/// What took something off a line, and how much where that is to be said.
fn cause(cause: &Cause<'_>) -> String {
    let took = cause.took.map(|took| format!(", {took} less")).unwrap_or_default();
    format!("{}{took}", reason(cause))
}

fn reason(cause: &Cause<'_>) -> String {
    let label = cause.label;
    let sliced = if cause.sliced { " in this part" } else { "" };
    let within = cause.cadence.map_or_else(|| sliced.to_owned(), |cadence| format!(" {}", each(cadence)));
    let number = cause.number.unwrap_or(1);
    match cause.reason {
        Reason::BestOfWork => "of one work only the best line counts".to_owned(),
        Reason::Skipped if number == 1 => format!("the first one of this item{within} does not count"),
        Reason::Skipped => format!("the first {number} of this item{within} do not count"),
        Reason::NotAmongMost if number == 1 => {
            format!("only the best one of this item counts{within}, and this is not it")
        }
        Reason::NotAmongMost => {
            format!("only the best {number} of this item count{within}, and this is not among them")
        }
        Reason::NotBest => format!("this item counts once{within}, and another line is better or earlier"),
        Reason::Cap(_) => match cause.cap {
            Some(cap) => format!("“{label}” has reached its cap of {}{sliced}", points(&cap)),
            None => format!("“{label}” is full{sliced}"),
        },
        Reason::WindowCap(_) => {
            let when = cause.window.map(|span| format!(" in {}", window(span))).unwrap_or_default();
            match cause.cap {
                Some(cap) => format!("“{label}” has reached its cap of {}{when}", points(&cap)),
                None => format!("“{label}” is full{when}"),
            }
        }
        Reason::Require(_) => format!("the duty “{label}” was missed or is pending"),
        Reason::Veto if cause.sliced => "a veto makes this part count nothing".to_owned(),
        Reason::Veto => "a veto makes the total 0".to_owned(),
        Reason::CapPoints => "it is more than points can hold".to_owned(),
    }
}

/// How a count became points.
fn rule_said(
    rule: &Counting,
    unit: Unit,
    worth: Option<Decimal>,
    count: Decimal,
    percent: Option<(Decimal, bool)>,
) -> String {
    let amount = |n: &dyn std::fmt::Display| counted(&n.to_string(), unit);
    let worth = worth.map(given).unwrap_or_default();
    match *rule {
        Counting::Reach { n } => {
            let reached = i128::from(count.ten_thousandths()) >= i128::from(n) * 10_000;
            format!("needed {}: {}", amount(&n), if reached { "reached" } else { "not reached" })
        }
        Counting::Every { k } => format!("{worth} for every {}", amount(&k)),
        Counting::Short { n } => format!("{} asked for, {worth} for each missing", amount(&n)),
        Counting::Ladder { percent: false, reached, next } => {
            let reached = reached.map_or_else(
                || "below the lowest step".to_owned(),
                |step| format!("step of {}", amount(&step.at_least)),
            );
            let next = next
                .map(|step| format!("; next {} for {}", given(step.points), amount(&step.at_least)))
                .unwrap_or_default();
            format!("{reached}{next}")
        }
        Counting::Ladder { percent: true, reached, next } => {
            let Some((percent, exact)) = percent else { return "nothing to compare with".to_owned() };
            let about = if exact { "" } else { "about " };
            let reached = reached
                .map_or_else(|| "below the lowest step".to_owned(), |step| format!("step of {}%", step.at_least));
            let next =
                next.map(|step| format!("; next {} for {}%", given(step.points), step.at_least)).unwrap_or_default();
            format!("{about}{percent}%: {reached}{next}")
        }
        Counting::Rate => match percent {
            Some((percent, true)) => format!("{percent}% of {worth}"),
            Some((percent, false)) => format!("about {percent}% of {worth}"),
            None => "nothing to compare with".to_owned(),
        },
    }
}

fn counted(count: &str, unit: Unit) -> String {
    let one = count == "1";
    match unit {
        Unit::Records => format!("{count} {}", if one { "record" } else { "records" }),
        Unit::Quantity => format!("quantity {count}"),
        Unit::Days => format!("{count} {}", if one { "day" } else { "days" }),
        Unit::Works => format!("{count} {}", if one { "work" } else { "works" }),
    }
}

fn times(count: u32) -> String {
    many(count, ("time", "times"))
}

fn points(amount: &dyn std::fmt::Display) -> String {
    let text = amount.to_string();
    let word = if text == "1" { "point" } else { "points" };
    format!("{text} {word}")
}

fn does(amount: Amount) -> &'static str {
    if amount.to_string() == "1" { "does" } else { "do" }
}

fn rounded(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::HalfUp => "half up",
        Rounding::HalfEven => "half to even",
        Rounding::Down => "down",
    }
}

fn each(cadence: Cadence) -> &'static str {
    match cadence {
        Cadence::Month => "in each month",
        Cadence::Quarter => "in each quarter",
        Cadence::Half => "in each half-year",
        Cadence::Year => "in each year",
        Cadence::Term => "in each term",
    }
}

/// How an item is clamped window by window, and in which of them that did something.
fn each_window(windows: &Windows) -> String {
    let each = each(windows.cadence);
    let limits = match (windows.cap, windows.floor) {
        (None, None) => format!("Taken {each}"),
        (Some(cap), None) => format!("At most {} {each}", points(&cap)),
        (None, Some(floor)) => format!("At least {} {each}", points(&floor)),
        (Some(cap), Some(floor)) => format!("At most {} and at least {floor} {each}", points(&cap)),
    };
    let clip = |clip: &WindowClip| match clip.taken {
        Amount::ZERO => format!("{} given back in {}", clip.raised, window(clip.window)),
        taken => format!("{taken} above it {} not count in {}", does(taken), window(clip.window)),
    };
    let colon = if windows.clipped.is_empty() { "" } else { ": " };
    format!("{limits}{colon}{}.", list(windows.clipped.iter().map(clip), ", "))
}

/// How a record is shared among those who took part.
fn shared(split: &Split) -> String {
    let (value, part, carrying, people) = match split {
        Split::Equal { people } => return format!("equally among {people}"),
        Split::Facet { value, part, carrying, people } => (value, *part, *carrying, *people),
    };
    let rest = Decimal::from_ten_thousandths(10_000 - part.ten_thousandths());
    let get = |people: u32, part: Decimal| match (people, amount::of_hundred(part)) {
        (1, Decimal::ZERO) => "gets nothing".to_owned(),
        (1, percent) => format!("gets {percent}%"),
        (_, Decimal::ZERO) => "get nothing".to_owned(),
        (_, percent) => format!("share {percent}%"),
    };
    let first = if carrying == 1 { String::new() } else { format!("{carrying} × ") };
    let others = people.saturating_sub(carrying);
    let the_others = if others == 1 { "the other one".to_owned() } else { format!("the other {others}") };
    format!("{first}“{value}” {}, {the_others} {}", get(carrying, part), get(others, rest))
}

/// What a record without points was used for.
fn used_for(used: &Used) -> String {
    let what = match used.what {
        UsedBy::Veto => "veto",
        UsedBy::Rate => "rate",
        UsedBy::Notice => "notice",
        UsedBy::Duty => "duty",
    };
    format!("the {what} “{}”", used.label)
}

/// What one line, or several, count for.
fn counts(contribution: Amount, one: bool) -> String {
    let s = if one { "s" } else { "" };
    if contribution.is_negative() {
        format!("take{s} off {}", -contribution)
    } else {
        format!("count{s} {contribution}")
    }
}

/// What a rule gives, or takes.
fn given(worth: Decimal) -> String {
    let worth = Amount::from(worth);
    if worth.is_negative() { format!("{} off", points(&-worth)) } else { points(&worth) }
}

/// An amount to be added; a negative one stands in brackets.
fn added(part: &Amount) -> String {
    if part.is_negative() { format!("({part})") } else { part.to_string() }
}
