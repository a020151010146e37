use crate::facts::Facts;
use crate::roster::{Entity, Studio};
use crate::{Date, Window};

impl Facts<'_> {
    /// Whether the subject was active on every day of a window: a member seated, a studio in an active state, others always.
    pub(crate) fn active_throughout(&self, subject: Entity, window: Window) -> bool {
        match self.as_studio(subject) {
            Some(studio) => {
                let turns = studio.history.iter().map(|stage| stage.date).filter(|&day| window.contains(day));
                std::iter::once(window.from).chain(turns).all(|day| self.studio_active(studio, day))
            }
            None => self.seated_throughout(subject, window),
        }
    }

    /// Whether the subject is active on a day.
    pub(super) fn active_on(&self, subject: Entity, day: Date) -> bool {
        self.active_throughout(subject, Window { from: day, to: day })
    }

    /// Whether a member sits on a day; others always do.
    pub(super) fn seated_on(&self, entity: Entity, day: Date) -> bool {
        self.seated_throughout(entity, Window { from: day, to: day })
    }

    fn studio_active(&self, studio: &Studio, day: Date) -> bool {
        let Some(lifecycle) = &self.rules.lifecycle else { return true };
        if studio.history.is_empty() {
            return true;
        }
        let state = studio.state_on(day);
        lifecycle.states.iter().any(|known| known.active && Some(known.id.as_str()) == state.map(|state| &**state))
    }
}
