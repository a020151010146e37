use std::collections::BTreeSet;

use super::rank::Partitions;
use super::scoring::Asked;
use super::standing::{LeftOut, Standing};
use crate::arena::Idx;
use crate::facts::Facts;
use crate::rulebook::{Board, Grade, GradeName, Quota, Seats};
use crate::{Decimal, Figure};

/// Gives every ranked subject its grade: a veto decides first, then the first grade, top down, that fits and has a seat.
pub(crate) fn award(facts: &Facts<'_>, board: Idx<Board>, asked: &Asked, ranked: &Partitions, list: &mut [Standing]) {
    let rule = &facts.rules.boards[board];
    for standing in list.iter_mut().filter(|standing| standing.assessed) {
        standing.grade = standing.vetoes.iter().find_map(|(veto, _)| facts.rules.vetoes[*veto].grade.clone());
        standing.by_veto = standing.grade.is_some();
    }
    let keys: Vec<Vec<Figure>> = list.iter().map(|standing| standing.key(&rule.rank.breaks)).collect();
    for &idx in &rule.grades {
        let grade = &facts.rules.grades[idx];
        let fits = |standing: &Standing| {
            standing.assessed && standing.grade.is_none() && fits(facts, grade, asked, ranked, standing)
        };
        let fitting: BTreeSet<usize> =
            list.iter().enumerate().filter(|(_, standing)| fits(standing)).map(|(place, _)| place).collect();
        let (admitted, seated) = match &grade.quota {
            Some(quota) => {
                let partitions = Partitions::new(facts, board, &quota.among, asked.day, list);
                (admit(&partitions, quota, &fitting, |place| keys.get(place)), seated(&partitions, quota))
            }
            None => (fitting.clone(), BTreeSet::new()),
        };
        for place in fitting {
            if let Some(standing) = list.get_mut(place) {
                if admitted.contains(&place) {
                    standing.grade = Some(GradeName::Listed(idx));
                } else {
                    standing.left_out.push(LeftOut { grade: idx, seats: seated.contains(&place) });
                }
            }
        }
    }
}

/// Whether all conditions of a grade hold, its quota apart.
fn fits(facts: &Facts<'_>, grade: &Grade, asked: &Asked, ranked: &Partitions, standing: &Standing) -> bool {
    let subject = standing.subject;
    let within = |most: usize, rank: u32| rank as usize <= most;
    facts.applies(&grade.applies, subject, asked.day)
        && grade.at_least.is_none_or(|least| standing.total.reaches(least))
        && grade.require.iter().all(|&duty| facts.duty_met(duty, subject, asked.period, asked.day))
        && grade
            .top_share
            .is_none_or(|top| standing.in_some_partition(ranked, |rank, size| within(share_of(top, size), rank)))
        && grade.top_count.is_none_or(|top| standing.in_some_partition(ranked, |rank, _| within(top as usize, rank)))
        && grade.band.is_none_or(|(first, of)| {
            standing.in_some_partition(ranked, |rank, size| {
                within((first as usize).saturating_mul(size / of.max(1) as usize), rank)
            })
        })
}

/// ⌊share × size⌋
pub(crate) fn share_of(share: Decimal, size: usize) -> usize {
    let seats = i128::from(share.ten_thousandths()) * size as i128 / 10_000;
    usize::try_from(seats).unwrap_or(0)
}

/// The seats of a quota among so many.
fn seats(quota: &Quota, among: usize) -> usize {
    match quota.seats {
        Seats::Share(share) => share_of(share, among),
        Seats::Count(count) => count as usize,
    }
}

/// Those in one of whose partitions there is a seat at all.
fn seated(partitions: &Partitions, quota: &Quota) -> BTreeSet<usize> {
    let seated = partitions.iter().filter(|(_, places)| seats(quota, places.len()) > 0);
    seated.flat_map(|(_, places)| places).copied().collect()
}

/// Admits the fitting in each partition, best first, equals together, while seats are left. Admitted in one is admitted.
fn admit<K: Ord>(
    partitions: &Partitions,
    quota: &Quota,
    fitting: &BTreeSet<usize>,
    key: impl Fn(usize) -> K,
) -> BTreeSet<usize> {
    let mut admitted = BTreeSet::new();
    for (_, places) in partitions.iter() {
        let mut seats = seats(quota, places.len());
        let mut candidates: Vec<usize> = places.iter().copied().filter(|place| fitting.contains(place)).collect();
        candidates.sort_by_key(|&place| std::cmp::Reverse(key(place)));
        for equals in candidates.chunk_by(|&a, &b| key(a) == key(b)) {
            let room = equals.len() <= seats;
            if room || (quota.ties_in && seats > 0) {
                admitted.extend(equals);
            }
            if !room {
                break;
            }
            seats -= equals.len();
        }
    }
    admitted
}
