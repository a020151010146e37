use crate::facts::Facts;
use crate::roster::{Entity, Studio};
use crate::{Date, EntityKind, Window};

impl Facts<'_> {
    /// Whether the subject was active on every day of a window: a member seated, a studio in an active state, others always.
    pub(crate) fn active_throughout(&self, subject: Entity, window: Window) -> bool {
        let studio = (subject.kind == EntityKind::Studio).then(|| self.register().studios.get(subject.place)).flatten();
        match studio {
            Some(studio) => {
                let turns = studio.history.iter().map(|stage| stage.date).filter(|&day| window.contains(day));
                std::iter::once(window.from).chain(turns).all(|day| self.studio_active(studio, day))
            }
            None => self.seated_throughout(subject, window),
        }
    }

    /// The state of a studio on a day: the last entry of its history, as listed, dated on or before it.
    pub(crate) fn state<'s>(&self, studio: &'s Studio, day: Date) -> Option<&'s str> {
        studio.history.iter().rev().find(|stage| stage.date <= day).map(|stage| &*stage.state)
    }

    fn studio_active(&self, studio: &Studio, day: Date) -> bool {
        let Some(lifecycle) = &self.rules.lifecycle else { return true };
        if studio.history.is_empty() {
            return true;
        }
        let state = self.state(studio, day);
        lifecycle.states.iter().any(|known| known.active && Some(known.id.as_str()) == state)
    }
}
