use super::{Inherit, Measure, Rate, Step};
use crate::EntityKind;
use crate::diagnostic::{Diagnostics, Fault};
use crate::document::{Fields, Spot};
use crate::rulebook::names::peek;
use crate::rulebook::read::{COUNTS, Reading, apart};
use crate::rulebook::require;

/// The keys of the measures that count records.
const COUNTING: [&str; 5] = ["reach", "every", "ladder", "short", "rate"];

/// The keys of the measures that read no record.
const WITHOUT_RECORDS: [&str; 4] = ["base", "duty", "standard", "inherit"];

/// The most that a count is compared with, as the most that a quantity may be.
const COUNT: i64 = 1_000_000;

/// The keys with which an item names its measure, in the order of the text; more than one is a fault.
fn keys(item: Spot<'_>) -> Vec<&'static str> {
    let named = |key| peek(item, key).filter(|value| value.as_boolean() != Some(false));
    let known = ["once"].into_iter().chain(COUNTING).chain(WITHOUT_RECORDS);
    // Beside a rate, the steps of a ladder are its percentages.
    let known = known.filter(|key| *key != "ladder" || named("rate").is_none());
    let mut there: Vec<_> = known.filter_map(|key| Some((named(key)?.start(), key))).collect();
    there.sort_unstable();
    there.into_iter().map(|(_, key)| key).collect()
}

/// The key with which an item names its measure; none means each.
pub(in crate::rulebook) fn key(item: Spot<'_>) -> Option<&'static str> {
    keys(item).first().copied()
}

/// Whether an item's measure is made of lines: each, and once.
pub(in crate::rulebook) fn has_lines(item: Spot<'_>) -> bool {
    key(item).is_none_or(|key| key == "once")
}

/// Whether the measure of that key reads records.
pub(in crate::rulebook) fn reads_records(key: &str) -> bool {
    !WITHOUT_RECORDS.contains(&key)
}

impl Measure {
    /// Reads the measure of an item with all that belongs to it.
    pub(in crate::rulebook) fn read(
        fields: &Fields<'_>,
        subject: Option<EntityKind>,
        reading: &mut Reading<'_>,
    ) -> Option<Measure> {
        let faults = &mut reading.faults;
        let keys = keys(fields.spot());
        for pair in keys.windows(2) {
            if let [first, second] = pair {
                let fault = Fault::TwoMeasures { first: (*first).to_owned(), second: (*second).to_owned() };
                faults.push(fault, fields.key_place(second));
            }
        }
        let key = keys.first().copied();
        belongings(fields, key, faults);
        let skip = fields.optional("skip").and_then(|n| whole(n, 0, faults)).unwrap_or_default();
        let most = fields.optional("most").and_then(|n| whole(n, 0, faults));
        let count = fields.optional("count").and_then(|count| count.word(&COUNTS, faults)).unwrap_or_default();
        let missed = fields.optional("missed").and_then(|missed| missed.boolean(faults)).unwrap_or_default();
        let steps = fields.optional("ladder").and_then(|steps| Step::ladder(steps, faults));
        for flag in ["once", "base"] {
            // Whatever else than `true` or `false` stands there is reported.
            fields.optional(flag).and_then(|flag| flag.boolean(faults));
        }
        let [reach, every, short, rate] = ["reach", "every", "short", "rate"].map(|key| fields.optional(key));
        let [duty, standard, inherit] = ["duty", "standard", "inherit"].map(|key| fields.optional(key));
        Some(match key {
            Some("once") => Measure::Once,
            Some("reach") => Measure::Reach { n: whole(reach?, 1, faults)?, count },
            Some("every") => Measure::Every { k: whole(every?, 1, faults)?, count },
            Some("short") => Measure::Short { n: whole(short?, 1, faults)?, count },
            Some("ladder") => Measure::Ladder { steps: steps?, count },
            Some("rate") => Measure::Rate { rate: Rate::read(rate?, steps, reading)?, count },
            Some("base") => Measure::Base,
            Some("duty") => Measure::Duty { duty: require::duty(duty?, subject, reading)?, missed },
            Some("standard") => Measure::Standard(require::standard(standard?, subject, reading)?),
            Some("inherit") => Measure::Inherit(Inherit::read(inherit?, subject, reading)?),
            _ => Measure::Each { skip, most },
        })
    }
}

/// Reports what belongs to another measure than that of `key`: at the later of the two keys, or as a missing key where no measure is named.
fn belongings(fields: &Fields<'_>, key: Option<&'static str>, faults: &mut Diagnostics) {
    let counts = key.is_some_and(|key| COUNTING.contains(&key));
    for (belonging, belongs, owner) in [
        ("skip", key.is_none(), None),
        ("most", key.is_none(), None),
        ("count", counts, Some("reach")),
        ("missed", key == Some("duty"), Some("duty")),
    ] {
        if belongs || !fields.has(belonging) {
            continue;
        }
        match key {
            Some(key) => apart(fields, &[belonging, key], faults),
            None => drop(owner.map(|owner| fields.required(owner, faults))),
        }
    }
}

fn whole(spot: Spot<'_>, least: i64, faults: &mut Diagnostics) -> Option<u64> {
    spot.whole(least, COUNT, faults).and_then(|n| u64::try_from(n).ok())
}
