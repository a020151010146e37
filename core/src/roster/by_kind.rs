use crate::EntityKind;

/// One thing for each kind of entity.
#[derive(Debug, Clone, Default)]
pub(crate) struct ByKind<T>([T; 6]);

impl<T> ByKind<T> {
    /// Makes the thing of every kind, in the order of [`EntityKind::ALL`].
    pub(crate) fn each(make: impl FnMut(EntityKind) -> T) -> Self {
        ByKind(EntityKind::ALL.map(make))
    }

    pub(crate) fn of(&self, kind: EntityKind) -> &T {
        let [member, sector, committee, group, unit, studio] = &self.0;
        match kind {
            EntityKind::Member => member,
            EntityKind::Sector => sector,
            EntityKind::Committee => committee,
            EntityKind::Group => group,
            EntityKind::Unit => unit,
            EntityKind::Studio => studio,
        }
    }

    pub(crate) fn of_mut(&mut self, kind: EntityKind) -> &mut T {
        let [member, sector, committee, group, unit, studio] = &mut self.0;
        match kind {
            EntityKind::Member => member,
            EntityKind::Sector => sector,
            EntityKind::Committee => committee,
            EntityKind::Group => group,
            EntityKind::Unit => unit,
            EntityKind::Studio => studio,
        }
    }
}
