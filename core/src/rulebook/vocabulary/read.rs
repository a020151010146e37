use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Facet, Kind, LinkKind, Vocabulary, Word, Words};
use crate::Slug;
use crate::arena::Arena;
use crate::diagnostic::{Diagnostics, Fault, Place};
use crate::document::{Fields, Spot};
use crate::rulebook::predicate::WHEN_KEYS;
use crate::rulebook::read::{ENTITIES, text};

/// The columns of a ledger's table and the keys of its records, by which no facet may be called.
const COLUMNS: [&str; 14] =
    ["record", "date", "member", "kind", "studio", "unit", "group", "committee", "sector", "work", "quantity", "score", "status", "note"];

/// The headings of those columns in Chinese, which no facet may have for a label.
const HEADINGS: [&str; 14] = ["编号", "日期", "委员", "类型", "工作室", "单位", "活动组", "专委会", "界别", "成果", "数量", "得分", "状态", "备注"];

/// The keys of a record in JSON that are no columns.
const RECORD_KEYS: [&str; 2] = ["id", "by"];

impl Vocabulary {
    /// Reads every vocabulary of the document. A word whose id is sound is declared, whatever else is wrong with it, so that its uses are
    /// not reported as well.
    pub(in crate::rulebook) fn read(top: &Fields<'_>, faults: &mut Diagnostics) -> Vocabulary {
        Vocabulary {
            kinds: each(top.optional("kinds"), faults, |key, spot, said, faults| Some(kind(key, spot, said, faults))),
            facets: each(top.optional("facets"), faults, |key, spot, said, faults| Some(facet(key, spot, true, said, faults))),
            posts: words(top.optional("posts"), faults),
            tags: words(top.optional("tags"), faults),
            roles: words(top.optional("roles"), faults),
            studio_types: words(top.optional("studio_types"), faults),
            unit_types: words(top.optional("unit_types"), faults),
            attrs: each(top.optional("attrs"), faults, |key, spot, said, faults| Some(facet(key, spot, false, said, faults))),
            links: each(top.optional("links"), faults, link),
        }
    }
}

/// What has been said in one vocabulary: every id, label and alias with its place, and the word it belongs to.
#[derive(Default)]
struct Said {
    names: Vec<(Place, String, usize, Part)>,
    word: usize,
}

/// What a name is to its word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Id,
    Label,
    Alias,
}

impl Said {
    fn say(&mut self, place: Place, name: &str, part: Part) {
        self.names.push((place, name.to_owned(), self.word, part));
    }

    /// Reports each name that stands twice, at the later place. A word may have its id for a label.
    fn check(mut self, faults: &mut Diagnostics) {
        self.names.sort_by_key(|(place, ..)| place.bytes.start);
        let mut seen = BTreeMap::new();
        for (place, name, word, part) in self.names {
            match seen.get(&name) {
                Some(&(first, Part::Id)) if first == word && part == Part::Label => {}
                Some(_) => faults.push(Fault::DuplicateName { name }, place),
                None => {
                    seen.insert(name, (word, part));
                }
            }
        }
    }
}

/// An id and where it stands.
struct Key {
    id: Slug,
    place: Place,
}

