use std::sync::Arc;

use super::Cite;
use super::names::{Named, unique};
use super::read::{Reading, count, text};
use crate::Slug;
use crate::diagnostic::Diagnostics;
use crate::document::Spot;

/// `[[flow]]` 办理流程: ordered steps with deadlines.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    pub(crate) steps: Vec<Step>,
}

/// A step.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) id: Slug,
    pub(crate) label: Arc<str>,
    pub(crate) cite: Cite,
    /// Calendar days from the nearest earlier step that is done, or from the day the matter was opened.
    pub(crate) within_days: Option<u32>,
    /// Who does it.
    pub(crate) by: Option<Arc<str>>,
    pub(crate) must: bool,
}

impl Flow {
    pub(super) fn read(spot: Spot<'_>, reading: &mut Reading<'_>) -> Option<Flow> {
        let faults = &mut reading.faults;
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let steps = fields.required("steps", faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);

        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let steps = steps.map(|spot| {
            let list = spot.list_or_one();
            unique([&Named::of(list.clone())], faults);
            list.into_iter().filter_map(|spot| Step::read(spot, faults)).collect()
        });
        Some(Flow { id: id?, label: label?, cite, steps: steps? })
    }
}

impl Step {
    fn read(spot: Spot<'_>, faults: &mut Diagnostics) -> Option<Step> {
        let fields = spot.fields(faults)?;
        let (id, label) = (fields.required("id", faults), fields.required("label", faults));
        let (within_days, must) = (fields.optional("within_days"), fields.optional("must"));
        let by = text(fields.optional("by"), faults);
        let cite = Cite::read(&fields, faults);
        fields.finish(faults);
        let (id, label) = (id.and_then(|spot| spot.slug(faults)), text(label, faults));
        let within_days = within_days.and_then(|spot| count(spot, 0, faults));
        let must = must.and_then(|spot| spot.boolean(faults)).unwrap_or(false);
        Some(Step { id: id?, label: label?, cite, within_days, by, must })
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{accepted, refused};

    fn flow(steps: &str) -> String {
        format!("[[flow]]\nid = \"hotline\"\nlabel = \"办理\"\nsteps = {steps}\n")
    }

    #[test]
    fn a_flow_is_a_list_of_steps() {
        accepted(&flow(
            "[{ id = \"assign\", label = \"交办\", within_days = 2, by = \"专委会\", note = \"两天\" }, { id = \"visit\", label = \"回访\", must = true }]",
        ));
        refused("missing-key", "«[[flow]]»\nid = \"hotline\"\nlabel = \"办理\"\n");
        refused("bad-number", &flow("[{ id = \"assign\", label = \"交办\", within_days = «-2» }]"));
        refused("bad-number", &flow("[{ id = \"assign\", label = \"交办\", within_days = «1.5» }]"));
        refused("wrong-type", &flow("[{ id = \"assign\", label = \"交办\", must = \"«yes»\" }]"));
        refused("duplicate-id", &flow("[{ id = \"a\", label = \"交办\" }, { id = \"«a»\", label = \"答复\" }]"));
        refused("unknown-key", &flow("[{ id = \"assign\", label = \"交办\", «within» = 2 }]"));
    }
}
