use super::sentence::{Sentence, Word};
use crate::audit::{Audit, FlowTable, MatterRow, MatterState, Ratio};
use crate::say::sheet::{Block, Cell, Column, Row, Table};
use crate::{Date, Lang};

/// How the matters of each flow fare, and where those are stuck that are not closed.
pub(super) fn blocks(audit: &Audit, lang: Lang) -> Vec<Block> {
    let columns = [Word::Matters, Word::Closed, Word::InTime].map(|word| Column::right(word.said(lang)));
    let rates = Table {
        caption: Word::FlowsCaption.said(lang).to_owned(),
        columns: std::iter::once(Column::left(Word::Flow.said(lang))).chain(columns).collect(),
        rows: audit.flows.iter().map(|flow| rates(flow, lang)).collect(),
    };
    let under_way = |matter: &&MatterRow| {
        matter.opened_by(audit.as_of) && matches!(matter.state, MatterState::Open | MatterState::Overdue)
    };
    let mut open: Vec<&MatterRow> = audit.matters.iter().filter(under_way).collect();
    // Those that wait for no day come last.
    open.sort_by_key(|matter| {
        let deadline = matter.stuck_at().and_then(|step| step.deadline);
        (deadline.is_none(), deadline)
    });
    let stuck = Table {
        caption: Word::OpenCaption.said(lang).to_owned(),
        columns: vec![
            Column::left(Word::Matter.said(lang)),
            Column::words(Word::Flow.said(lang)),
            Column::left(Word::Opened.said(lang)),
            Column::words(Word::Step.said(lang)),
            Column::words(Word::By.said(lang)),
            Column::left(Word::Due.said(lang)),
            Column::right(Word::Overdue.said(lang)),
        ],
        rows: open.iter().map(|matter| stuck(matter, audit, lang)).collect(),
    };
    let stuck = (!open.is_empty()).then(|| Block::Table(stuck.without_empty_columns()));
    std::iter::once(Block::Table(rates)).chain(stuck).collect()
}

fn rates(flow: &FlowTable, lang: Lang) -> Row {
    let rate = |rate: Option<Ratio>| match rate {
        Some(Ratio { part, whole, .. }) => {
            Cell::with_detail(Sentence::Ratio { part, whole }.said(lang), Sentence::Percent { part, whole }.said(lang))
        }
        None => Cell::default(),
    };
    let steps: Vec<(&str, Option<(u32, u32)>)> =
        flow.steps.iter().map(|step| (&*step.label, step.done.map(|done| (done.part, done.whole)))).collect();
    let label = Sentence::Caption { label: &flow.label, clause: flow.clause.as_deref(), part: None, tally: None };
    Row {
        note: if flow.matters > 0 && !steps.is_empty() {
            Sentence::StepRates(&steps).said(lang)
        } else {
            String::new()
        },
        ..Row::plain(vec![
            label.said(lang).into(),
            flow.matters.to_string().into(),
            rate(flow.closed),
            rate(flow.in_time),
        ])
    }
}

fn stuck(matter: &MatterRow, audit: &Audit, lang: Lang) -> Row {
    let day = |day: Date| Sentence::Day(day).said(lang);
    let step = matter.stuck_at();
    // Where there is but one flow it need not be said.
    let flow = audit.flow(&matter.flow).filter(|_| audit.flows.len() > 1).map(|flow| flow.label.to_string());
    let overdue = step.map(|step| step.days_late(audit.as_of)).filter(|&days| days > 0);
    let today = step.filter(|step| step.deadline == Some(audit.as_of)).map(|_| Word::DueToday.said(lang).to_owned());
    let overdue = overdue.map(|days| Sentence::Days(days).said(lang)).or(today);
    Row::plain(vec![
        Sentence::Matter { id: &matter.id, studio: matter.studio.as_ref() }.said(lang).into(),
        flow.unwrap_or_default().into(),
        day(matter.opened).into(),
        step.map(|step| step.label.to_string()).unwrap_or_default().into(),
        step.and_then(|step| step.by.as_deref()).unwrap_or_default().into(),
        step.and_then(|step| step.deadline).map(day).unwrap_or_default().into(),
        overdue.map_or_else(Cell::default, Cell::strong),
    ])
}
