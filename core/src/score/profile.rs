use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::standing::Standing;
use crate::arena::Idx;
use crate::facts::Facts;
use crate::ratio::Ratio;
use crate::rulebook::{Board, Child, Dimension};
use crate::{Amount, Decimal, Figure, Rounding, Slug};

/// 履职画像 along one dimension: the published figures of some categories together, and how they compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ProfileRow {
    /// The dimension.
    pub dimension: Slug,
    /// What it is called.
    pub label: Arc<str>,
    /// The clause it stands on.
    pub clause: Option<Arc<str>>,
    /// What it adds up: categories, or items that hang on the board itself. One that stands in several dimensions counts in each.
    pub categories: Vec<Slug>,
    /// The sum of their published figures.
    pub figure: Figure,
    /// That sum as a part of the published total, with two places; none unless the total is more than nought.
    pub share: Option<Figure>,
    /// The caps of these categories together, in points, over all parts of the period; none where one of them has no cap of its own. What
    /// caps inside or outside of them leave attainable may be less.
    pub caps: Option<Amount>,
    /// The sum as a part of those caps, with two places; none without them.
    pub share_of_caps: Option<Figure>,
    /// How many of those ranked have as much or less, the subject among them; none for a subject that is not assessed.
    pub percentile: Option<Ratio>,
}

/// The dimensions of a board, with the figures of all who are ranked.
pub(crate) struct Profiles<'a>(Vec<Axis<'a>>);

struct Axis<'a> {
    dimension: &'a Dimension,
    /// Each once.
    nodes: Vec<Child>,
    ids: Vec<Slug>,
    caps: Option<Amount>,
    /// Of those ranked, lowest first.
    figures: Vec<Figure>,
}

impl<'a> Profiles<'a> {
    /// Of a board whose period is scored in so many parts, each with caps of its own.
    pub(crate) fn new(facts: &Facts<'a>, board: Idx<Board>, parts: usize, list: &[Standing]) -> Self {
        let rules = facts.rules;
        let axis = |dimension: &'a Dimension| {
            let mut nodes: Vec<Child> = Vec::new();
            for &node in &dimension.categories {
                if !nodes.contains(&node) {
                    nodes.push(node);
                }
            }
            let node = |node: &Child| match *node {
                Child::Category(category) => (&rules.categories[category].id, rules.categories[category].cap),
                Child::Item(item) => (&rules.items[item].id, rules.items[item].cap),
            };
            let (ids, caps): (Vec<&Slug>, Vec<Option<Decimal>>) = nodes.iter().map(node).unzip();
            let cap: Option<Amount> = caps.into_iter().map(|cap| cap.map(Amount::from)).sum();
            let ranked = list.iter().filter(|standing| standing.assessed);
            let mut figures: Vec<Figure> = ranked.map(|standing| sum(standing, &nodes)).collect();
            figures.sort_unstable();
            let caps = cap.map(|cap| cap.shared(parts as i128, 1));
            Axis { dimension, ids: ids.into_iter().cloned().collect(), nodes, caps, figures }
        };
        Profiles(rules.dimensions.iter().filter(|dimension| dimension.board == board).map(axis).collect())
    }

    /// One subject's row for each dimension, in the order of the rulebook.
    pub(crate) fn of(&self, standing: &Standing) -> Vec<ProfileRow> {
        let row = |axis: &Axis<'_>| {
            let figure = sum(standing, &axis.nodes);
            let share_of = |whole: Amount| Ratio::published(figure.amount().ticks(), whole.ticks());
            let at_most = axis.figures.partition_point(|&other| other <= figure);
            ProfileRow {
                dimension: axis.dimension.id.clone(),
                label: axis.dimension.label.clone(),
                clause: axis.dimension.cite.clause.clone(),
                categories: axis.ids.clone(),
                figure,
                share: share_of(standing.total.amount()),
                caps: axis.caps,
                share_of_caps: axis.caps.and_then(share_of),
                percentile: standing.assessed.then(|| Ratio::of(at_most, axis.figures.len())).flatten(),
            }
        };
        self.0.iter().map(row).collect()
    }
}

/// The published figures of some nodes, added up.
fn sum(standing: &Standing, nodes: &[Child]) -> Figure {
    let figures = nodes.iter().filter_map(|node| standing.nodes.get(node)).map(|(_, figure)| figure.amount());
    // Figures have as many places as the total, so that nothing is rounded.
    Figure::of(figures.sum::<Amount>(), standing.total.places(), Rounding::Down)
}

#[cfg(test)]
mod tests {
    use super::ProfileRow;
    use crate::{Ledger, Period, Roster, Rulebook};

