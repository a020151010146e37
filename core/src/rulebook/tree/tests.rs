use crate::rulebook::trial::{accepted, refused, refused_whole};

fn category(id: &str, lines: &str) -> String {
    format!("[[category]]\nid = \"{id}\"\nlabel = \"甲\"\n{lines}\n")
}

fn item(id: &str, lines: &str) -> String {
    format!("[[item]]\nid = \"{id}\"\nlabel = \"甲\"\nwhen = {{ kind = \"proposal\" }}\n{lines}\n")
}

const TWO: &str = "[[board]]\nid = \"two\"\ntitle = \"乙\"\nsubject = \"studio\"\n";

#[test]
fn children_stand_in_the_order_of_the_document() {
    let piece = [
        item("c", "points = 1"),
        category("b", ""),
        item("a", "points = 1\nin = \"member\""),
        item("d", "points = 1\nin = \"b\""),
    ]
    .concat();
    let rulebook = accepted(&piece);
    let rules = rulebook.rules();
    let names = |children: &[super::Child]| -> Vec<String> {
        let id = |child: &super::Child| match child {
            super::Child::Category(category) => rules.categories[*category].id.to_string(),
            super::Child::Item(item) => rules.items[*item].id.to_string(),
        };
        children.iter().map(id).collect()
    };
    assert_eq!(rules.boards.iter().map(|board| names(&board.children)).collect::<Vec<_>>(), [["c", "b", "a"]]);
    assert_eq!(rules.categories.iter().map(|category| names(&category.children)).collect::<Vec<_>>(), [["d"]]);
}

#[test]
fn a_category_may_stand_below_what_hangs_on_it() {
    accepted(&[item("c", "points = 1\nin = \"a\""), category("a", "in = \"b\""), category("b", "")].concat());
}

#[test]
fn the_nearest_shift_holds() {
    let piece = [
        category("a", "shift_months = -1"),
        category("b", "in = \"a\""),
        category("c", "in = \"b\"\nshift_months = 0"),
        item("d", "points = 1\nin = \"b\""),
        item("e", "points = 1\nin = \"c\""),
        item("f", "points = 1\nin = \"b\"\nshift_months = 3"),
        item("g", "points = 1"),
    ];
    let rulebook = accepted(&piece.concat());
    assert_eq!(rulebook.rules().items.iter().map(|item| item.shift_months).collect::<Vec<_>>(), [-1, 0, 3, 0]);
}

#[test]
fn every_rule_has_a_board() {
    refused("missing-board", &format!("{TWO}{}", category("a", "").replace("[[category]]", "«[[category]]»")));
    refused("missing-board", &format!("{TWO}{}", item("a", "points = 1").replace("[[item]]", "«[[item]]»")));
    let board = "[[board]]\nid = \"member\"\ntitle = \"委员积分\"\nsubject = \"member\"\n";
    let whole = format!(
        "[rulebook]\nformat = 1\nid = \"a\"\ntitle = \"甲\"\n{board}[[category]]\nid = \"a\"\nlabel = \"甲\"\n"
    );
    refused_whole("missing-board", &whole.replace(board, "").replace("[[category]]", "«[[category]]»"));
    let boards = |piece: String| {
        accepted(&format!("{TWO}{piece}")).rules().items.iter().map(|item| item.board.place()).collect::<Vec<_>>()
    };
    assert_eq!(
        boards(
            [
                category("a", "in = \"two\""),
                item("b", "in = \"a\"\npoints = 1"),
                item("c", "in = \"member\"\npoints = 1")
            ]
            .concat()
        ),
        [1, 0]
    );
}

#[test]
fn a_node_hangs_on_a_board_or_a_category() {
    refused("unknown-reference", &category("a", "in = \"«members»\""));
    refused("unknown-reference", &[item("b", "points = 1"), item("c", "points = 1\nin = \"«b»\"")].concat());
    refused("wrong-type", &category("a", "in = «1»"));
}

#[test]
fn nothing_hangs_on_itself() {
    refused("cycle", &category("a", "in = \"a\"").replace("[[category]]", "«[[category]]»"));
    let ring =
        [category("a", "in = \"b\""), category("b", "in = \"a\"")].concat().replace("[[category]]", "«[[category]]»");
    refused("cycle", &ring);
    refused("cycle", &format!("{}{ring}{}", category("c", "in = \"a\""), item("d", "points = 1\nin = \"c\"")));
}

#[test]
fn a_circle_is_shown_from_where_it_is_reported() {
    let faults = crate::rulebook::trial::read(&[category("a", "in = \"b\""), category("b", "in = \"a\"")].concat());
    let said: Vec<_> = faults.err().iter().flatten().map(|fault| fault.message(crate::Lang::En)).collect();
    let shown: Vec<_> = said.iter().zip(["a → b → a", "b → a → b"]).map(|(said, path)| said.contains(path)).collect();
    assert_eq!(shown, [true, true], "{said:?}");
}

#[test]
fn a_branch_has_at_most_64_levels() {
    let branch = |levels: usize| {
        (1..levels)
            .fold(category("c0", ""), |all, n| all + &category(&format!("c{n}"), &format!("in = \"c{}\"", n - 1)))
    };
    accepted(&branch(64));
    refused(
        "too-large",
        &format!("{}{}", branch(64), category("deep", "in = \"c63\"").replace("[[category]]", "«[[category]]»")),
    );
}

#[test]
fn a_line_has_at_most_six_factors() {
    let times = |n: usize| format!("times = [{}]", vec!["{ by = 2 }"; n].join(", "));
    accepted(&item("a", &format!("points = 1\n{}", times(6))));
    refused("too-large", &item("a", &format!("points = 1\n{}", times(7))).replace("[[item]]", "«[[item]]»"));
    let nested = |n: usize| {
        [
            category("a", "weight = 0.5"),
            category("b", &format!("in = \"a\"\nweight = 2\n{}", times(2))),
            item("c", &format!("in = \"b\"\npoints = 1\n{}", times(n))),
        ]
        .concat()
    };
    accepted(&nested(2));
    refused("too-large", &nested(3).replace("[[item]]", "«[[item]]»"));
}

#[test]
fn best_has_lines_to_choose_from() {
    accepted(
        &[
            category("a", "best = \"work\""),
            item("b", "in = \"a\"\npoints = 1"),
            item("c", "in = \"a\"\npoints = 1\nonce = true"),
        ]
        .concat(),
    );
    refused("best-over-counting", &item("a", "points = 1\nreach = 2\n«best» = \"work\""));
    refused(
        "best-over-counting",
        &[
            category("a", "«best» = \"work\""),
            category("b", "in = \"a\""),
            item("c", "in = \"b\"\npoints = 1\nevery = 2"),
            item("d", "in = \"b\"\npoints = 1\nevery = 2"),
        ]
        .concat(),
    );
    refused("best-over-counting", "[[item]]\nid = \"a\"\nlabel = \"甲\"\nbase = true\npoints = 1\n«best» = \"work\"\n");
}
