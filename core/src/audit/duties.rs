use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Ratio;
use super::detail::short;
use super::waiting::Waiting;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::roster::Entity;
use crate::rulebook::{Duty, RecordTest, Rules, Test, Unit, Want, When};
use crate::{Date, Decimal, EntityKind, Id, Slug, Window};

/// How a duty stands in one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DutyStatus {
    /// 已完成
    Met,
    /// 未完成
    Missed,
    /// 待完成: not met yet, and there is time.
    Pending,
    /// 免: the subject was not active on every day of the window.
    Exempt,
}

impl DutyStatus {
    /// The status as text.
    pub const fn as_str(self) -> &'static str {
        match self {
            DutyStatus::Met => "met",
            DutyStatus::Missed => "missed",
            DutyStatus::Pending => "pending",
            DutyStatus::Exempt => "exempt",
        }
    }
}

/// A duty of one subject in one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DutyWindow {
    /// The days of the window, cut at the ends of the period.
    pub window: Window,
    /// How the duty stands.
    pub status: DutyStatus,
    /// How much was done: records, days or works, or a sum of quantities.
    pub count: Decimal,
    /// The last day on which it can still be done.
    pub due: Date,
    /// How many records would count as well if they were approved: 待审核. Of a window in which too little was done; of others 0.
    pub waiting: u32,
}

/// One duty, and how it stands with everybody of whom it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DutyTable {
    /// The duty's id.
    pub duty: Slug,
    /// What it asks, in words.
    pub label: Arc<str>,
    /// Where it stands in the published text.
    pub clause: Option<Arc<str>>,
    /// Of whom it is asked.
    pub subject: EntityKind,
    /// The least that is asked in a window.
    pub at_least: Option<Decimal>,
    /// The most that is allowed in a window.
    pub at_most: Option<Decimal>,
    /// What is counted.
    pub unit: Unit,
    /// What the kinds are called that alone are asked for; none where the duty asks for more than a kind.
    pub kinds: Vec<Arc<str>>,
    /// The subjects, by id.
    pub rows: Vec<DutyRow>,
    /// Windows met among those met or missed, of all subjects together.
    pub rate: Option<Ratio>,
}

/// One duty of one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DutyRow {
    /// The subject's id.
    pub id: Id,
    /// The subject's name.
    pub name: Arc<str>,
    /// Every window of the period, in order; of a duty whose window is longer than the period, the whole one.
    pub windows: Vec<DutyWindow>,
    /// Windows met among those met or missed; none where every window is pending or exempt.
    pub rate: Option<Ratio>,
}

impl Facts<'_> {
    /// Whether a duty is asked of the subject, by who it is on a day.
    pub(crate) fn asks(&self, duty: Idx<Duty>, subject: Entity, day: Date) -> bool {
        let duty = &self.rules.duties[duty];
        duty.subject == subject.kind && self.applies(&duty.applies, subject, day)
    }

    /// The windows in which a duty is asked over a period; a longer window than the period is asked whole.
    pub(crate) fn duty_windows(&self, duty: Idx<Duty>, period: Window) -> Vec<Window> {
        let (cadence, term) = (self.rules.duties[duty].window, self.rules.head.term);
        if cadence.months(term).is_some_and(|months| months > period.months()) {
            return cadence.around(period.to, term).into_iter().collect();
        }
        period.cut(cadence, term)
    }

    /// How a duty stands in every window of the period, asked on a day; what waits for approval is not asked.
    pub(crate) fn duty(&self, duty: Idx<Duty>, subject: Entity, period: Window, day: Date) -> Vec<DutyWindow> {
        let rule = &self.rules.duties[duty];
        let status = |window: Window| {
            let records = self.involved(subject).iter().filter(|involvement| {
                self.occurs(involvement, window)
                    && self.columns.date[involvement.record] <= day
                    && self.matches(&rule.when, involvement)
            });
            let records: Vec<_> = records.map(|involvement| (involvement.record, involvement.quantity)).collect();
            let count = self.tally(rule.count, &records);
            let enough = rule.at_least.is_none_or(|least| count.reaches(least));
            let too_many = rule.at_most.is_some_and(|most| count.exceeds(most));
            let status = if !self.active_throughout(subject, window) {
                DutyStatus::Exempt
            } else if too_many {
                DutyStatus::Missed
            } else if day < window.to {
                if enough && rule.at_most.is_none() { DutyStatus::Met } else { DutyStatus::Pending }
            } else if enough {
                DutyStatus::Met
            } else {
                DutyStatus::Missed
            };
            let count = count.decimal();
            DutyWindow { window, status, count, due: window.to, waiting: 0 }
        };
        self.duty_windows(duty, period).into_iter().map(status).collect()
    }

    /// Whether nothing of a duty was missed or is pending, or it is not asked of the subject.
    pub(crate) fn duty_met(&self, duty: Idx<Duty>, subject: Entity, period: Window, day: Date) -> bool {
        let open = |window: &DutyWindow| matches!(window.status, DutyStatus::Missed | DutyStatus::Pending);
        !self.asks(duty, subject, day) || !self.duty(duty, subject, period, day).iter().any(open)
    }
}

impl Rules {
    /// What the kinds are called, if a `when` asks for kinds and nothing else: only then do they say all that it asks for.
    fn kinds_asked(&self, when: &When) -> Vec<Arc<str>> {
        let mut asked = Vec::new();
        for table in &when.0 {
            let [RecordTest::Kind(Test { not: false, want: Want::OneOf(kinds) })] = table.as_slice() else {
                return Vec::new();
            };
            asked.extend(kinds.iter().map(|&kind| self.vocabulary.kinds[kind].word.label.clone()));
        }
        asked
    }
}

impl DutyTable {
    pub(super) fn of(facts: &Facts<'_>, duty: Idx<Duty>, period: Window, day: Date) -> DutyTable {
        let rule = &facts.rules.duties[duty];
        let asked = facts.by_id(rule.subject).into_iter().filter(|&subject| facts.asks(duty, subject, day));
        let waiting = Waiting::of(facts, rule, day);
        let row = |subject| {
            let mut windows = facts.duty(duty, subject, period, day);
            for window in &mut windows {
                let open = matches!(window.status, DutyStatus::Missed | DutyStatus::Pending);
                if open && short(rule.at_least, window).is_some() {
                    window.waiting = waiting.within(subject, window.window);
                }
            }
            let rate = rate(&windows);
            DutyRow { id: facts.roster.id(subject).clone(), name: facts.roster.name(subject).clone(), windows, rate }
        };
        let rows: Vec<DutyRow> = asked.map(row).collect();
        DutyTable {
            duty: rule.id.clone(),
            label: rule.label.clone(),
            clause: rule.cite.clause.clone(),
            subject: rule.subject,
            at_least: rule.at_least,
            at_most: rule.at_most,
            unit: rule.count,
            kinds: facts.rules.kinds_asked(&rule.when),
            rate: rate(rows.iter().flat_map(|row| &row.windows)),
            rows,
        }
    }
}

impl DutyRow {
    /// The windows with that status.
    pub(super) fn with(&self, status: DutyStatus) -> Vec<DutyWindow> {
        self.windows.iter().copied().filter(|window| window.status == status).collect()
    }
}

fn rate<'w>(windows: impl IntoIterator<Item = &'w DutyWindow>) -> Option<Ratio> {
    let (mut met, mut missed) = (0, 0);
    for window in windows {
        match window.status {
            DutyStatus::Met => met += 1,
            DutyStatus::Missed => missed += 1,
            DutyStatus::Pending | DutyStatus::Exempt => {}
        }
    }
    Ratio::of(met, met + missed)
}