    const RULES: &str = r#"
        [rulebook]
        format = 1
        id = "axes"
        title = "办法"
        [kinds]
        visit = "走访"
        report = "信息"
        absence = "缺席"
        [posts]
        chair = "主席"
        [[board]]
        id = "member"
        title = "委员积分"
        subject = "member"
        for = { post = { not = "chair" } }
        cap = 50
        [[board]]
        id = "studio"
        title = "工作室积分"
        subject = "studio"
        [[category]]
        id = "voice"
        in = "member"
        label = "建言"
        cap = 20
        [[category]]
        id = "service"
        in = "member"
        label = "服务"
        [[item]]
        id = "report"
        in = "voice"
        label = "信息"
        when = { kind = "report" }
        points = 1
        per = "quantity"
        [[item]]
        id = "visit"
        in = "service"
        label = "走访"
        when = { kind = "visit" }
        points = 1
        per = "quantity"
        [[item]]
        id = "absence"
        in = "member"
        label = "缺席"
        when = { kind = "absence" }
        points = -1
        per = "quantity"
        cap = 0
        [[dimension]]
        id = "voice"
        board = "member"
        label = "建言"
        clause = "第三条"
        categories = ["voice", "voice"]
        [[dimension]]
        id = "all"
        board = "member"
        label = "总体"
        categories = ["voice", "service", "absence"]
        [[dimension]]
        id = "discipline"
        board = "member"
        label = "纪律"
        categories = "absence"
        [[dimension]]
        id = "both"
        board = "member"
        label = "建言与纪律"
        categories = ["voice", "absence"]
    "#;

    /// The profile of a member: figure, share, caps, share of caps, percentile.
    fn profile(of: &str, period: &str, rows: &[(&str, &str, &str)]) -> Vec<[String; 5]> {
        let rulebook = Rulebook::from_toml(RULES).unwrap();
        let roster = Roster::from_json(
            r#"{ "members": [{ "id": "M1" }, { "id": "M2" }, { "id": "M3" }, { "id": "C", "posts": "chair" }], "studios": [{ "id": "S1" }] }"#,
        )
        .unwrap();
        let row = |(member, kind, quantity): &(&str, &str, &str)| format!("2023-03-01,{member},{kind},{quantity}\n");
        let table = format!("日期,委员,类型,数量\n{}", rows.iter().map(row).collect::<Vec<_>>().concat());
        let (ledger, intake) = Ledger::from_csv(table, &rulebook, &roster).unwrap();
        intake.strict().unwrap();
        let scores = rulebook.scorer(&roster).unwrap().score(&ledger, period.parse::<Period>().unwrap()).unwrap();
        assert!(scores.board("studio").unwrap().statement("S1").unwrap().profile.is_empty());
        let said = |axis: &ProfileRow| {
            let none = || "-".to_owned();
            [
                axis.figure.to_string(),
                axis.share.map_or_else(none, |share| share.to_string()),
                axis.caps.map_or_else(none, |caps| caps.to_string()),
                axis.share_of_caps.map_or_else(none, |share| share.to_string()),
                axis.percentile.map_or_else(none, |ratio| format!("{}/{} {}", ratio.part, ratio.whole, ratio.figure)),
            ]
        };
        scores.board("member").unwrap().statement(of).unwrap().profile.iter().map(said).collect()
    }

    const YEAR: [(&str, &str, &str); 5] = [
        ("M1", "report", "25"),
        ("M1", "visit", "40"),
        ("M2", "report", "5"),
        ("C", "report", "5"),
        ("M1", "absence", "0.5"),
    ];

    #[test]
    fn figures_shares_and_who_has_as_much_or_less() {
        // 20 + 40 - 0.5, of which the board leaves 50.
        assert_eq!(
            profile("M1", "2023", &YEAR),
            [
                ["20.00", "0.40", "20", "1.00", "3/3 1.00"],
                ["59.50", "1.19", "-", "-", "3/3 1.00"],
                ["-0.50", "-0.01", "0", "-", "1/3 0.33"],
                ["19.50", "0.39", "20", "0.98", "3/3 1.00"],
            ]
        );
        assert_eq!(profile("M2", "2023", &YEAR)[0], ["5.00", "1.00", "20", "0.25", "2/3 0.67"]);
    }

    #[test]
    fn who_is_not_assessed_is_compared_with_nobody() {
        assert_eq!(profile("C", "2023", &YEAR)[0], ["5.00", "1.00", "20", "0.25", "-"]);
        assert_eq!(profile("C", "2023", &[])[0], ["0.00", "-", "20", "0.00", "-"]);
    }

    #[test]
    fn of_nothing_or_less_there_is_no_share() {
        assert_eq!(profile("M3", "2023", &YEAR)[0], ["0.00", "-", "20", "0.00", "1/3 0.33"]);
        let absent = profile("M3", "2023", &[("M3", "absence", "4"), ("M3", "report", "3")]);
        assert_eq!(absent[0], ["3.00", "-", "20", "0.15", "3/3 1.00"]);
        assert_eq!(absent[2], ["-4.00", "-", "0", "-", "1/3 0.33"]);
        assert_eq!(absent[3], ["-1.00", "-", "20", "-0.05", "1/3 0.33"]);
    }

    #[test]
    fn a_period_in_parts_has_its_caps_in_each() {
        assert_eq!(profile("M1", "2022-01-01..2023-12-31", &YEAR)[0], ["20.00", "0.40", "40", "0.50", "3/3 1.00"]);
    }
}
