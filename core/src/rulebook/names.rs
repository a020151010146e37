use std::collections::BTreeSet;

use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Noun};
use crate::document::{Fields, Spot};

/// The tables of one array (`[[item]]` …) with their ids, collected before any of them is read, so that references may point forward.
/// The place of a table in its array is its place in the arena of the checked form.
#[derive(Debug, Default)]
pub(super) struct Named<'d>(pub(super) Vec<(Spot<'d>, Option<&'d str>)>);

impl<'d> Named<'d> {
    /// The tables under `key` of the document, with what stands under their `id`.
    pub(super) fn collect(top: &Fields<'d>, key: &'static str, faults: &mut Diagnostics) -> Self {
        let list = top.optional(key).and_then(|list| list.list(faults));
        Named::of(list.unwrap_or_default())
    }

    /// The tables of a list, with what stands under their `id`.
    pub(super) fn of(list: Vec<Spot<'d>>) -> Self {
        Named(list.into_iter().map(|spot| (spot, word(spot, "id"))).collect())
    }

    /// The place of the first table with that id.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|(_, known)| *known == Some(id))
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &'d str> {
        self.0.iter().filter_map(|(_, id)| *id)
    }

    pub(super) fn spots(&self) -> Vec<Spot<'d>> {
        self.0.iter().map(|(spot, _)| *spot).collect()
    }

    /// Where a table starts in the text: what orders siblings.
    pub(super) fn start<T>(&self, idx: Idx<T>) -> usize {
        self.0.get(idx.place()).map_or(0, |(spot, _)| spot.start())
    }

    /// The `subject` of the table at that place; none where it is missing or no kind of entity.
    pub(super) fn subject(&self, place: usize) -> Option<EntityKind> {
        let (spot, _) = self.0.get(place)?;
        word(*spot, "subject")?.parse().ok()
    }
}

/// The value under a key of a table, before the table is read.
pub(super) fn peek<'d>(table: Spot<'d>, key: &'static str) -> Option<Spot<'d>> {
    // Whether it is a table is reported when it is read.
    table.as_fields()?.optional(key)
}

/// The text under a key of a table, before the table is read.
pub(super) fn word<'d>(table: Spot<'d>, key: &'static str) -> Option<&'d str> {
    peek(table, key)?.as_text()
}

/// The ids of everything that rules refer to.
#[derive(Debug, Default)]
pub(super) struct Names<'d> {
    pub(super) boards: Named<'d>,
    pub(super) categories: Named<'d>,
    pub(super) items: Named<'d>,
    pub(super) grades: Named<'d>,
    pub(super) vetoes: Named<'d>,
    pub(super) notices: Named<'d>,
    pub(super) duties: Named<'d>,
    pub(super) bounds: Named<'d>,
    pub(super) standards: Named<'d>,
    pub(super) flows: Named<'d>,
    pub(super) dimensions: Named<'d>,
    pub(super) examples: Named<'d>,
    /// The states of the lifecycle.
    pub(super) states: Named<'d>,
}

impl<'d> Names<'d> {
    /// Collects every id of the document, and reports those that stand twice where they must be unique.
    pub(super) fn collect(top: &Fields<'d>, lifecycle: Option<Spot<'d>>, faults: &mut Diagnostics) -> Self {
        let states = lifecycle.and_then(|table| peek(table, "states")).map(Spot::list_or_one);
        let mut of = |key| Named::collect(top, key, faults);
        let names = Names {
            boards: of("board"),
            categories: of("category"),
            items: of("item"),
            grades: of("grade"),
            vetoes: of("veto"),
            notices: of("notice"),
            duties: of("duty"),
            bounds: of("bound"),
            standards: of("standard"),
            flows: of("flow"),
            dimensions: of("dimension"),
            examples: of("example"),
            states: Named::of(states.unwrap_or_default()),
        };
        unique([&names.boards, &names.categories, &names.items], faults);
        unique([&names.bounds, &names.standards], faults);
        for alone in [&names.notices, &names.duties, &names.flows, &names.dimensions, &names.states] {
            unique([alone], faults);
        }
        names
    }
}

/// Reports each id that stands twice in lists that share their ids, at the later place.
pub(super) fn unique<const N: usize>(lists: [&Named<'_>; N], faults: &mut Diagnostics) {
    let mut ids: Vec<_> = lists
        .into_iter()
        .flat_map(|named| &named.0)
        .filter_map(|(table, id)| Some((peek(*table, "id")?, (*id)?)))
        .collect();
    ids.sort_by_key(|(spot, _)| spot.start());
    let mut seen = BTreeSet::new();
    for (spot, id) in ids {
        if !seen.insert(id) {
            spot.fault(faults, Fault::DuplicateId { id: id.to_owned() });
        }
    }
}

/// Reads one id that must be in `named`; an unknown one is reported with the nearest that is known.
pub(super) fn reference<'d>(spot: Spot<'d>, what: Noun, named: &Named<'d>, faults: &mut Diagnostics) -> Option<usize> {
    let id = spot.text(faults)?;
    let place = named.place(id);
    if place.is_none() {
        spot.fault(
            faults,
            Fault::UnknownReference { what, name: id.to_owned(), near: faults.nearest(id, named.ids()) },
        );
    }
    place
}
