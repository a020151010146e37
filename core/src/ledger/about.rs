use super::draft::{Draft, agree};
use super::flaw::{First, Rank};
use super::meaning::{self, Meanings};
use super::reading::Reading;
use super::{Cell, Field, Heading};
use crate::Id;
use crate::arena::Idx;
use crate::diagnostic::Fault;

impl Reading<'_> {
    /// Takes in what a row says of its record, in which all rows of the record must agree.
    pub(super) fn about<'t>(&mut self, record: Idx<Draft>, cell: &impl Fn(Heading) -> Cell<'t>, first: &mut First) {
        let heading = Heading::Field(Field::Date);
        let date = self.look(heading, cell, first, |_, text| meaning::date(text));
        self.must_stand(heading, cell, first);
        if let Some(earlier) = agree(&mut self.drafts[record].date, date) {
            self.disagreeing(heading, cell, &earlier.to_string(), first);
        }

        let heading = Heading::Field(Field::Kind);
        let kind = self.look(heading, cell, first, Meanings::kind);
        self.must_stand(heading, cell, first);
        if let Some(earlier) = agree(&mut self.drafts[record].kind, kind) {
            let label = self.meanings.vocabulary().kinds[earlier].word.label.clone();
            self.disagreeing(heading, cell, &label, first);
        }

        for (nth, (field, kind)) in Field::BODIES.into_iter().enumerate() {
            let heading = Heading::Field(field);
            let body = self.look(heading, cell, first, |meanings, text| meanings.entity(field, kind, text));
            let held = self.drafts[record].bodies.get_mut(nth);
            if let Some(earlier) = held.and_then(|held| agree(held, body)) {
                let name = self.meanings.roster().ids(kind).nth(earlier.place()).map(ToString::to_string);
                self.disagreeing(heading, cell, &name.unwrap_or_default(), first);
            }
        }

        let heading = Heading::Field(Field::Work);
        let work = self.look(heading, cell, first, |_, text| Ok(Id::from(text)));
        if let Some(earlier) = agree(&mut self.drafts[record].work, work) {
            self.disagreeing(heading, cell, &earlier, first);
        }

        let vocabulary = self.meanings.vocabulary();
        for (facet, declared) in vocabulary.facets.entries().filter(|(_, facet)| !facet.participation) {
            let heading = Heading::Facet(facet);
            let value = self.look(heading, cell, first, |meanings, text| meanings.value(facet, text));
            let held = self.drafts[record].facets.get_mut(facet.place());
            if let Some(earlier) = held.and_then(|held| agree(held, value)) {
                self.disagreeing(heading, cell, &declared.values[earlier].label, first);
            }
        }
    }

    /// Notes that a cell is blank which no row may leave blank.
    fn must_stand<'t>(&self, heading: Heading, cell: &impl Fn(Heading) -> Cell<'t>, first: &mut First) {
        if cell(heading).is_blank() {
            first.note(
                Rank::Cell(heading),
                "",
                Fault::MissingValue { column: self.written.name(heading, self.meanings.vocabulary()) },
            );
        }
    }
}
