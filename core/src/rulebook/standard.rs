use std::sync::Arc;

use super::names::{Named, unique};
use super::read::{ENTITIES, Reading, text};
use super::{Cite, For};
use crate::diagnostic::Diagnostics;
use crate::document::Spot;
use crate::{EntityKind, Slug};

/// `[[standard]]` 建设标准: a named checklist.
#[derive(Debug, Clone)]
pub(crate) struct Standard {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) subject: EntityKind,
    pub(crate) applies: For,
    pub(crate) checks: Vec<CheckItem>,
}

/// One entry of the checklist.
#[derive(Debug, Clone)]
pub(crate) struct CheckItem {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) group: Option<Arc<str>>,
    #[expect(dead_code, reason = "checked here, asked for by what writes the rules out")]
    pub(crate) cite: Cite,
}

impl Standard {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Standard> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let (subject, applies) = (fields.required("subject", faults), fields.optional("for"));
        let checks = fields.required("checks", faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let subject = subject.and_then(|spot| spot.word(&ENTITIES, faults));
        let checks = checks.map(|spot| {
            let list = spot.list_or_one();
            unique([&Named::of(list.clone())], faults);
            list.into_iter().filter_map(|spot| CheckItem::read(spot, faults)).collect()
        });
        let applies = subject.and_then(|subject| For::optional(applies, subject, reading));
        Some(Standard { id: id?, label: label?, cite, subject: subject?, applies: applies?, checks: checks? })
    }
}

impl CheckItem {
    fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<CheckItem> {
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let group = text(fields.optional("group"), faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);
        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        Some(CheckItem { id: id?, label: label?, group, cite })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn standard(lines: &str) -> String {
        format!("[[standard]]\nid = \"six-haves\"\nlabel = \"六有\"\nsubject = \"studio\"\n{lines}\n")
    }

    #[test]
    fn a_standard_is_a_list_of_checks() {
        accepted(&standard("checks = []\nnote = \"办法未列明细\""));
        accepted(&standard("checks = [{ id = \"venue\", label = \"场地\", group = \"有\", clause = \"第五条\" }]"));
        refused("missing-key", &standard("").replace("[[standard]]", "«[[standard]]»"));
        refused("missing-key", &standard("«checks» = [{ id = \"venue\" }]"));
        refused("wrong-type", &standard("checks = [\"«场地»\"]"));
        refused("unknown-key", &standard("checks = [{ id = \"venue\", label = \"场地\", «grup» = \"有\" }]"));
        refused("bad-id", &standard("checks = [{ id = \"«场地»\", label = \"场地\" }]"));
        refused(
            "duplicate-id",
            &standard("checks = [{ id = \"venue\", label = \"场地\" }, { id = \"«venue»\", label = \"牌子\" }]"),
        );
    }

    #[test]
    fn its_subject_is_an_entity() {
        refused("bad-value", &standard("checks = []").replace("\"studio\"", "\"«studios»\""));
        refused("wrong-subject", &standard("checks = []\nfor = { «post» = \"standing\" }"));
        accepted(&standard("checks = []").replace("\"studio\"", "\"unit\""));
    }
}
