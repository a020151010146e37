//! Plans: the names by which the rules of a rulebook call each other, settled before any rule is written.

use super::dice::Dice;
use super::words::{Kind, LINKS};

/// What there will be.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) boards: Vec<Board>,
    pub(super) duties: Vec<(String, Kind)>,
    pub(super) standards: Vec<Standard>,
    /// Whether the rulebook has a term.
    pub(super) term: bool,
    /// Whether many records meet many items, so that caps, windows and rivals come into play.
    pub(super) dense: bool,
}

/// A board, and the grades that may be got on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Board {
    pub(super) id: String,
    pub(super) subject: Kind,
    /// How the listed grades are referred to, top down: by id, or by label where they have none.
    pub(super) grades: Vec<String>,
    /// A grade that only a veto gives.
    pub(super) vetoed: Option<String>,
    pub(super) notices: Vec<String>,
}

/// A standard with its checks.
#[derive(Clone, Debug, Default)]
pub(super) struct Standard {
    pub(super) id: String,
    pub(super) subject: Kind,
    pub(super) checks: Vec<String>,
}

/// The kinds of subjects, members and studios more often than the others.
const SUBJECTS: [Kind; 8] =
    [Kind::Member, Kind::Member, Kind::Member, Kind::Studio, Kind::Studio, Kind::Sector, Kind::Committee, Kind::Group];

impl Plan {
    pub(super) fn made_up(dice: &mut Dice) -> Self {
        let boards = dice.pick(&[1, 1, 2, 2, 3]);
        let boards = (0..boards).map(|nth| Board::made_up(dice, nth)).collect();
        let duties = (0..dice.below(4)).map(|nth| (format!("duty-{nth}"), dice.pick(&SUBJECTS))).collect();
        let standards = (0..dice.below(3)).map(|nth| Standard::made_up(dice, nth)).collect();
        Self { boards, duties, standards, term: dice.one_in(2), dense: dice.one_in(2) }
    }

    /// The ids of the duties that subjects of a kind may owe.
    pub(super) fn duties_of(&self, kind: Kind) -> Vec<String> {
        self.duties.iter().filter(|(_, subject)| *subject == kind).map(|(id, _)| id.clone()).collect()
    }

    /// The ids of the standards that subjects of a kind may meet.
    pub(super) fn standards_of(&self, kind: Kind) -> Vec<String> {
        self.standards.iter().filter(|standard| standard.subject == kind).map(|standard| standard.id.clone()).collect()
    }

    /// The boards after a place whose grades the subjects of the board there may inherit, each with a way: so they go round in no circle.
    pub(super) fn ancestors(&self, place: usize) -> Vec<(Board, &'static str)> {
        let Some(heir) = self.boards.get(place) else { return Vec::new() };
        let later = self.boards.iter().skip(place + 1);
        later.flat_map(|board| ways(heir.subject, board.subject).into_iter().map(|way| (board.clone(), way))).collect()
    }
}

/// The relations through which one kind belongs to another. Links of one kind with itself have no direction that is up.
fn ways(from: Kind, to: Kind) -> Vec<&'static str> {
    let linked = |ends: (Kind, Kind)| from != to && (ends == (from, to) || ends == (to, from));
    let mut ways: Vec<_> =
        LINKS.into_iter().filter(|(_, one, other)| linked((*one, *other))).map(|(id, ..)| id).collect();
    match (from, to) {
        (Kind::Member, Kind::Studio) => ways.push("membership"),
        (Kind::Member | Kind::Studio, Kind::Sector) => ways.push("sector"),
        (Kind::Member, Kind::Committee) => ways.push("committee"),
        (Kind::Member, Kind::Group) => ways.push("group"),
        _ => {}
    }
    ways
}

impl Board {
    fn made_up(dice: &mut Dice, nth: usize) -> Self {
        let grade =
            |dice: &mut Dice, nth: usize| if dice.one_in(2) { format!("g{nth}") } else { format!("等次{nth}") };
        Self {
            id: format!("board-{nth}"),
            subject: dice.pick(&SUBJECTS),
            grades: (0..dice.below(5)).map(|nth| grade(dice, nth)).collect(),
            vetoed: dice.some(2, |_| "不称职".to_owned()),
            notices: (0..dice.below(5)).map(|each| format!("notice-{nth}-{each}")).collect(),
        }
    }
}

impl Standard {
    fn made_up(dice: &mut Dice, nth: usize) -> Self {
        let checks = dice.several(&["sign", "venue", "rota", "plan"], 0, 3);
        let subject = dice.pick(&[
            Kind::Member,
            Kind::Studio,
            Kind::Studio,
            Kind::Sector,
            Kind::Committee,
            Kind::Group,
            Kind::Unit,
        ]);
        Self { id: format!("standard-{nth}"), subject, checks: checks.into_iter().map(str::to_owned).collect() }
    }
}
