use std::sync::Arc;

use super::measure::Unit;
use super::names::{Names, reference};
use super::predicate::Mentions;
use super::tree::Tree;
use super::{
    Board, Bound, Category, Dimension, Duty, Example, Flow, Grade, Head, Item, Lifecycle, Notice, Rules, Standard,
    Veto, Vocabulary,
};
use crate::arena::{Arena, Idx};
use crate::diagnostic::{Diagnostics, Fault, Noun};
pub(super) use crate::document::rising;
use crate::document::{Document, Fields, Spot};
use crate::{Cadence, EntityKind, Term};

/// What every rule needs while it is read: the faults found so far, the ids of all rules, and the words declared.
///
/// Each kind of rule has `fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Self>` in its own file; nothing is missing from the
/// answer without a fault having been reported.
#[derive(Debug)]
pub(super) struct Reading<'d> {
    pub(super) faults: Diagnostics,
    pub(super) names: Names<'d>,
    pub(super) vocabulary: Vocabulary,
    /// The entities that rules name.
    pub(super) mentions: Mentions,
    pub(super) term: Option<Term>,
    /// Whether a rule counts by the term.
    pub(super) needs_term: bool,
    /// What hangs on what.
    pub(super) tree: Tree<'d>,
}

/// Reads a whole rulebook: all its rules, or every fault in it.
pub(super) fn rules(document: Document) -> Result<Rules, Diagnostics> {
    let document = Arc::new(document);
    let mut faults = Diagnostics::new(document.source.clone());
    let Some(top) = Spot::top(&document).fields(&mut faults) else { return Err(faults) };
    let head_spot = top.required("rulebook", &mut faults);
    if head_spot.is_some_and(|spot| Head::speaks_otherwise(spot, &mut faults)) {
        return Err(faults);
    }
    let head = head_spot.and_then(|spot| Head::read(spot, &mut faults));
    let vocabulary = Vocabulary::read(&top, &mut faults);
    let lifecycle = top.optional("lifecycle");
    let names = Names::collect(&top, lifecycle, &mut faults);
    top.finish(&mut faults);

    let term = head.as_ref().and_then(|head| head.term);
    let needs_term = head.as_ref().is_some_and(|head| head.period == Cadence::Term);
    let tree = Tree::read(&names, &mut faults);
    let mut reading = Reading { faults, names, vocabulary, mentions: Mentions::default(), term, needs_term, tree };
    let boards = reading.each(reading.names.boards.spots(), Board::read);
    let categories = reading.each(reading.names.categories.spots(), Category::read);
    let items = reading.each(reading.names.items.spots(), Item::read);
    let grades = reading.each(reading.names.grades.spots(), Grade::read);
    let vetoes = reading.each(reading.names.vetoes.spots(), Veto::read);
    let notices = reading.each(reading.names.notices.spots(), Notice::read);
    let duties = reading.each(reading.names.duties.spots(), Duty::read);
    let bounds = reading.each(reading.names.bounds.spots(), Bound::read);
    let standards = reading.each(reading.names.standards.spots(), Standard::read);
    let lifecycle = lifecycle.and_then(|spot| Lifecycle::read(spot, &mut reading));
    let flows = reading.each(reading.names.flows.spots(), Flow::read);
    let dimensions = reading.each(reading.names.dimensions.spots(), Dimension::read);
    let examples = reading.each(reading.names.examples.spots(), Example::read);
    if let Some(spot) = head_spot.filter(|_| reading.needs_term && reading.term.is_none()) {
        Head::misses_term(spot, &mut reading.faults);
    }

    let Reading { mut faults, vocabulary, mentions, .. } = reading;
    document.impossible_days(&mut faults);
    if !faults.is_empty() {
        return Err(faults.sorted());
    }
    let rules = || {
        Some(Rules {
            head: head?,
            vocabulary,
            mentions: mentions.into_inner(),
            boards: whole(boards)?,
            categories: whole(categories)?,
            items: whole(items)?,
            grades: whole(grades)?,
            vetoes: whole(vetoes)?,
            notices: whole(notices)?,
            duties: whole(duties)?,
            bounds: whole(bounds)?,
            standards: whole(standards)?,
            lifecycle,
            flows: whole(flows)?,
            dimensions: whole(dimensions)?,
            examples: examples.into_iter().collect::<Option<_>>()?,
            document: Arc::clone(&document),
        })
    };
    rules().ok_or(faults)
}

