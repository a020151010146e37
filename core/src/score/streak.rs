use std::sync::Arc;

use super::scoring::Asked;
use super::standing::Standing;
use super::{Board, Scores};
use crate::Slug;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::rulebook::{self, Notice};

/// Which notices are given to each standing, and which could not be decided for want of earlier boards.
///
/// A notice is given where its condition holds in so many consecutive periods, each ending the day before the next begins; then those
/// that another given notice replaces are taken away.
pub(crate) fn given(
    facts: &Facts<'_>,
    board: Idx<rulebook::Board>,
    asked: &Asked,
    history: &[Arc<Scores>],
    list: &[Standing],
) -> (Vec<Vec<Idx<Notice>>>, Vec<Slug>) {
    let rules = facts.rules;
    let rule = &rules.boards[board];
    let earlier = |notice: &Notice| chain(asked, history, rule.id.as_str(), notice.periods);
    let decided: Vec<(Idx<Notice>, Option<Chain<'_>>)> =
        rule.notices.iter().map(|&idx| (idx, earlier(&rules.notices[idx]))).collect();
    let missing =
        decided.iter().filter(|(_, chain)| chain.is_none()).map(|(idx, _)| rules.notices[*idx].id.clone()).collect();
    let given = |standing: &Standing| {
        let id = facts.roster.id(standing.subject);
        let fired: Vec<Idx<Notice>> = decided
            .iter()
            .filter(|(idx, chain)| {
                let notice = &rules.notices[*idx].id;
                let held = |(scores, board): &(&Scores, &Board)| {
                    board.held(id, notice) && facts.seated_throughout(standing.subject, scores.period)
                };
                standing.holding.contains(idx) && chain.as_ref().is_some_and(|chain| chain.iter().all(held))
            })
            .map(|(idx, _)| *idx)
            .collect();
        let replaced = |idx: &&Idx<Notice>| fired.iter().any(|by| rules.notices[*by].instead_of.contains(idx));
        fired.iter().filter(|idx| !replaced(idx)).copied().collect()
    };
    (list.iter().map(given).collect(), missing)
}

/// A board and the scores it is in, one for each of some periods.
type Chain<'h> = Vec<(&'h Scores, &'h Board)>;

/// The boards of the periods before, one a period, the latest first; none where one is missing.
fn chain<'h>(asked: &Asked, history: &'h [Arc<Scores>], board: &str, periods: u32) -> Option<Chain<'h>> {
    let mut from = asked.period.from;
    (1..periods)
        .map(|_| {
            let scores: &Scores = history.iter().find(|scores| scores.period.to.next() == from)?;
            from = scores.period.from;
            Some((scores, scores.board(board)?))
        })
        .collect()
}
