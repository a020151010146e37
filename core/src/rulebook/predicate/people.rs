use super::turned;
use crate::arena::Idx;
use crate::diagnostic::Diagnostics;
use crate::document::Spot;
use crate::rulebook::read::{count, rising};
use crate::rulebook::vocabulary::{Facet, Vocabulary, Word, carried};

/// `people`: how many approved participants the record has, counting all or only those that carry a value of a facet.
#[derive(Debug, Clone)]
pub(crate) struct People {
    pub(crate) not: bool,
    pub(crate) at_least: Option<u32>,
    pub(crate) at_most: Option<u32>,
    pub(crate) carrying: Option<(Idx<Facet>, Idx<Word>)>,
}

impl People {
    /// Reads a number, `{ at_least, at_most, facet, value }`, or `{ not = … }` of them.
    pub(super) fn read(spot: Spot<'_>, vocabulary: &Vocabulary, faults: &mut Diagnostics) -> Option<People> {
        if !spot.is_table() {
            let n = count(spot, 0, faults);
            return n.map(|n| People { not: false, at_least: Some(n), at_most: Some(n), carrying: None });
        }
        let fields = spot.fields(faults)?;
        if fields.has("not") {
            let inside = turned(spot, faults)?;
            return People::read(inside, vocabulary, faults).map(|people| People { not: !people.not, ..people });
        }
        let (least, most) = (fields.optional("at_least"), fields.optional("at_most"));
        let (facet, value) = (fields.optional("facet"), fields.optional("value"));
        if least.is_none() && most.is_none() {
            fields.required("at_least", faults);
        }
        for (key, other) in [("facet", "value"), ("value", "facet")] {
            if fields.has(other) {
                fields.required(key, faults);
            }
        }
        fields.finish(faults);
        let (at_least, at_most) =
            (least.and_then(|spot| count(spot, 0, faults)), most.and_then(|spot| count(spot, 0, faults)));
        rising(at_least, at_most, most, faults);
        let carrying = carried(facet, value, vocabulary, faults);
        Some(People { not: false, at_least, at_most, carrying })
    }
}
