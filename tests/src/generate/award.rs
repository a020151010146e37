//! What follows from a board: grades, vetoes, notices.

use serde_json::{Value, json};

use super::ask::{when, whom};
use super::dice::{Dice, join, put, table};
use super::number::{self, part, points};
use super::plan::{Board, Plan};
use super::tree::{among, one_or_all};
use super::words::Cast;

/// Puts the grades, vetoes and notices of every board into a rulebook.
pub(super) fn awards(dice: &mut Dice, cast: &Cast, plan: &Plan, rulebook: &mut Value) {
    let (mut grades, mut vetoes, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    for board in &plan.boards {
        let mut awarding = Awarding { dice, cast, plan, board };
        grades.extend(awarding.grades());
        vetoes.extend(awarding.vetoes());
        notices.extend(awarding.notices());
    }
    for (key, mut tables) in [("grade", grades), ("veto", vetoes), ("notice", notices)] {
        dice.shuffle(&mut tables);
        if !tables.is_empty() {
            put(rulebook, key, tables);
        }
    }
}

struct Awarding<'a> {
    dice: &'a mut Dice,
    cast: &'a Cast,
    plan: &'a Plan,
    board: &'a Board,
}

impl Awarding<'_> {
    /// The key `board`, which may be left out where there is one.
    fn named(&mut self) -> Option<Value> {
        (self.plan.boards.len() > 1 || self.dice.one_in(2)).then(|| json!(self.board.id))
    }

    fn whom(&mut self, n: usize) -> Option<Value> {
        self.dice.some(n, |dice| whom(dice, self.cast, self.board.subject))
    }

    fn grades(&mut self) -> Vec<Value> {
        let board = self.board;
        board.grades.iter().map(|name| self.grade(name)).collect()
    }

    fn grade(&mut self, name: &str) -> Value {
        let (board, applies) = (self.named(), self.whom(5));
        let duties = self.plan.duties_of(self.board.subject);
        let (dice, subject) = (&mut *self.dice, self.board.subject);
        // A name that is no id is the label.
        let has_id = name.is_ascii();
        let label = if has_id { format!("等次{name}") } else { name.to_owned() };
        let band = |dice: &mut Dice| {
            let of = dice.between(1, 4);
            json!([dice.between(1, of), of])
        };
        let require = dice.some(4, |dice| dice.several(&duties, 0, 2)).filter(|duties| !duties.is_empty());
        table([
            ("id", has_id.then(|| json!(name))),
            ("label", Some(json!(label))),
            ("board", board),
            ("for", applies),
            ("at_least", dice.some(3, points)),
            ("top_share", dice.some(5, part)),
            ("top_count", dice.some(6, |dice| number::whole(dice, 0, 3))),
            ("band", dice.some(6, band)),
            ("require", require.map(|duties| one_or_all(dice, &duties))),
            ("quota", dice.some(3, |dice| quota(dice, subject))),
            ("color", dice.some(4, |_| json!("#2e7d32"))),
        ])
    }

    fn vetoes(&mut self) -> Vec<Value> {
        let board = self.board;
        let some = usize::from(board.vetoed.is_some()) + self.dice.below(2);
        let listed = board.grades.clone();
        (0..some)
            .map(|nth| {
                let (board_key, applies) = (self.named(), self.whom(3));
                // The first gives the grade that no list has.
                let own = board.vetoed.clone().filter(|_| nth == 0);
                let dice = &mut *self.dice;
                let grade = own.or_else(|| dice.several(&listed, 0, 1).pop());
                let mut kind = when(dice, self.cast);
                if kind.is_object() {
                    put(&mut kind, "kind", "violation");
                }
                table([
                    ("label", Some(json!(format!("否决{nth}")))),
                    ("when", Some(kind)),
                    ("for", applies),
                    ("board", board_key),
                    ("grade", grade.map(|grade| json!(grade))),
                    ("zero", dice.some(3, |dice| json!(!dice.one_in(4)))),
                ])
            })
            .collect()
    }

    fn notices(&mut self) -> Vec<Value> {
        let board = self.board;
        let ids = &board.notices;
        (0_usize..)
            .zip(ids)
            .map(|(nth, id)| {
                let (board_key, applies) = (self.named(), self.whom(4));
                let condition = self.condition();
                let dice = &mut *self.dice;
                let others: Vec<String> = ids.iter().filter(|other| *other != id).cloned().collect();
                let replaced = dice.some(3, |dice| dice.several(&others, 0, 2)).filter(|ids| !ids.is_empty());
                let mut notice = table([
                    ("id", Some(json!(id))),
                    ("label", Some(json!(format!("提醒{nth}")))),
                    ("by", dice.some(3, |_| json!("召集人"))),
                    ("board", board_key),
                    ("for", applies),
                    ("periods", dice.some(3, |dice| number::whole(dice, 1, 3))),
                    ("instead_of", replaced.map(|ids| one_or_all(dice, &ids))),
                ]);
                join(&mut notice, condition);
                notice
            })
            .collect()
    }

    /// The one condition of a notice.
    fn condition(&mut self) -> Value {
        let grades: Vec<String> = self.board.grades.iter().chain(&self.board.vetoed).cloned().collect();
        let duties = self.plan.duties_of(self.board.subject);
        let dice = &mut *self.dice;
        match dice.below(7) {
            0 => json!({ "bottom_share": part(dice) }),
            1 => json!({ "bottom_count": number::whole(dice, 0, 3) }),
            2 if !grades.is_empty() => json!({ "grade": dice.pick(&grades) }),
            3 | 4 if !duties.is_empty() => json!({ "duty": dice.pick(&duties) }),
            5 => {
                let window = if self.plan.term { "term" } else { "year" };
                json!({ "count": table([
                    ("when", Some(when(dice, self.cast))),
                    ("at_least", Some(number::whole(dice, 0, 3))),
                    ("window", dice.some(2, |dice| json!(dice.pick(&["year", window])))),
                ]) })
            }
            _ => json!({ "below": points(dice) }),
        }
    }
}

fn quota(dice: &mut Dice, subject: super::words::Kind) -> Value {
    let mut quota = table([
        ("ties", dice.some(2, |dice| json!(dice.pick(&["out", "in"])))),
        ("among", dice.some(3, |dice| among(dice, subject))),
    ]);
    if dice.one_in(2) {
        put(&mut quota, "share", part(dice));
    } else {
        put(&mut quota, "count", number::whole(dice, 0, 3));
    }
    quota
}
