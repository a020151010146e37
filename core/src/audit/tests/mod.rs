//! Audits of small places, through the doors that everybody uses.

mod cadence;
mod details;
mod matters;
mod order;
mod reading;
mod structure;
mod todo;
mod undeclared;
mod waiting;

use serde_json::Value;

use super::{Audit, Finding, FindingCode, Matters};
use crate::{Assessment, Ledger, Period, Roster, Rulebook};

/// A place to audit: each part as its document.
struct Place {
    rules: &'static str,
    roster: Value,
    ledger: Value,
    matters: Value,
}

impl Place {
    /// Rules and a roster, without anything done.
    fn new(rules: &'static str, roster: Value) -> Self {
        Place { rules, roster, ledger: Value::Array(Vec::new()), matters: Value::Array(Vec::new()) }
    }

    fn rulebook(&self) -> Rulebook {
        rulebook(self.rules)
    }

    fn roster(&self) -> Roster {
        Roster::from_json(&self.roster.to_string()).unwrap()
    }

    /// The audit of a period, asked on its last day or another.
    #[track_caller]
    fn audit(&self, period: &str, as_of: Option<&str>) -> Audit {
        let (rulebook, roster) = (self.rulebook(), self.roster());
        let (ledger, intake) = Ledger::from_json(&self.ledger.to_string(), &rulebook, &roster).unwrap();
        assert!(intake.refused.is_empty(), "{intake:?}");
        let matters = Matters::from_json(&self.matters.to_string(), &rulebook, &roster).unwrap();
        let mut assessment = Assessment::of(period.parse::<Period>().unwrap());
        if let Some(day) = as_of {
            assessment = assessment.as_of(day.parse().unwrap());
        }
        rulebook.scorer(&roster).unwrap().audit(&ledger, &matters, assessment).unwrap()
    }
}

fn rulebook(rules: &str) -> Rulebook {
    Rulebook::from_toml(&format!("rulebook = {{ format = 1, id = \"trial\", title = \"试行办法\" }}\n{rules}")).unwrap()
}

/// Findings in a few words: code, rule, subject.
fn said(findings: &[Finding]) -> Vec<(&'static str, &str, &str)> {
    findings.iter().map(|finding| (finding.code.as_str(), &*finding.rule, finding.subject.as_str())).collect()
}

/// The findings of some codes, with their days.
fn dated(audit: &Audit, codes: &[FindingCode]) -> Vec<String> {
    let some = audit.findings.iter().filter(|finding| codes.contains(&finding.code));
    some.map(in_words).collect()
}

/// A finding in a few words: code, rule, subject, day.
fn in_words(finding: &Finding) -> String {
    let day = finding.date.map_or("-".to_owned(), |day| day.to_string());
    format!("{} {} {} {day}", finding.code, finding.rule, finding.subject)
}
