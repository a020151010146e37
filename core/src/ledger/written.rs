use std::collections::BTreeMap;

use super::meaning::names;
use super::{Field, Heading};
use crate::diagnostic::{Fault, nearest};
use crate::field::ID;
use crate::rulebook::Vocabulary;

/// How the columns are headed in the table that is being read, and where they stand.
#[derive(Debug, Default)]
pub(super) struct Written {
    names: BTreeMap<Heading, String>,
    /// The place in a row of each built-in column, and of each facet.
    fields: [Option<usize>; Field::ALL.len()],
    facets: Vec<Option<usize>>,
}

/// Every fault of a heading; with the place of its cell, or none where a column is missing.
pub(super) type HeadingFaults = Vec<(Option<usize>, Fault)>;

impl Written {
    /// Reads the headings of a table: every column known, none twice, and those that every row needs.
    pub(super) fn read<'t>(
        headings: impl IntoIterator<Item = &'t str>,
        vocabulary: &Vocabulary,
    ) -> Result<Written, HeadingFaults> {
        let known = known(vocabulary);
        let mut written = Written { facets: vec![None; vocabulary.facets.len()], ..Written::default() };
        let mut faults = HeadingFaults::new();
        for (place, text) in headings.into_iter().enumerate() {
            let name = text.trim();
            match known.get(name) {
                Some(heading) if written.names.contains_key(heading) => {
                    faults.push((Some(place), Fault::DuplicateColumn { name: name.to_owned() }));
                }
                Some(&heading) => written.add(heading, place, name),
                None => {
                    let near = nearest(name, known.keys().copied());
                    faults.push((Some(place), Fault::UnknownColumn { name: name.to_owned(), near }));
                }
            }
        }
        for field in [Field::Date, Field::Kind] {
            if !written.names.contains_key(&Heading::Field(field)) {
                faults.push((None, Fault::MissingColumn { name: field.word() }));
            }
        }
        if faults.is_empty() { Ok(written) } else { Err(faults) }
    }

    /// The columns of a document, whose records call theirs `id`.
    pub(super) fn keys() -> Written {
        Written { names: BTreeMap::from([(Heading::Field(Field::Record), ID.to_owned())]), ..Written::default() }
    }

    fn add(&mut self, heading: Heading, place: usize, name: &str) {
        self.names.insert(heading, name.to_owned());
        let slot = match heading {
            Heading::Field(field) => self.fields.get_mut(field as usize),
            Heading::Facet(facet) => self.facets.get_mut(facet.place()),
        };
        if let Some(slot) = slot {
            *slot = Some(place);
        }
    }

    /// Where the cells of a column stand in a row.
    pub(super) fn place(&self, heading: Heading) -> Option<usize> {
        match heading {
            Heading::Field(field) => self.fields.get(field as usize).copied().flatten(),
            Heading::Facet(facet) => self.facets.get(facet.place()).copied().flatten(),
        }
    }

    /// The column as its author heads it; one that is not there by its English word.
    pub(super) fn name(&self, heading: Heading, vocabulary: &Vocabulary) -> String {
        self.names.get(&heading).cloned().unwrap_or_else(|| match heading {
            Heading::Field(field) => field.word().to_owned(),
            Heading::Facet(facet) => vocabulary.facets[facet].word.id.to_string(),
        })
    }
}

/// Every text that may head a column.
fn known(vocabulary: &Vocabulary) -> BTreeMap<&str, Heading> {
    let fields = Field::ALL.into_iter().flat_map(|(field, word, label)| [(word, field), (label, field)]);
    let fields = fields.map(|(name, field)| (name, Heading::Field(field)));
    let facets = vocabulary
        .facets
        .entries()
        .flat_map(|(idx, facet)| names(&facet.word).map(move |name| (name, Heading::Facet(idx))));
    // A built-in heading goes before a facet that borrows its name.
    facets.chain(fields).collect()
}
