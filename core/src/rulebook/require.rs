//! What a rule asks of its subject: who it is, and which duties and standards of its own kind it keeps.

use super::names::{Named, reference};
use super::read::Reading;
use super::{Any, Duty, For, Standard};
use crate::EntityKind;
use crate::arena::Idx;
use crate::diagnostic::{Diagnostics, Fault, Noun};
use crate::document::Spot;

/// Reads the id of a duty; where the kind of the subject is known the duty must be asked of that kind.
pub(super) fn duty(spot: Spot<'_>, subject: Option<EntityKind>, reading: &mut Reading<'_>) -> Option<Idx<Duty>> {
    of_kind(spot, Noun::Duty, &reading.names.duties, subject, Spot::fault, &mut reading.faults).map(Idx::new)
}

/// Reads the ids of duties.
pub(super) fn duties(spot: Option<Spot<'_>>, subject: Option<EntityKind>, reading: &mut Reading<'_>) -> Vec<Idx<Duty>> {
    let ids = spot.map(Spot::list_or_one).unwrap_or_default();
    ids.into_iter().filter_map(|id| duty(id, subject, reading)).collect()
}

/// Reads the id of a standard; one of another kind is the fault of the key under which it stands.
pub(super) fn standard(
    spot: Spot<'_>,
    subject: Option<EntityKind>,
    reading: &mut Reading<'_>,
) -> Option<Idx<Standard>> {
    of_kind(spot, Noun::Standard, &reading.names.standards, subject, Spot::holder_fault, &mut reading.faults)
        .map(Idx::new)
}

fn of_kind<'d>(
    spot: Spot<'d>,
    noun: Noun,
    named: &Named<'d>,
    subject: Option<EntityKind>,
    wrong: fn(Spot<'d>, &mut Diagnostics, Fault),
    faults: &mut Diagnostics,
) -> Option<usize> {
    let place = reference(spot, noun, named, faults)?;
    let id = named.0.get(place).and_then(|(_, id)| *id).unwrap_or_default();
    if let (Some(subject), Some(asked)) = (subject, named.subject(place))
        && subject != asked
    {
        wrong(spot, faults, Fault::WrongSubject { key: id.to_owned(), subject });
    }
    Some(place)
}

/// Reads a `for` about subjects of a kind that is known unless a fault has been reported.
pub(super) fn applies_to(
    spot: Option<Spot<'_>>,
    subject: Option<EntityKind>,
    reading: &mut Reading<'_>,
) -> Option<For> {
    match subject {
        Some(subject) => For::optional(spot, subject, reading),
        None => Some(Any::always()),
    }
}
