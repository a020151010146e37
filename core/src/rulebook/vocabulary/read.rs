use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Facet, Kind, LinkKind, Vocabulary, Word, Words};
use crate::Slug;
use crate::arena::Arena;
use crate::diagnostic::{Diagnostics, Fault};
use crate::document::{Fields, Spot};
use crate::field::{Field, ID};
use crate::rulebook::predicate::WHEN_KEYS;
use crate::rulebook::read::{ENTITIES, text};

/// The keys of a record in JSON that are no columns.
const RECORD_KEYS: [&str; 2] = [ID, "by"];

impl Vocabulary {
    /// Reads every vocabulary of the document. A word whose id is sound is declared, whatever else is wrong with it, so that its uses are
    /// not reported as well.
    pub(in crate::rulebook) fn read(top: &Fields<'_>, faults: &mut Diagnostics) -> Vocabulary {
        let facets = top.optional("facets");
        if let Some(table) = facets {
            keep_reserved(table, faults);
        }
        Vocabulary {
            kinds: each(top.optional("kinds"), faults, |id, spot, said, faults| Some(kind(id, spot, said, faults))),
            facets: each(facets, faults, |id, spot, said, faults| Some(facet(id, spot, said, faults))),
            posts: words(top.optional("posts"), faults),
            tags: words(top.optional("tags"), faults),
            roles: words(top.optional("roles"), faults),
            studio_types: words(top.optional("studio_types"), faults),
            unit_types: words(top.optional("unit_types"), faults),
            attrs: each(top.optional("attrs"), faults, |id, spot, said, faults| Some(attr(id, spot, said, faults))),
            links: each(top.optional("links"), faults, link),
        }
    }
}

/// What has been said in one vocabulary: every id, label and alias, and the word it belongs to.
#[derive(Default)]
struct Said<'d> {
    names: BTreeMap<&'d str, Vec<(usize, At<'d>)>>,
    word: usize,
}

/// Where a name stands, and so what it is to its word.
#[derive(Clone, Copy)]
enum At<'d> {
    Id,
    Label(Spot<'d>),
    Alias(Spot<'d>),
}

impl<'d> Said<'d> {
    fn say(&mut self, name: &'d str, at: At<'d>) {
        self.names.entry(name).or_default().push((self.word, at));
    }

    /// Reports each name that stands twice, at the later place. A word may have its id for a label.
    fn check(self, fields: &Fields<'d>, faults: &mut Diagnostics) {
        for (name, mut said) in self.names {
            said.dedup_by(|next, one| matches!((one, next), ((word, At::Id), (same, At::Label(_))) if word == same));
            if said.len() == 1 {
                continue;
            }
            let place = |at| match at {
                At::Id => fields.key_place(name),
                At::Label(spot) | At::Alias(spot) => spot.place(),
            };
            let mut places: Vec<_> = said.into_iter().map(|(_, at)| place(at)).collect();
            places.sort_by_key(|place| place.bytes.start);
            for place in places.into_iter().skip(1) {
                faults.push(Fault::DuplicateName { name: name.to_owned() }, place);
            }
        }
    }
}

/// Reads each word of a vocabulary: its id, what stands under it, and what has been said before it.
fn each<'d, T>(
    table: Option<Spot<'d>>,
    faults: &mut Diagnostics,
    mut read: impl FnMut(&Slug, Spot<'d>, &mut Said<'d>, &mut Diagnostics) -> Option<T>,
) -> Arena<T> {
    let Some(fields) = table.and_then(|spot| spot.fields(faults)) else { return Arena::default() };
    let (mut said, mut list) = (Said::default(), Vec::new());
    for (key, spot) in fields.each() {
        said.say(key, At::Id);
        match key.parse() {
            Ok(id) => list.extend(read(&id, spot, &mut said, faults)),
            Err(_) => faults.push(Fault::BadId { value: key.to_owned() }, fields.key_place(key)),
        }
        said.word += 1;
    }
    said.check(&fields, faults);
    Arena::from(list)
}

/// Words that have a label and aliases, and nothing more.
fn words(table: Option<Spot<'_>>, faults: &mut Diagnostics) -> Words {
    each(table, faults, |id, spot, said, faults| {
        if spot.is_table()
            && let Some(fields) = spot.fields(faults)
        {
            let word = word(id, &fields, said, faults);
            fields.finish(faults);
            return Some(word);
        }
        Some(bare(id, spot, said, faults))
    })
}

