use std::sync::Arc;

use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Fault, Noun, Vocable};
use crate::document::Spot;
use crate::rulebook::names::reference;
use crate::rulebook::read::{Reading, apart};
use crate::rulebook::vocabulary::declared;
use crate::rulebook::{Board, GradeName, Relation};

/// `inherit`: points where something that the subject belongs to got a grade on its own board.
#[derive(Debug, Clone)]
pub(crate) struct Inherit {
    pub(crate) board: Idx<Board>,
    pub(crate) through: Relation,
    /// Memberships only: the role in which the subject belongs.
    pub(crate) role: Option<Arc<str>>,
    pub(crate) grade: GradeName,
    /// Once for each, not once in all.
    pub(crate) each: bool,
}

impl Inherit {
    pub(super) fn read(spot: Spot<'_>, subject: Option<EntityKind>, reading: &mut Reading<'_>) -> Option<Inherit> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let [board, through, grade] = ["board", "through", "grade"].map(|key| fields.required(key, faults));
        let role = fields.optional("role");
        let each = fields.optional("each").and_then(|each| each.boolean(faults)).unwrap_or_default();
        fields.finish(faults);
        let role = role.and_then(|role| declared(role, Vocable::Role, &reading.vocabulary.roles, faults));
        let role = role.map(|role| reading.vocabulary.roles[role].id.as_str().into());
        let board = board.and_then(|board| reference(board, Noun::Board, &reading.names.boards, faults));
        let grade = board.zip(grade).and_then(|(board, grade)| GradeName::read(grade, Idx::new(board), reading));

        let (through, subject) = (through?, subject?);
        let relation = Relation::read(through, None, subject, reading)?;
        if relation != Relation::Membership {
            apart(&fields, &["through", "role"], &mut reading.faults);
        }
        let board = board?;
        let bequeathed = reading.names.boards.subject(board);
        if bequeathed.is_some() && relation.other(subject, &reading.vocabulary) != bequeathed {
            let key = through.text(&mut reading.faults)?.to_owned();
            through.fault(&mut reading.faults, Fault::WrongSubject { key, subject });
        }
        Some(Inherit { board: Idx::new(board), through: relation, role, grade: grade?, each })
    }
}
