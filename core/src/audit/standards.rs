use crate::Date;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::Standard;

/// How many checks of a standard an entity meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ChecksMet {
    pub(crate) met: u32,
    pub(crate) of: u32,
}

impl Facts<'_> {
    /// How an entity stands to a standard on a day; none where the standard is not asked of it.
    pub(crate) fn standard(&self, standard: Idx<Standard>, subject: Entity, day: Date) -> Option<ChecksMet> {
        let rule = &self.rules.standards[standard];
        if rule.subject != subject.kind || !self.applies(&rule.applies, subject, day) {
            return None;
        }
        let passed: Vec<_> = self.roster.checks(subject).on(day).collect();
        // A check may be named without its standard: reading makes sure that one standard alone has it.
        let met = |check: &crate::rulebook::CheckItem| {
            passed.iter().any(|passed| *passed.check == *check.id && passed.standard.as_ref().is_none_or(|standard| **standard == *rule.id))
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(ChecksMet { met: count(rule.checks.iter().filter(|check| met(check)).count()), of: count(rule.checks.len()) })
    }
}
