use super::draft::{Draft, Own, Row, agree};
use super::flaw::{First, Rank};
use super::meaning;
use super::reading::Reading;
use super::{Cell, Field, Heading};
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::Fault;

impl Reading<'_> {
    /// Takes in what is the row's own, and with that the row: one participation, or the record's own statement where no member is named.
    pub(super) fn part<'t>(&mut self, record: Idx<Draft>, cell: &impl Fn(Heading) -> Cell<'t>, mut first: First) {
        let heading = Heading::Field(Field::Member);
        let nobody = cell(heading).is_blank();
        let member = self
            .look(heading, cell, &mut first, |meanings, text| meanings.entity(Field::Member, EntityKind::Member, text));
        if nobody
            && Field::BODIES
                .iter()
                .all(|&(field, kind)| kind == EntityKind::Unit || cell(Heading::Field(field)).is_blank())
        {
            first.note(Rank::Cell(heading), "", Fault::MissingMember);
        }
        if let Some(member) = member
            && !self.seen.insert((record.place(), member.place()))
        {
            let text = cell(heading).text();
            first.note(Rank::DuplicateMember, &text, Fault::DuplicateMember { member: text.to_string() });
        }
        let own = self.own(cell, &mut first);
        if nobody {
            self.state(record, &own, cell, &mut first);
        }
        let vocabulary = self.meanings.vocabulary();
        for (facet, _) in vocabulary.facets.entries().filter(|(_, facet)| facet.participation) {
            let value =
                self.look(Heading::Facet(facet), cell, &mut first, |meanings, text| meanings.value(facet, text));
            if let Some(column) = self.facets.get_mut(facet.place()) {
                column.push(value);
            }
        }
        if let Some(flaw) = first.found() {
            self.drafts[record].refused = true;
            self.flaws.push((self.rows.len(), flaw));
        }
        self.rows.push(Row { record, member, own });
    }

    /// What is a row's own.
    pub(super) fn own<'t>(&mut self, cell: &impl Fn(Heading) -> Cell<'t>, first: &mut First) -> Own {
        Own {
            quantity: self.look(Heading::Field(Field::Quantity), cell, first, |_, text| meaning::quantity(text)),
            score: self.look(Heading::Field(Field::Score), cell, first, |_, text| meaning::score(text)),
            status: self.look(Heading::Field(Field::Status), cell, first, |_, text| meaning::status(text)),
            note: self.look(Heading::Field(Field::Note), cell, first, |_, text| Ok(text.into())),
        }
    }

    /// Takes in what is the record's own, not one participant's. Where it is stated twice, the figures must agree.
    pub(super) fn state<'t>(
        &mut self,
        record: Idx<Draft>,
        own: &Own,
        cell: &impl Fn(Heading) -> Cell<'t>,
        first: &mut First,
    ) {
        let held = &mut self.drafts[record].own;
        agree(&mut held.note, own.note.clone());
        let earlier = [
            (Field::Quantity, agree(&mut held.quantity, own.quantity).map(|number| number.to_string())),
            (Field::Score, agree(&mut held.score, own.score).map(|number| number.to_string())),
            (Field::Status, agree(&mut held.status, own.status).map(|status| status.label().to_owned())),
        ];
        for (field, earlier) in earlier {
            if let Some(earlier) = earlier {
                self.disagreeing(Heading::Field(field), cell, &earlier, first);
            }
        }
    }
}
