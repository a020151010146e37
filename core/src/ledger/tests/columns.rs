use super::{csv, json};
use crate::arena::Idx;

#[test]
fn participations_stand_by_member_then_by_record() {
    let (ledger, _) = csv(
        "编号,日期,委员,类型,身份\nB,2023-03-01,M2,提案,co\nA,2023-03-02,M4,提案,\nA,2023-03-02,M1,提案,lead\nB,2023-03-01,M1,提案,\nC,2023-03-03,M9,提案,\nD,2023-03-03,甲,提案,co\n",
    )
    .unwrap();
    let columns = ledger.columns();
    assert_eq!(columns.id.iter().map(ToString::to_string).collect::<Vec<_>>(), ["B", "A", "D"]);
    let role = columns.facets.iter().find(|facet| facet.id == *"role").unwrap();
    let parts = columns.record.places().zip(columns.record.iter()).zip(columns.member.iter());
    let parts = parts.zip(role.of_part.iter()).map(|(((_, record), member), role)| {
        (columns.members[*member].to_string(), columns.id[*record].to_string(), role.map(Idx::place))
    });
    let expected =
        [("M1", "B", None), ("M1", "A", Some(0)), ("M1", "D", Some(1)), ("M2", "B", Some(1)), ("M4", "A", None)];
    assert_eq!(
        parts.collect::<Vec<_>>(),
        expected.map(|(member, record, role)| (member.to_owned(), record.to_owned(), role))
    );
    assert_eq!(columns.first_part, [0, 3, 4, 4]);
    for (member, count) in columns.members.places().zip([3, 1, 0, 1]) {
        assert_eq!(columns.parts_of(member).count(), count);
        assert!(columns.parts_of(member).all(|part| columns.member[part] == member));
    }
    for record in columns.records() {
        assert!(columns.parts[record].iter().all(|&part| columns.record[part] == record));
    }
    assert_eq!(columns.records().map(|record| columns.parts[record].len()).collect::<Vec<_>>(), [2, 2, 1]);
}

#[test]
fn records_on_one_work_share_its_place() {
    let (ledger, _) = json(
        r#"[{ "id": "A", "date": "2023-03-01", "kind": "提案", "studio": "S1" },
            { "id": "B", "date": "2023-03-01", "kind": "提案", "studio": "S1", "work": "A" },
            { "id": "C", "date": "2023-03-01", "kind": "提案", "studio": "S1", "work": "B" }]"#,
    )
    .unwrap();
    let columns = ledger.columns();
    assert_eq!(columns.work.iter().map(|work| columns.works[*work].to_string()).collect::<Vec<_>>(), ["A", "A", "B"]);
    assert_eq!(columns.works.len(), 2);
}

#[test]
fn an_empty_ledger_has_a_start_for_every_member() {
    let (ledger, _) = json("[]").unwrap();
    assert_eq!(ledger.columns().first_part, [0, 0, 0, 0]);
}
