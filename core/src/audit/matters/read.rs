use std::collections::{BTreeMap, BTreeSet};

use super::{Matter, Matters};
use crate::diagnostic::{Diagnostics, Fault, Place, nearest};
use crate::document::{Document, Spot};
use crate::roster::Roster;
use crate::rulebook::{Flow, Rulebook, Rules};
use crate::{Date, EntityKind, Id, Slug};

impl Matters {
    /// Reads a list of matters from JSON: `{ id, flow, studio, opened, steps: { step: date } }`, of which `studio` may be missing, and
    /// likewise a step that is not done.
    ///
    /// # Errors
    ///
    /// Every fault of the text at once, in its order: syntax, unknown and missing keys, values of a wrong type, days that no calendar has,
    /// ids that stand twice, flows and steps that the rulebook has not got, studios that the roster has not got.
    ///
    /// ```
    /// use lvzhi::{Matters, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "事项办理办法" },
    ///         "flow": [{ "id": "hotline", "label": "直通车", "steps": [{ "id": "assign", "label": "交办", "within_days": 2 }] }]
    ///     }"#,
    /// )?;
    /// let text = r#"[{ "id": "T1", "flow": "hotline", "opened": "2023-03-01", "steps": { "assign": "2023-03-02" } }]"#;
    /// assert_eq!(Matters::from_json(text, &rulebook, &Roster::default())?.len(), 1);
    ///
    /// let faults = Matters::from_json(&text.replace("assign", "asign"), &rulebook, &Roster::default()).unwrap_err();
    /// assert!(faults.to_string().contains("did you mean `assign`?"));
    /// # Ok::<(), lvzhi::Diagnostics>(())
    /// ```
    pub fn from_json(text: &str, rulebook: &Rulebook, roster: &Roster) -> Result<Matters, Diagnostics> {
        let document = Document::from_json(text)?;
        let mut reading = Reading {
            rules: rulebook.rules(),
            roster,
            faults: Diagnostics::new(document.source.clone()),
            ids: BTreeSet::new(),
        };
        let list = Spot::top(&document).list(&mut reading.faults).unwrap_or_default();
        let mut matters: Vec<Matter> = list.into_iter().filter_map(|spot| reading.matter(spot)).collect();
        if !reading.faults.is_empty() {
            return Err(reading.faults.sorted());
        }
        matters.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Matters(matters.into()))
    }

    /// Whether this rulebook has the flows and steps that the matters name, and this roster the studios; they may have been read with others.
    pub(crate) fn fit(&self, rulebook: &Rulebook, roster: &Roster) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::default();
        for matter in self.0.iter() {
            let suggests = faults.suggests();
            let mut fault = |key: &str, fault| faults.push(fault, Place::path(format!("matters: {}.{key}", matter.id)));
            if let Some(Err(unknown)) = matter.studio.as_ref().map(|studio| known_studio(roster, studio, suggests)) {
                fault("studio", unknown);
            }
            match known_flow(rulebook.rules(), &matter.flow) {
                Ok(flow) => {
                    for unknown in matter.done.keys().filter_map(|step| known_step(flow, step).err()) {
                        fault("steps", unknown);
                    }
                }
                Err(unknown) => fault("flow", unknown),
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

fn known_flow<'r>(rules: &'r Rules, name: &str) -> Result<&'r Flow, Fault> {
    let found = rules.flows.iter().find(|flow| flow.id == *name);
    found.ok_or_else(|| Fault::UnknownFlow {
        name: name.to_owned(),
        near: nearest(name, rules.flows.iter().map(|flow| flow.id.as_str())),
    })
}

fn known_step(flow: &Flow, name: &str) -> Result<Slug, Fault> {
    let found = flow.steps.iter().find(|step| step.id == *name).map(|step| step.id.clone());
    found.ok_or_else(|| Fault::UnknownStep {
        name: name.to_owned(),
        near: nearest(name, flow.steps.iter().map(|step| step.id.as_str())),
    })
}

fn known_studio(roster: &Roster, id: &str, suggests: bool) -> Result<Id, Fault> {
    if let Some(studio) = roster.find(EntityKind::Studio, id) {
        return Ok(roster.id(studio).clone());
    }
    // Who wrote a studio's name meant its id.
    let named = roster.resolve(EntityKind::Studio, id).ok().map(|studio| roster.id(studio).to_string());
    let near = named.or_else(|| suggests.then(|| roster.nearest(EntityKind::Studio, id)).flatten());
    Err(Fault::UnknownEntity { kind: EntityKind::Studio, name: id.to_owned(), near })
}

/// Matters being read.
struct Reading<'r> {
    rules: &'r Rules,
    roster: &'r Roster,
    faults: Diagnostics,
    /// The ids that were read.
    ids: BTreeSet<Id>,
}

impl Reading<'_> {
    fn matter(&mut self, spot: Spot<'_>) -> Option<Matter> {
        let fields = spot.fields(&mut self.faults)?;
        // An empty text is no id.
        let named = fields.optional("id").filter(|spot| spot.as_text() != Some(""));
        if named.is_none() {
            spot.holder_fault(&mut self.faults, Fault::MissingKey { key: "id".to_owned() });
        }
        let (flow, studio) = (fields.required("flow", &mut self.faults), fields.optional("studio"));
        let (opened, steps) = (fields.required("opened", &mut self.faults), fields.required("steps", &mut self.faults));
        fields.finish(&mut self.faults);

        let id = named.and_then(|spot| self.id(spot));
        let flow = flow.and_then(|spot| self.known(spot, |reading, name| known_flow(reading.rules, name)));
        let studio = studio
            .map(|spot| self.known(spot, |reading, id| known_studio(reading.roster, id, reading.faults.suggests())));
        let opened = opened.and_then(|spot| spot.date(&mut self.faults));
        let done = steps.and_then(|spot| self.steps(spot, flow));
        Some(Matter { id: id?, flow: flow?.id.clone(), studio: studio.flatten(), opened: opened?, done: done? })
    }

    fn id(&mut self, spot: Spot<'_>) -> Option<Id> {
        let id = Id::from(spot.text(&mut self.faults)?);
        if !self.ids.insert(id.clone()) {
            spot.fault(&mut self.faults, Fault::DuplicateId { id: id.to_string() });
        }
        Some(id)
    }

    /// What a text names, or the fault at the text.
    fn known<T>(&mut self, spot: Spot<'_>, find: impl Fn(&Self, &str) -> Result<T, Fault>) -> Option<T> {
        let name = spot.text(&mut self.faults)?;
        find(self, name).map_err(|unknown| spot.fault(&mut self.faults, unknown)).ok()
    }

    /// The days on which steps were done; of a flow that is not known no step is asked for.
    fn steps(&mut self, spot: Spot<'_>, flow: Option<&Flow>) -> Option<BTreeMap<Slug, Date>> {
        let fields = spot.fields(&mut self.faults)?;
        let mut done = BTreeMap::new();
        for (key, value) in fields.each() {
            let day = value.date(&mut self.faults);
            match flow.map(|flow| known_step(flow, key)) {
                Some(Ok(step)) => done.extend(day.map(|day| (step, day))),
                Some(Err(unknown)) => self.faults.push(unknown, fields.key_place(key)),
                None => {}
            }
        }
        Some(done)
    }
}