/// The tables of one array, where each could be read.
fn whole<T>(list: Vec<Option<T>>) -> Option<Arena<T>> {
    list.into_iter().collect::<Option<Vec<T>>>().map(Arena::from)
}

impl<'d> Reading<'d> {
    /// Reads each of the tables; what could not be read keeps its place.
    fn each<T>(&mut self, spots: Vec<Spot<'d>>, read: fn(Spot<'_>, &mut Reading<'_>) -> Option<T>) -> Vec<Option<T>> {
        spots.into_iter().map(|spot| read(spot, self)).collect()
    }

    /// The board that a table names under `key`; where there is one board, the table need not name it.
    pub(super) fn board(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Idx<Board>> {
        let boards = &self.names.boards;
        match fields.optional(key) {
            Some(spot) => reference(spot, Noun::Board, boards, &mut self.faults).map(Idx::new),
            None if boards.0.len() == 1 => Some(Idx::new(0)),
            None => {
                fields.spot().holder_fault(&mut self.faults, Fault::MissingBoard);
                None
            }
        }
    }

    /// Reads one of the `words` for a window; `term` asks for a term in `[rulebook]`.
    pub(super) fn cadence(&mut self, spot: Spot<'_>, words: &[(&str, Cadence)]) -> Option<Cadence> {
        let cadence = spot.word(words, &mut self.faults)?;
        self.needs_term |= cadence == Cadence::Term;
        Some(cadence)
    }
}

/// The words for windows inside a period.
pub(super) const WINDOWS: [(&str, Cadence); 4] =
    [("month", Cadence::Month), ("quarter", Cadence::Quarter), ("half", Cadence::Half), ("year", Cadence::Year)];

/// The words for windows, the term among them.
pub(super) const CADENCES: [(&str, Cadence); 5] = [
    ("month", Cadence::Month),
    ("quarter", Cadence::Quarter),
    ("half", Cadence::Half),
    ("year", Cadence::Year),
    ("term", Cadence::Term),
];

/// The words for what is counted.
pub(super) const COUNTS: [(&str, Unit); 4] =
    [("records", Unit::Records), ("quantity", Unit::Quantity), ("days", Unit::Days), ("works", Unit::Works)];

/// The words for those who are assessed: every kind of entity but units.
pub(super) const SUBJECTS: [(&str, EntityKind); 5] = [
    ("member", EntityKind::Member),
    ("studio", EntityKind::Studio),
    ("sector", EntityKind::Sector),
    ("committee", EntityKind::Committee),
    ("group", EntityKind::Group),
];

/// The words for entities.
pub(super) const ENTITIES: [(&str, EntityKind); 6] = [
    ("member", EntityKind::Member),
    ("studio", EntityKind::Studio),
    ("sector", EntityKind::Sector),
    ("committee", EntityKind::Committee),
    ("group", EntityKind::Group),
    ("unit", EntityKind::Unit),
];

/// A whole number, `least` or more.
pub(super) fn count(spot: Spot<'_>, least: u32, faults: &mut Diagnostics) -> Option<u32> {
    let n = spot.whole(least.into(), u32::MAX.into(), faults)?;
    u32::try_from(n).ok()
}

/// A text that need not stand there.
pub(super) fn text(spot: Option<Spot<'_>>, faults: &mut Diagnostics) -> Option<Arc<str>> {
    spot?.text(faults).map(Arc::from)
}

/// Reports keys that stand together but may not, at the later of each two.
pub(super) fn apart(fields: &Fields<'_>, keys: &[&str], faults: &mut Diagnostics) {
    let there = || keys.iter().filter(|key| fields.has(key));
    if there().count() < 2 {
        return;
    }
    let mut there: Vec<_> = there().map(|&key| (fields.key_place(key), key)).collect();
    there.sort_by_key(|(place, _)| place.bytes.start);
    for pair in there.windows(2) {
        if let [(_, first), (place, second)] = pair {
            faults.push(
                Fault::ConflictingKeys { first: (*first).to_owned(), second: (*second).to_owned() },
                place.clone(),
            );
        }
    }
}
