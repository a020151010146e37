use crate::EntityKind;
use crate::diagnostic::{Diagnostics, Fault};
use crate::roster::{Check, End, Roster};
use crate::rulebook::{Rulebook, Rules};

impl Rulebook {
    /// Whether the rulebook and a roster fit together: the links and checks of the roster are declared, and the entities that the
    /// rulebook names are there.
    pub(crate) fn meet(&self, roster: &Roster) -> Result<(), Diagnostics> {
        let rules = self.rules();
        let mut faults = Diagnostics::new(roster.register().source.clone().named("名册 roster"));
        links(rules, roster, &mut faults);
        checks(rules, roster, &mut faults);
        let mut unknown = Diagnostics::new(rules.document.source.clone());
        for mention in rules.mentions.iter().filter(|mention| roster.find(mention.kind, &mention.id).is_none()) {
            let fault = Fault::UnknownEntity {
                kind: mention.kind,
                name: mention.id.to_string(),
                near: unknown.suggests().then(|| roster.nearest(mention.kind, &mention.id)).flatten(),
            };
            unknown.push(fault, mention.place.clone());
        }
        let all = match (unknown.is_empty(), faults.is_empty()) {
            (true, true) => return Ok(()),
            (true, false) => faults.sorted(),
            (false, _) => {
                let mut all = unknown.sorted();
                all.extend(faults.sorted());
                all
            }
        };
        Err(all)
    }
}

fn links(rules: &Rules, roster: &Roster, faults: &mut Diagnostics) {
    for (nth, link) in roster.register().links.iter().enumerate() {
        let name = &*link.kind.value;
        let Some(kind) = rules.vocabulary.links.iter().find(|kind| kind.id == *name) else {
            let near = faults.nearest(name, rules.vocabulary.links.iter().map(|kind| kind.id.as_str()));
            faults.push(Fault::UndeclaredLink { name: name.to_owned(), near }, roster.link_kind_place(nth, link));
            continue;
        };
        for (end, expected) in [(End::From, kind.from), (End::To, kind.to)] {
            let found = link.at(end).kind;
            if found != expected {
                faults.push(
                    Fault::WrongEnd { link: name.to_owned(), expected, found },
                    roster.link_end_place(nth, link, end),
                );
            }
        }
    }
}

/// A check is named with its standard, or alone where one standard has it. A rulebook without standards knows of none.
fn checks(rules: &Rules, roster: &Roster, faults: &mut Diagnostics) {
    if rules.standards.is_empty() {
        return;
    }
    let known = |check: &Check| {
        let has = |standard: &&crate::rulebook::Standard| {
            standard.checks.iter().any(|known| known.id == *check.check)
                && check.standard.as_ref().is_none_or(|named| standard.id == **named)
        };
        rules.standards.iter().filter(has).count() == 1
    };
    let full = |check: &Check| {
        check
            .standard
            .as_ref()
            .map_or_else(|| check.check.to_string(), |standard| format!("{standard}/{}", check.check))
    };
    let names: Vec<String> = rules
        .standards
        .iter()
        .flat_map(|standard| standard.checks.iter().map(|check| format!("{}/{}", standard.id, check.id)))
        .collect();
    let bare = rules.standards.iter().flat_map(|standard| standard.checks.iter().map(|check| check.id.as_str()));
    for entity in EntityKind::ALL.into_iter().flat_map(|kind| roster.entities(kind)) {
        for (nth, dated) in roster.checks(entity).0.iter().enumerate().filter(|(_, dated)| !known(&dated.value)) {
            let name = full(&dated.value);
            // Where several standards have a check, its full name is meant.
            let full = names.iter().find(|full| full.split_once('/').is_some_and(|(_, check)| check == name)).cloned();
            let near = full.or_else(|| faults.nearest(&name, names.iter().map(String::as_str).chain(bare.clone())));
            faults.push(Fault::UnknownCheck { name, near }, roster.check_place(entity, nth, &dated.value));
        }
    }
}
