//! A case put to the library, and what comes out of it beside what should.

use lvzhi::audit::{Audit, Matters};
use lvzhi::{Assessment, Diagnostics, Intake, Ledger, Period, Roster, Rulebook, Scorer, Scores};
use serde_json::{Value, json};

use crate::oracle::Case;
use crate::{answer, audit, compare};

/// What the library makes of a case, step by step.
#[derive(Debug)]
pub struct Run {
    /// Rulebook and roster, brought together.
    pub scorer: Scorer,
    /// What became of the rows of the ledger.
    pub intake: Intake,
    /// The boards.
    pub scores: Scores,
    /// What falls short of duties, bounds, standards.
    pub audit: Audit,
}

impl Run {
    /// Puts a case to the library, its rulebook in its JSON form.
    pub fn of(case: &Case) -> Result<Run, Diagnostics> {
        Run::by(&Rulebook::from_json(&case.rulebook.to_string())?, case)
    }

    /// Puts everything of a case but its rulebook to the library.
    pub fn by(rulebook: &Rulebook, case: &Case) -> Result<Run, Diagnostics> {
        Run::with(rulebook, case, |roster| Ledger::from_json(&case.ledger.to_string(), rulebook, roster))
    }

    /// Puts a case to the library, its rulebook and its ledger read in another way.
    pub fn with(
        rulebook: &Rulebook,
        case: &Case,
        ledger: impl FnOnce(&Roster) -> Result<(Ledger, Intake), Diagnostics>,
    ) -> Result<Run, Diagnostics> {
        let roster = Roster::from_json(&case.roster.to_string())?;
        let scorer = rulebook.scorer(&roster)?;
        let (ledger, intake) = ledger(&roster)?;
        let matters = if case.matters.is_null() { json!([]) } else { case.matters.clone() };
        let matters = Matters::from_json(&matters.to_string(), rulebook, &roster)?;
        let assessment = |period: &Value| Ok::<_, Diagnostics>(Assessment::of(Period::from_json(&period.to_string())?));
        let mut asked = assessment(&case.period)?;
        for earlier in &case.history {
            asked = asked.after(scorer.score(&ledger, assessment(earlier)?)?);
        }
        if let Some(day) = case.as_of.as_deref().and_then(|day| day.parse().ok()) {
            asked = asked.as_of(day);
        }
        let audit = scorer.audit(&ledger, &matters, asked.clone())?;
        let scores = scorer.score(&ledger, asked)?;
        Ok(Run { scorer, intake, scores, audit })
    }

    /// What came out, in the shape of a vector's `expect`.
    pub fn answers(&self) -> Value {
        let mut answers =
            json!({ "boards": answer::boards(&self.scores), "missing_history": self.scores.missing_history });
        // Findings are no one's figures: the second evaluator does not list them.
        for (key, answer) in audit::answers(&self.audit).into_iter().filter(|(key, _)| key != "audit") {
            super::dice::put(&mut answers, &key, answer);
        }
        answers
    }
}

/// Where two answers differ, looked at from either side.
pub fn differences(expected: &Value, found: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    compare::compare("oracle", expected, found, &mut differences);
    compare::compare("library", found, expected, &mut differences);
    differences
}
