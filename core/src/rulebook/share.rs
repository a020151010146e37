use super::number;
use super::read::Reading;
use super::vocabulary::{Facet, Word, carried};
use crate::Decimal;
use crate::arena::Idx;
use crate::document::Spot;

/// `share`: what part of a line's value each of a record's participants gets.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) enum Share {
    /// All of it.
    #[default]
    Full,
    /// One nth.
    Equal,
    /// `part` is shared by those who carry the value, the rest by the others.
    Facet { facet: Idx<Facet>, value: Idx<Word>, part: Decimal },
}

impl Share {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Share> {
        let faults = &mut reading.faults;
        if !spot.is_table() {
            return spot.word(&[("full", Share::Full), ("equal", Share::Equal)], faults);
        }
        let fields = spot.fields(faults)?;
        let [facet, value, part] = ["facet", "value", "part"].map(|key| fields.required(key, faults));
        fields.finish(faults);
        let part = number::part(part, faults);
        let (facet, value) = carried(facet, value, &reading.vocabulary, faults)?;
        Some(Share::Facet { facet, value, part: part? })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn item(share: &str) -> String {
        format!("[[item]]\nid = \"a\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\npoints = 1\nshare = {share}\n")
    }

    #[test]
    fn a_share_is_a_word_or_a_part_for_those_who_carry_a_value() {
        accepted(&item("\"full\""));
        accepted(&item("\"equal\""));
        accepted(&item("{ facet = \"role\", value = \"lead\", part = 1 }"));
        refused("bad-value", &item("\"«half»\""));
        refused("wrong-type", &item("«0.5»"));
        refused("wrong-facet", &item("{ facet = \"«outcome»\", value = \"filed\", part = 0.5 }"));
        refused("undeclared-facet", &item("{ facet = \"«roles»\", value = \"lead\", part = 0.5 }"));
        refused("undeclared-value", &item("{ facet = \"role\", value = \"«filed»\", part = 0.5 }"));
        refused("bad-number", &item("{ facet = \"role\", value = \"lead\", part = «1.5» }"));
        refused("bad-number", &item("{ facet = \"role\", value = \"lead\", part = «-0.1» }"));
        refused("missing-key", &item("{ facet = \"role\", value = \"lead\" }").replace("share", "«share»"));
        refused("unknown-key", &item("{ facet = \"role\", value = \"lead\", part = 0.5, «parts» = 1 }"));
    }
}
