use super::grade::share_of;
use super::rank::Partitions;
use super::scoring::Asked;
use super::standing::Standing;
use crate::arena::Idx;
use crate::audit::DutyStatus;
use crate::facts::{Facts, Involvement};
use crate::rulebook::{Board, Condition, Notice};
use crate::{Cadence, Figure, Window};

/// Finds, for every ranked subject, the notices whose condition holds in this period.
pub(crate) fn hold(facts: &Facts<'_>, board: Idx<Board>, asked: &Asked, ranked: &Partitions, list: &mut [Standing]) {
    let rule = &facts.rules.boards[board];
    let keys: Vec<Vec<Figure>> = list.iter().map(|standing| standing.key(&rule.rank.breaks)).collect();
    // How many stand strictly below a subject in a partition, in which the best are first.
    let below = |place: usize, partition: &[usize]| {
        partition.len() - partition.partition_point(|&other| keys.get(other) >= keys.get(place))
    };
    let bottom = |place: usize, standing: &Standing, most: &dyn Fn(usize) -> usize| {
        ranked.iter().any(|(name, partition)| {
            standing.ranks.contains_key(name) && below(place, partition) < most(partition.len())
        })
    };
    for (place, standing) in list.iter_mut().enumerate().filter(|(_, standing)| standing.assessed) {
        let holds = |notice: &Notice| {
            facts.applies(&notice.applies, standing.subject, asked.day)
                && match &notice.condition {
                    Condition::Below(limit) => !standing.total.reaches(*limit),
                    Condition::Grade(grade) => standing.grade.as_ref() == Some(grade),
                    Condition::BottomShare(share) => bottom(place, standing, &|size| share_of(*share, size)),
                    Condition::BottomCount(count) => bottom(place, standing, &|_| *count as usize),
                    Condition::Duty(duty) => {
                        let missed = |window: &crate::audit::DutyWindow| window.status == DutyStatus::Missed;
                        facts.asks(*duty, standing.subject, asked.day)
                            && facts.duty(*duty, standing.subject, asked.period, asked.day).iter().any(missed)
                    }
                    Condition::Count { at_least, .. } => {
                        facts
                            .involved(standing.subject)
                            .iter()
                            .filter(|found| facts.noticed(notice, found, asked))
                            .count()
                            >= *at_least as usize
                    }
                }
        };
        standing.holding = rule.notices.iter().copied().filter(|&notice| holds(&facts.rules.notices[notice])).collect();
    }
}

impl Facts<'_> {
    /// Whether a record is one of those that a `count` notice counts.
    pub(crate) fn noticed(&self, notice: &Notice, found: &Involvement, asked: &Asked) -> bool {
        let Condition::Count { when, window, .. } = &notice.condition else { return false };
        let last = asked.period.to;
        let cadence = if *window == Cadence::Term { Cadence::Term } else { Cadence::Year };
        let from = cadence.around(last, self.rules.head.term).map_or(asked.period.from, |window| window.from);
        self.occurs(found, Window { from, to: last }) && self.matches(when, found)
    }
}
