//! The tables of an audit.

use std::sync::Arc;

use lvzhi::audit::{Audit, BoundTable, DutyTable, StandardTable};
use lvzhi::{EntityKind, Id, Lang, Slug};

use super::column::{Column, Kind, Value};
use super::{Table, columns};

/// All that is amiss, with what it is and what to do in words.
pub(crate) fn findings(audit: Audit, lang: Lang) -> Table {
    let layout = columns(&[
        ("code", Kind::Text),
        ("severity", Kind::Text),
        ("kind", Kind::Text),
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("rule", Kind::Text),
        ("label", Kind::Text),
        ("clause", Kind::Text),
        ("date", Kind::Day),
        ("message", Kind::Text),
        ("help", Kind::Text),
    ]);
    let findings = audit.findings;
    Table::new(layout, findings.len(), findings.len(), move |place, rows| {
        let Some(finding) = findings.get(place) else { return Ok(()) };
        rows.push([
            finding.code.as_str().into(),
            finding.severity.as_str().into(),
            finding.kind.map(EntityKind::word).into(),
            finding.subject.as_str().into(),
            Value::from(&*finding.name),
            Value::from(&*finding.rule),
            finding.label.as_deref().into(),
            finding.clause.as_deref().into(),
            finding.date.into(),
            finding.message(lang).into(),
            finding.help(lang).into(),
        ])
    })
}

/// 待办: what is still to be done, by due day.
pub(crate) fn todo(audit: &Audit, lang: Lang) -> Table {
    let layout = columns(&[
        ("due", Kind::Day),
        ("kind", Kind::Text),
        ("subject", Kind::Text),
        ("name", Kind::Text),
        ("rule", Kind::Text),
        ("label", Kind::Text),
        ("clause", Kind::Text),
        ("sentence", Kind::Text),
    ]);
    let list = audit.todo();
    Table::new(layout, list.len(), list.len(), move |place, rows| {
        let Some(todo) = list.get(place) else { return Ok(()) };
        rows.push([
            todo.due.into(),
            todo.kind.map(EntityKind::word).into(),
            todo.subject.as_str().into(),
            Value::from(&*todo.name),
            todo.rule.as_str().into(),
            Value::from(&*todo.label),
            todo.clause.as_deref().into(),
            todo.sentence(lang).into(),
        ])
    })
}

/// 履职要求: a row for each duty, subject and window.
pub(crate) fn duties(audit: Audit) -> Table {
    let layout = asked(
        "duty",
        &[
            ("from", Kind::Day),
            ("to", Kind::Day),
            ("status", Kind::Text),
            ("count", Kind::Decimal),
            ("waiting", Kind::Whole),
            ("at_least", Kind::Decimal),
            ("at_most", Kind::Decimal),
            ("due", Kind::Day),
        ],
    );
    let (tables, places) = subjects(audit.duties, |duty| duty.rows.len());
    let count = tables.iter().flat_map(|duty| &duty.rows).map(|row| row.windows.len()).sum();
    Table::new(layout, count, places.len(), move |place, rows| {
        let Some((duty, row)) = subject(&tables, &places, place, |duty: &DutyTable, nth| duty.rows.get(nth)) else {
            return Ok(());
        };
        row.windows.iter().try_for_each(|window| {
            let who = who(&duty.duty, &duty.label, duty.subject, &row.id, &row.name);
            rows.push(who.into_iter().chain([
                window.window.from.into(),
                window.window.to.into(),
                window.status.as_str().into(),
                window.count.into(),
                window.waiting.into(),
                duty.at_least.into(),
                duty.at_most.into(),
                window.due.into(),
            ]))
        })
    })
}

/// 配置要求: a row for each bound and subject.
pub(crate) fn bounds(audit: Audit) -> Table {
    let layout =
        asked("bound", &[("n", Kind::Whole), ("at_least", Kind::Whole), ("at_most", Kind::Whole), ("ok", Kind::Truth)]);
    let (tables, places) = subjects(audit.bounds, |bound| bound.rows.len());
    Table::new(layout, places.len(), places.len(), move |place, rows| {
        let Some((bound, row)) = subject(&tables, &places, place, |bound: &BoundTable, nth| bound.rows.get(nth)) else {
            return Ok(());
        };
        let who = who(&bound.bound, &bound.label, bound.subject, &row.id, &row.name);
        rows.push(who.into_iter().chain([row.n.into(), bound.at_least.into(), bound.at_most.into(), row.ok.into()]))
    })
}

/// 建设标准: a row for each standard and subject, with the checks that are not met.
pub(crate) fn standards(audit: Audit) -> Table {
    let layout = asked("standard", &[("met", Kind::Whole), ("of", Kind::Whole), ("missing", Kind::Text)]);
    let (tables, places) = subjects(audit.standards, |standard| standard.rows.len());
    Table::new(layout, places.len(), places.len(), move |place, rows| {
        let found = subject(&tables, &places, place, |standard: &StandardTable, nth| standard.rows.get(nth));
        let Some((standard, row)) = found else { return Ok(()) };
        let missing: Vec<&str> = row.missing.iter().map(|missing| &*missing.label).collect();
        let who = who(&standard.standard, &standard.label, standard.subject, &row.id, &row.name);
        rows.push(who.into_iter().chain([
            row.met.into(),
            row.of.into(),
            (!missing.is_empty()).then(|| missing.join("、")).into(),
        ]))
    })
}

/// The columns of a table with a row for each rule and subject: whose rule it is, and what more there is.
fn asked(rule: &str, more: &[(&str, Kind)]) -> Vec<Column> {
    let who = [
        (rule, Kind::Text),
        ("label", Kind::Text),
        ("kind", Kind::Text),
        ("subject", Kind::Text),
        ("name", Kind::Text),
    ];
    columns(&[&who, more].concat())
}

/// What stands in the first of them.
fn who<'v>(rule: &'v Slug, label: &'v str, kind: EntityKind, id: &'v Id, name: &'v str) -> [Value<'v>; 5] {
    [rule.as_str(), label, kind.word(), id.as_str(), name].map(Value::from)
}

/// The subjects of several tables in one list: the place of the table and the place in it.
fn subjects<T>(tables: Vec<T>, rows: impl Fn(&T) -> usize) -> (Arc<[T]>, Vec<(usize, usize)>) {
    let places = tables.iter().enumerate().flat_map(|(table, of)| (0..rows(of)).map(move |row| (table, row))).collect();
    (tables.into(), places)
}

/// One of them: its table and its row.
fn subject<'t, T, R>(
    tables: &'t [T],
    places: &[(usize, usize)],
    place: usize,
    row: impl Fn(&'t T, usize) -> Option<&'t R>,
) -> Option<(&'t T, &'t R)> {
    let &(table, nth) = places.get(place)?;
    let table = tables.get(table)?;
    Some((table, row(table, nth)?))
}