/// `id = "label"`.
fn bare<'d>(id: &Slug, spot: Spot<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Word {
    Word { id: id.clone(), label: label(id, Some(spot), said, faults), aliases: Vec::new() }
}

/// The `label` and `aliases` of a word written as a table.
fn word<'d>(id: &Slug, fields: &Fields<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Word {
    let label = label(id, fields.required("label", faults), said, faults);
    let mut aliases = Vec::new();
    for spot in fields.optional("aliases").map(Spot::list_or_one).unwrap_or_default() {
        if let Some(alias) = spot.text(faults) {
            said.say(alias, At::Alias(spot));
            aliases.push(alias.into());
        }
    }
    Word { id: id.clone(), label, aliases }
}

/// The label; the id where there is none, which has been reported.
fn label<'d>(id: &Slug, spot: Option<Spot<'d>>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Arc<str> {
    let Some((spot, label)) = spot.and_then(|spot| Some((spot, spot.text(faults)?))) else { return id.as_str().into() };
    said.say(label, At::Label(spot));
    label.into()
}

fn kind<'d>(id: &Slug, spot: Spot<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Kind {
    if spot.is_table()
        && let Some(fields) = spot.fields(faults)
    {
        let word = word(id, &fields, said, faults);
        let scored = fields.optional("scored").and_then(|spot| spot.boolean(faults)).unwrap_or(true);
        text(fields.optional("note"), faults);
        fields.finish(faults);
        return Kind { word, scored };
    }
    Kind { word: bare(id, spot, said, faults), scored: true }
}

/// An attribute; nothing is on it, and it stands in no heading.
fn attr<'d>(id: &Slug, spot: Spot<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Facet {
    let Some(fields) = spot.fields(faults) else { return unread(id) };
    let word = word(id, &fields, said, faults);
    let values = words(fields.required("values", faults), faults);
    fields.finish(faults);
    Facet { word, participation: false, values }
}

fn facet<'d>(id: &Slug, spot: Spot<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Facet {
    let Some(fields) = spot.fields(faults) else { return unread(id) };
    let word = word(id, &fields, said, faults);
    let values = words(fields.required("values", faults), faults);
    let on = fields.optional("on").and_then(|spot| spot.word(&[("record", false), ("participation", true)], faults));
    let names = fields
        .optional("label")
        .into_iter()
        .chain(fields.optional("aliases").map(Spot::list_or_one).unwrap_or_default());
    fields.finish(faults);
    for spot in names {
        if let Some(name) = spot.as_text()
            && Field::ALL.iter().any(|(_, word, heading)| name == *word || name == *heading)
        {
            spot.fault(faults, Fault::ReservedName { name: name.to_owned() });
        }
    }
    Facet { word, participation: on.unwrap_or(false), values }
}

/// A facet of which only the id could be read.
fn unread(id: &Slug) -> Facet {
    let word = Word { id: id.clone(), label: id.as_str().into(), aliases: Vec::new() };
    Facet { word, participation: false, values: Words::default() }
}

/// Reports a facet that could not be told from a column of a ledger, a key of a record, or a key of a `when`.
fn keep_reserved(facets: Spot<'_>, faults: &mut Diagnostics) {
    // That it is no table is reported when the facets are read.
    let Some(fields) = facets.as_fields() else { return };
    let column = |key: &str| Field::ALL.iter().any(|(_, word, _)| *word == key);
    let reserved = |key: &str| column(key) || RECORD_KEYS.contains(&key) || WHEN_KEYS.contains(&key);
    for (key, _) in fields.each().into_iter().filter(|(key, _)| reserved(key)) {
        faults.push(Fault::ReservedName { name: key.to_owned() }, fields.key_place(key));
    }
}

fn link<'d>(id: &Slug, spot: Spot<'d>, said: &mut Said<'d>, faults: &mut Diagnostics) -> Option<LinkKind> {
    let fields = spot.fields(faults)?;
    let label = label(id, fields.required("label", faults), said, faults);
    let (from, to) = (fields.required("from", faults), fields.required("to", faults));
    fields.finish(faults);
    let (from, to) =
        (from.and_then(|spot| spot.word(&ENTITIES, faults)), to.and_then(|spot| spot.word(&ENTITIES, faults)));
    Some(LinkKind { id: id.clone(), label, from: from?, to: to? })
}
