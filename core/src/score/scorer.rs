use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::board::Board;
use super::publish::Publisher;
use super::scoring::{Asked, Scoring};
use super::standing::standings;
use super::{Assessment, streak};
use crate::audit::{Audit, Matters};
use crate::diagnostic::{Diagnostics, Fault, Place};
use crate::facts::Facts;
use crate::ledger::Ledger;
use crate::roster::Roster;
use crate::rulebook::Rulebook;
use crate::{Date, EntityKind, Period, Slug, Window};

/// A rulebook and a roster that were found to fit together: made once, used for many ledgers and periods.
#[derive(Debug, Clone)]
pub struct Scorer {
    pub(super) rulebook: Rulebook,
    pub(super) roster: Roster,
}

/// The result of scoring: a board for each `[[board]]` of the rulebook, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Scores {
    /// The rulebook's id.
    pub rulebook: Slug,
    /// The rulebook's title.
    pub rulebook_title: Arc<str>,
    /// The days that were scored.
    pub period: Window,
    /// The day on which questions were asked.
    pub as_of: Date,
    /// The boards.
    pub boards: Vec<Board>,
    /// The notices of all boards that could not be decided for want of earlier ones, in the order of the rulebook.
    pub missing_history: Vec<Slug>,
}

impl Rulebook {
    /// Brings the rulebook together with a roster.
    ///
    /// An error lists every entity that the rulebook names and the roster has not got, and every link and check of the roster that the
    /// rulebook does not declare.
    pub fn scorer(&self, roster: &Roster) -> Result<Scorer, Diagnostics> {
        self.meet(roster)?;
        Ok(Scorer { rulebook: self.clone(), roster: roster.clone() })
    }

    /// Audits a roster on a day: over the rulebook's period (year, half-year, quarter, month or term) in which the day lies, as far as it
    /// has come by then. What is later is left out.
    ///
    /// An error says what [`Rulebook::scorer`] and [`Scorer::audit`] say; the latter asks about other periods too.
    ///
    /// ```
    /// use lvzhi::{Lang, Ledger, Matters, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员工作室管理办法" },
    ///         "kinds": { "opinion": "社情民意信息" },
    ///         "duty": [{ "id": "opinion", "label": "每月至少1条", "subject": "studio", "when": { "kind": "opinion" },
    ///                    "at_least": 1, "window": "month" }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(r#"{ "studios": [{ "id": "S1", "name": "经济界委员工作室" }] }"#)?;
    /// let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster)?;
    /// let audit = rulebook.audit(&roster, &ledger, &Matters::default(), "2023-11-15".parse()?)?;
    /// assert_eq!(audit.todo()[0].sentence(Lang::Zh), "经济界委员工作室（S1）：社情民意信息还差1次（每月至少1条），2023年11月30日前。");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audit(
        &self,
        roster: &Roster,
        ledger: &Ledger,
        matters: &Matters,
        as_of: Date,
    ) -> Result<Audit, Diagnostics> {
        let period = Period::Calendar(self.rules().head.period, as_of);
        self.scorer(roster)?.audit(ledger, matters, Assessment::of(period).as_of(as_of))
    }
}

impl Scorer {
    /// Brings together what may not fit: a worked example has not got all that its rulebook names.
    pub(crate) fn unmet(rulebook: &Rulebook, roster: &Roster) -> Self {
        Scorer { rulebook: rulebook.clone(), roster: roster.clone() }
    }

    /// Scores a ledger over a period.
    ///
    /// An error says `bad-period` for `term` where the rulebook names none, `not-in-force` where the rulebook does not hold on any day
    /// of the period, and `unknown-member`, `unknown-studio` … for what the ledger names and this roster has not got.
    pub fn score(&self, ledger: &Ledger, assessment: impl Into<Assessment>) -> Result<Scores, Diagnostics> {
        let assessment = assessment.into();
        let period = self.period(&assessment)?;
        self.knows(ledger)?;
        let rules = self.rulebook.rules();
        let asked = Asked::new(rules, period, assessment.as_of.unwrap_or(period.to));
        let scoring = Scoring::new(rules, &self.roster, ledger.columns(), assessment.as_of);
        let board = |board| {
            let standings = standings(&scoring, board, &asked);
            let (given, missing) = streak::given(&scoring.facts, board, &asked, &assessment.history, &standings);
            Publisher::new(&scoring, board, &asked, given).board(&standings, missing)
        };
        let boards: Vec<Board> = rules.boards.places().map(board).collect();
        let missing = |notice: &Slug| boards.iter().any(|board| board.missing_history.contains(notice));
        let notices = rules.notices.iter().map(|notice| &notice.id);
        Ok(Scores {
            rulebook: rules.head.id.clone(),
            rulebook_title: rules.head.title.clone(),
            period,
            as_of: asked.day,
            missing_history: notices.filter(|notice| missing(notice)).cloned().collect(),
            boards,
        })
    }

