use std::sync::Arc;

use crate::Rulebook;
use crate::roster::{Changes, Coverage};
use crate::rulebook::{Rules, Words};

impl Changes {
    /// The same with the labels that a rulebook gives to the roster's words for roles, posts, kinds of link and states; a word that it does
    /// not declare stays.
    ///
    /// ```
    /// use lvzhi::{Roster, Rulebook};
    /// let rulebook = Rulebook::from_json(
    ///     r#"{
    ///         "rulebook": { "format": 1, "id": "somewhere", "title": "委员工作室管理办法" },
    ///         "roles": { "head": "负责人" },
    ///         "bound": [{ "id": "placed", "label": "人人进室", "subject": "member", "relation": "membership", "at_least": 1 }]
    ///     }"#,
    /// )?;
    /// let roster = Roster::from_json(
    ///     r#"{
    ///         "members": [{ "id": "M1" }], "studios": [{ "id": "S1" }],
    ///         "memberships": [{ "member": "M1", "studio": "S1", "role": "head", "from": "2023-05-01" }]
    ///     }"#,
    /// )?;
    /// let changes = roster.changes("2023-01-01".parse()?, "2023-07-01".parse()?).labelled(&rulebook);
    /// assert_eq!(changes.seats[0].after.as_deref(), Some(&["负责人".into()][..]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn labelled(mut self, rulebook: &Rulebook) -> Changes {
        let rules = rulebook.rules();
        for seat in &mut self.seats {
            for role in seat.before.iter_mut().chain(&mut seat.after).flatten() {
                relabel(role, &rules.vocabulary.roles);
            }
        }
        for post in &mut self.posts {
            relabel(&mut post.post, &rules.vocabulary.posts);
        }
        for link in &mut self.links {
            if let Some(known) = rules.vocabulary.links.iter().find(|known| known.id == *link.kind) {
                link.kind = known.label.clone();
            }
        }
        for state in &mut self.states {
            state.before.iter_mut().chain([&mut state.after]).for_each(|state| relabel_state(state, rules));
        }
        self
    }
}

impl Coverage {
    /// The same with the labels that a rulebook gives to the states of studios; a state that it does not declare stays.
    #[must_use]
    pub fn labelled(mut self, rulebook: &Rulebook) -> Coverage {
        for studio in &mut self.studios {
            studio.state.iter_mut().for_each(|state| relabel_state(state, rulebook.rules()));
        }
        self
    }
}

fn relabel(word: &mut Arc<str>, words: &Words) {
    if let Some(known) = words.iter().find(|known| known.id == **word) {
        *word = known.label.clone();
    }
}

fn relabel_state(state: &mut Arc<str>, rules: &Rules) {
    let states = rules.lifecycle.iter().flat_map(|lifecycle| lifecycle.states.iter());
    if let Some(known) = states.into_iter().find(|known| known.id == **state) {
        *state = known.label.clone();
    }
}
