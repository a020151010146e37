use std::collections::HashMap;

use super::draft::{Draft, Row};
use super::reading::Reading;
use super::{Columns, FacetColumn, Field, Record};
use crate::arena::{Arena, Column, Idx};
use crate::rulebook::Word;
use crate::{Decimal, EntityKind, Id, Slug};

impl Reading<'_> {
    /// The accepted records and their participations.
    ///
    /// The dictionaries are the lists of the roster and of the rulebook, so that a place there is a place here.
    pub(super) fn columns(self) -> Columns {
        let (vocabulary, roster) = (self.meanings.vocabulary(), self.meanings.roster());
        let ids = |kind| roster.ids(kind).cloned().collect::<Vec<_>>().into();
        let mut columns = Columns {
            members: ids(EntityKind::Member),
            kinds: vocabulary.kinds.iter().map(|kind| kind.word.id.clone()).collect::<Vec<_>>().into(),
            ..Columns::default()
        };
        let records = columns.add_records(&self.drafts);
        let rows = columns.add_parts(&self.rows, &self.drafts, &records);

        let accepted = |(record, _): &(Idx<Draft>, &Draft)| records[*record].is_some();
        let accepted: Vec<&Draft> = self.drafts.entries().filter(accepted).map(|(_, draft)| draft).collect();
        for (nth, (_, kind)) in Field::BODIES.into_iter().enumerate() {
            let named = |draft: &&Draft| draft.bodies.get(nth).copied().flatten();
            if accepted.iter().any(|draft| named(draft).is_some()) {
                columns.bodies.insert(kind, ids(kind));
                columns.named.insert(kind, accepted.iter().map(named).collect::<Vec<_>>().into());
            }
        }
        for (facet, declared) in vocabulary.facets.entries() {
            let by_row = self.facets.get(facet.place()).map_or([].as_slice(), Vec::as_slice);
            let of_part = |&row: &usize| by_row.get(row).copied().flatten().map(code);
            let of_record = |draft: &&Draft| draft.facets.get(facet.place()).copied().flatten().map(code);
            let of_parts = rows.iter().filter(|_| declared.participation).map(of_part);
            let of_records = accepted.iter().filter(|_| !declared.participation).map(of_record);
            columns.facets.push(FacetColumn {
                id: declared.word.id.clone(),
                values: declared.values.iter().map(|value| value.id.clone()).collect::<Vec<_>>().into(),
                of_record: of_records.collect::<Vec<_>>().into(),
                of_part: of_parts.collect::<Vec<_>>().into(),
            });
        }
        columns
    }
}

/// A value's place among the facet's values, here as in the rulebook.
fn code(value: Idx<Word>) -> Idx<Slug> {
    Idx::new(value.place())
}

impl Columns {
    /// Adds the records that are not refused, in the order in which they came in; says where each of all has gone.
    fn add_records(&mut self, drafts: &Arena<Draft>) -> Column<Draft, Option<Idx<Record>>> {
        let mut works: HashMap<Id, Idx<Id>> = HashMap::new();
        let mut places = Column::default();
        for draft in drafts.iter() {
            let (false, Some(date), Some(kind)) = (draft.refused, draft.date, draft.kind) else {
                places.push(None);
                continue;
            };
            let work = draft.work.as_ref().unwrap_or(&draft.id);
            let work = *works.entry(work.clone()).or_insert_with(|| self.works.push(work.clone()));
            self.date.push(date);
            self.kind.push(Idx::new(kind.place()));
            self.work.push(work);
            self.quantity.push(draft.own.quantity);
            self.score.push(draft.own.score);
            self.status.push(draft.own.status.unwrap_or_default());
            self.note.push(draft.own.note.clone());
            self.parts.push(Vec::new());
            places.push(Some(self.id.push(draft.id.clone())));
        }
        places
    }

    /// Adds the participations in the accepted records, by member, then by record; gives the row of each.
    fn add_parts(
        &mut self,
        rows: &[Row],
        drafts: &Arena<Draft>,
        records: &Column<Draft, Option<Idx<Record>>>,
    ) -> Vec<usize> {
        let part = |(place, row): (usize, &Row)| Some((row.member?, records[row.record]?, place));
        let mut parts: Vec<_> = rows.iter().enumerate().filter_map(part).collect();
        parts.sort_unstable();
        for &(member, record, place) in &parts {
            self.start_members(member.place() + 1);
            let Some(row) = rows.get(place) else { continue };
            let (own, records_own) = (&row.own, &drafts[row.record].own);
            let part = self.record.push(record);
            self.member.push(member);
            self.part_quantity.push(own.quantity.or(records_own.quantity).unwrap_or(Decimal::ONE));
            self.part_score.push(own.score.or(records_own.score));
            self.part_status.push(own.status.unwrap_or_default());
            self.part_note.push(own.note.clone());
            self.parts[record].push(part);
        }
        self.start_members(self.members.len());
        parts.into_iter().map(|(.., place)| place).collect()
    }

    /// Says of the first `count` members that have not been begun that their participations begin here.
    fn start_members(&mut self, count: usize) {
        let here = u32::try_from(self.record.len()).unwrap_or(u32::MAX);
        self.first_part.resize(self.first_part.len().max(count), here);
    }
}
