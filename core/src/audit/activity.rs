use crate::facts::Facts;
use crate::roster::{Entity, Studio};
use crate::{Date, EntityKind, Window};

impl Facts<'_> {
    /// Whether the subject was active on every day of a window: a member seated, a studio in an active state, others always.
    pub(crate) fn active_throughout(&self, subject: Entity, window: Window) -> bool {
        match self.studio(subject) {
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

    /// The entities of a kind, by id, so that the order of the roster never shows.
    pub(super) fn by_id(&self, kind: EntityKind) -> Vec<Entity> {
        let mut entities: Vec<Entity> = self.roster.entities(kind).collect();
        entities.sort_by_key(|&entity| self.roster.id(entity));
        entities
    }

    /// The studio that an entity is.
    pub(super) fn studio(&self, entity: Entity) -> Option<&Studio> {
        (entity.kind == EntityKind::Studio).then(|| self.register().studios.nth(entity.place)).flatten()
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
