use super::{Cell, Field, Heading};
use crate::diagnostic::{Diagnostics, Expected};
use crate::document::{Fields, Spot, Value};
use crate::rulebook::Vocabulary;

/// The lists in a document: in JSON nothing else will do, in a rulebook a list that wants one value takes it bare.
pub(super) type Lists<'d> = fn(Spot<'d>, &mut Diagnostics) -> Option<Vec<Spot<'d>>>;

/// A record of a document, or an entry of its `by`: cells under keys.
#[derive(Debug)]
pub(super) struct Keyed<'d>(Vec<(Heading, Cell<'d>)>);

impl<'d> Keyed<'d> {
    /// Reads a record and its entries of `by`; none if it is no table.
    pub(super) fn record(
        spot: Spot<'d>,
        vocabulary: &'d Vocabulary,
        lists: Lists<'d>,
        faults: &mut Diagnostics,
    ) -> Option<(Keyed<'d>, Vec<Keyed<'d>>)> {
        let fields = spot.fields(faults)?;
        let keys = Field::of_record().map(|(field, key)| (Heading::Field(field), key));
        let record = Keyed::read(&fields, keys.chain(facets(vocabulary, false)), faults);
        let by = fields.optional("by").and_then(|list| lists(list, faults));
        fields.finish(faults);
        let by = by.into_iter().flatten().filter_map(|spot| Keyed::part(spot, vocabulary, faults)).collect();
        Some((record, by))
    }

    fn part(spot: Spot<'d>, vocabulary: &'d Vocabulary, faults: &mut Diagnostics) -> Option<Keyed<'d>> {
        let fields = spot.fields(faults)?;
        let keys = Field::OF_PART.into_iter().map(|field| (Heading::Field(field), field.word()));
        let part = Keyed::read(&fields, keys.chain(facets(vocabulary, true)), faults);
        fields.finish(faults);
        Some(part)
    }

    fn read(fields: &Fields<'d>, keys: impl Iterator<Item = (Heading, &'d str)>, faults: &mut Diagnostics) -> Self {
        Keyed(
            keys.filter_map(|(heading, key)| Some((heading, cell(heading, fields.optional(key)?, faults)?))).collect(),
        )
    }

    /// What stands under the key of a heading.
    pub(super) fn cell(&self, heading: Heading) -> Cell<'d> {
        self.0.iter().find(|(known, _)| *known == heading).map_or(Cell::Blank, |(_, cell)| *cell)
    }
}

/// The facets of records, or those of participations, with their keys.
fn facets(vocabulary: &Vocabulary, participation: bool) -> impl Iterator<Item = (Heading, &str)> {
    let facets = vocabulary.facets.entries().filter(move |(_, facet)| facet.participation == participation);
    facets.map(|(idx, facet)| (Heading::Facet(idx), facet.word.id.as_str()))
}

/// A value as a cell. Numbers keep their text.
fn cell<'d>(heading: Heading, spot: Spot<'d>, faults: &mut Diagnostics) -> Option<Cell<'d>> {
    let expected = match heading {
        Heading::Field(Field::Date) => Expected::Date,
        Heading::Field(Field::Quantity | Field::Score) => Expected::Number,
        _ => Expected::Text,
    };
    match (&spot.node().value, expected) {
        (Value::Text(text), _) | (Value::Date(text), Expected::Date) | (Value::Number(text), Expected::Number) => {
            Some(Cell::Text(text))
        }
        _ => spot.expected(expected, faults),
    }
}
