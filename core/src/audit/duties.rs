use serde::Serialize;

use crate::arena::Idx;
use crate::facts::{Facts, Tally};
use crate::roster::Entity;
use crate::rulebook::Duty;
use crate::{Date, Window};

/// How a duty stands in one window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DutyStatus {
    Met,
    Missed,
    /// Not met yet, and there is time.
    Pending,
    /// The subject was not active on every day of the window.
    Exempt,
}

/// A duty of one subject in one window.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DutyWindow {
    pub(crate) window: Window,
    pub(crate) status: DutyStatus,
    pub(crate) count: Tally,
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

    /// How a duty stands in every window of the period, asked on a day.
    pub(crate) fn duty(&self, duty: Idx<Duty>, subject: Entity, period: Window, day: Date) -> Vec<DutyWindow> {
        let rule = &self.rules.duties[duty];
        let status = |window: Window| {
            let records = self.involved(subject).iter().filter(|involvement| {
                let date = self.columns.date[involvement.record];
                involvement.approved() && window.contains(date) && date <= day && self.in_sight(date) && self.matches(&rule.when, involvement)
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
            DutyWindow { window, status, count }
        };
        self.duty_windows(duty, period).into_iter().map(status).collect()
    }

    /// Whether nothing of a duty was missed or is pending, or it is not asked of the subject.
    pub(crate) fn duty_met(&self, duty: Idx<Duty>, subject: Entity, period: Window, day: Date) -> bool {
        let open = |window: &DutyWindow| matches!(window.status, DutyStatus::Missed | DutyStatus::Pending);
        !self.asks(duty, subject, day) || !self.duty(duty, subject, period, day).iter().any(open)
    }

    /// Whether a record of that date is seen at all, where an `as_of` was given.
    pub(crate) fn in_sight(&self, date: Date) -> bool {
        self.until.is_none_or(|until| date <= until)
    }
}