/// Reads each word of a vocabulary.
fn each<T>(
    table: Option<Spot<'_>>,
    faults: &mut Diagnostics,
    mut read: impl FnMut(Key, Spot<'_>, &mut Said, &mut Diagnostics) -> Option<T>,
) -> Arena<T> {
    let Some(fields) = table.and_then(|spot| spot.fields(faults)) else { return Arena::default() };
    let (mut said, mut list) = (Said::default(), Vec::new());
    for (key, spot) in fields.each() {
        let place = fields.key_place(key);
        said.say(place.clone(), key, Part::Id);
        match key.parse() {
            Ok(id) => list.extend(read(Key { id, place }, spot, &mut said, faults)),
            Err(_) => faults.push(Fault::BadId { value: key.to_owned() }, place),
        }
        said.word += 1;
    }
    said.check(faults);
    Arena::from(list)
}

/// Words that have a label and aliases, and nothing more.
fn words(table: Option<Spot<'_>>, faults: &mut Diagnostics) -> Words {
    each(table, faults, |key, spot, said, faults| {
        if spot.is_table()
            && let Some(fields) = spot.fields(faults)
        {
            let word = word(&key, &fields, said, faults);
            fields.finish(faults);
            return Some(word);
        }
        Some(bare(&key, spot, said, faults))
    })
}

/// `id = "label"`.
fn bare(key: &Key, spot: Spot<'_>, said: &mut Said, faults: &mut Diagnostics) -> Word {
    Word { id: key.id.clone(), label: label(key, Some(spot), said, faults), aliases: Vec::new() }
}

/// The `label` and `aliases` of a word written as a table.
fn word(key: &Key, fields: &Fields<'_>, said: &mut Said, faults: &mut Diagnostics) -> Word {
    let label = label(key, fields.required("label", faults), said, faults);
    let mut aliases = Vec::new();
    for spot in fields.optional("aliases").map(Spot::list_or_one).unwrap_or_default() {
        if let Some(alias) = spot.text(faults) {
            said.say(spot.place(), alias, Part::Alias);
            aliases.push(alias.into());
        }
    }
    Word { id: key.id.clone(), label, aliases }
}

fn label(key: &Key, spot: Option<Spot<'_>>, said: &mut Said, faults: &mut Diagnostics) -> Arc<str> {
    let Some((spot, label)) = spot.and_then(|spot| Some((spot, spot.text(faults)?))) else { return key.id.as_str().into() };
    said.say(spot.place(), label, Part::Label);
    label.into()
}

fn kind(key: Key, spot: Spot<'_>, said: &mut Said, faults: &mut Diagnostics) -> Kind {
    if spot.is_table()
        && let Some(fields) = spot.fields(faults)
    {
        let word = word(&key, &fields, said, faults);
        let scored = fields.optional("scored").and_then(|spot| spot.boolean(faults)).unwrap_or(true);
        text(fields.optional("note"), faults);
        fields.finish(faults);
        return Kind { word, scored };
    }
    Kind { word: bare(&key, spot, said, faults), scored: true }
}

/// A facet, or an attribute; only a facet is on something, and stands in the headings of a ledger.
fn facet(key: Key, spot: Spot<'_>, is_facet: bool, said: &mut Said, faults: &mut Diagnostics) -> Facet {
    let before = said.names.len();
    let Some(fields) = spot.fields(faults) else {
        let word = Word { label: key.id.as_str().into(), id: key.id, aliases: Vec::new() };
        return Facet { word, participation: false, values: Words::default() };
    };
    let word = word(&key, &fields, said, faults);
    let values = words(fields.required("values", faults), faults);
    let mut participation = false;
    if is_facet {
        let on = fields.optional("on");
        participation = on.and_then(|spot| spot.word(&[("record", false), ("participation", true)], faults)).unwrap_or(false);
        if reserved_key(&key.id) {
            faults.push(Fault::ReservedName { name: key.id.to_string() }, key.place);
        }
        for (place, name, ..) in said.names.iter().skip(before).filter(|(_, name, ..)| is_heading(name)) {
            faults.push(Fault::ReservedName { name: name.clone() }, place.clone());
        }
    }
    fields.finish(faults);
    Facet { word, participation, values }
}

fn reserved_key(id: &str) -> bool {
    COLUMNS.contains(&id) || RECORD_KEYS.contains(&id) || WHEN_KEYS.contains(&id)
}

fn is_heading(name: &str) -> bool {
    COLUMNS.contains(&name) || HEADINGS.contains(&name)
}

fn link(key: Key, spot: Spot<'_>, said: &mut Said, faults: &mut Diagnostics) -> Option<LinkKind> {
    let fields = spot.fields(faults)?;
    let label = label(&key, fields.required("label", faults), said, faults);
    let (from, to) = (fields.required("from", faults), fields.required("to", faults));
    fields.finish(faults);
    let (from, to) = (from.and_then(|spot| spot.word(&ENTITIES, faults)), to.and_then(|spot| spot.word(&ENTITIES, faults)));
    Some(LinkKind { id: key.id, label, from: from?, to: to? })
}
