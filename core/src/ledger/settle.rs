use std::sync::Arc;

use super::Ledger;
use super::intake::{Intake, Refusal};
use super::reading::Reading;
use crate::diagnostic::{Diagnostics, Fault, Limit, Place};

impl Reading<'_> {
    /// The ledger of the records that are accepted, each whole, and what became of every row.
    pub(super) fn settle(self) -> Result<(Ledger, Intake), Diagnostics> {
        if self.overfull {
            let mut faults = Diagnostics::default();
            faults.push(Fault::TooLarge { what: Limit::Rows }, Place::path(format!("row {}", self.next_row())));
            return Err(faults);
        }
        let intake = self.intake();
        Ok((Ledger(Arc::new(self.columns())), intake))
    }

    fn intake(&self) -> Intake {
        let mut flaws = self.flaws.iter().peekable();
        let mut intake = Intake::default();
        for (place, row) in self.rows.iter().enumerate() {
            let flaw = flaws.next_if(|(flawed, _)| *flawed == place).map(|(_, flaw)| flaw);
            let record = &self.drafts[row.record];
            if !record.refused {
                intake.accepted += 1;
                continue;
            }
            let number = place as u64 + 1;
            intake.refused.push(match flaw {
                Some(flaw) => {
                    let column = self.written.name(flaw.rank.heading(), self.meanings.vocabulary());
                    Refusal::new(number, Some(column), flaw.value.clone(), flaw.fault.clone())
                }
                None => {
                    Refusal::new(number, None, String::new(), Fault::RecordRefused { record: record.id.to_string() })
                }
            });
        }
        intake
    }
}