    /// Asks what the rules ask of the structure and of the cadence: duties over the period; bounds, standards, the lifecycle and matters
    /// as of its last day, or the assessment's `as_of`; and lists all that falls short.
    ///
    /// An error says what [`Scorer::score`] says, and `unknown-flow`, `unknown-step` and `unknown-studio` for what the matters name and
    /// this rulebook or roster has not got.
    ///
    /// ```
    /// use lvzhi::{Ledger, Matters, Period, Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员工作室管理办法" },
    ///         "bound": [{ "id": "placed", "label": "人人进室", "subject": "member", "relation": "membership", "at_least": 1 }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "members": [{ "id": "M1" }, { "id": "M2" }, { "id": "M3" }], "studios": [{ "id": "S1" }],
    ///         "memberships": [{ "member": "M1", "studio": "S1" }, { "member": "M2", "studio": "S1" }]
    ///     }"#,
    /// )?;
    /// let (ledger, _) = Ledger::from_json("[]", &rulebook, &roster)?;
    /// let audit = rulebook.scorer(&roster)?.audit(&ledger, &Matters::default(), "2023".parse::<Period>()?)?;
    /// let coverage = audit.bound("placed").and_then(|bound| bound.coverage).map(|coverage| coverage.figure.to_string());
    /// assert_eq!(coverage.as_deref(), Some("0.67"));
    /// assert_eq!(audit.findings[0].code.as_str(), "bound-broken");
    /// assert_eq!(audit.findings[0].subject, "M3");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn audit(
        &self,
        ledger: &Ledger,
        matters: &Matters,
        assessment: impl Into<Assessment>,
    ) -> Result<Audit, Diagnostics> {
        let assessment = assessment.into();
        let period = self.period(&assessment)?;
        self.knows(ledger)?;
        matters.fit(&self.rulebook, &self.roster)?;
        let facts = Facts::new(self.rulebook.rules(), &self.roster, ledger.columns(), assessment.as_of);
        Ok(Audit::of(&facts, matters, period, assessment.as_of.unwrap_or(period.to)))
    }

    fn period(&self, assessment: &Assessment) -> Result<Window, Diagnostics> {
        let head = &self.rulebook.rules().head;
        let alone = |fault| {
            let mut faults = Diagnostics::default();
            faults.push(fault, Place::path("period"));
            faults
        };
        let period = assessment.period.window(head.term).map_err(|bad| alone(Fault::BadPeriod { value: bad.0 }))?;
        let begun = head.effective.is_none_or(|effective| effective <= period.to);
        let ended = head.until.is_some_and(|until| until < period.from);
        if begun && !ended {
            return Ok(period);
        }
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        Err(alone(Fault::NotInForce {
            period: assessment.period.to_string(),
            from: text(head.effective),
            until: text(head.until),
        }))
    }

    /// A ledger names members and studios by id; it may have been read with another roster.
    fn knows(&self, ledger: &Ledger) -> Result<(), Diagnostics> {
        let columns = ledger.columns();
        let mut faults = Diagnostics::default();
        for kind in EntityKind::ALL {
            for id in columns.names(kind).into_iter().filter(|id| self.roster.find(kind, id).is_none()) {
                let fault = Fault::UnknownEntity {
                    kind,
                    name: id.to_string(),
                    near: faults.suggests().then(|| self.roster.nearest(kind, id)).flatten(),
                };
                faults.push(fault, Place::path(format!("ledger: {} {id}", kind.word())));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

impl Scores {
    /// The board of that id.
    pub fn board(&self, id: &str) -> Option<&Board> {
        self.boards.iter().find(|board| board.id == *id)
    }
}
