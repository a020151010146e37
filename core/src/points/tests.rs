use super::{Amount, BadDecimal, Decimal, Figure, Points, Rounding};

fn amount(text: &str) -> Amount {
    text.parse().unwrap()
}

fn decimal(text: &str) -> Result<String, BadDecimal> {
    text.parse::<Decimal>().map(|number| number.to_string())
}

#[test]
fn up_to_sixteen_share_any_decimal_of_four_places_without_a_remainder() {
    for people in 1..=16_i32 {
        for pot in ["25", "0.0001", "99999.9999", "-7.5"] {
            let parts: Amount = (0..people).map(|_| amount(pot).shared(1, people.into())).sum();
            assert_eq!(parts, amount(pot), "{pot} among {people}");
        }
    }
    assert_eq!(amount("1").shared(1, 17).ticks(), 423_952_941, "7 207 200 000 ÷ 17 = 423 952 941.2");
}

#[test]
fn the_first_proposer_and_three_others_have_the_whole_pot() {
    let pot = amount("25");
    let (lead, other) = (pot.shared(1, 2), pot.shared(1, 6));
    assert_eq!(lead + other + other + other, pot);
    assert_eq!((lead.to_string(), other.to_string()), ("12.5".to_owned(), "25/6".to_owned()));
    let total = amount("30") + other + other + amount("4") + amount("10") + amount("5/6");
    assert_eq!(Figure::of(total, 2, Rounding::HalfUp).to_string(), "53.17");
}

#[test]
fn a_product_is_rounded_once_half_away_from_zero() {
    let tick = Amount::from_ticks(1);
    assert_eq!(tick.shared(1, 2).ticks(), 1);
    assert_eq!((-tick).shared(1, 2).ticks(), -1);
    assert_eq!(tick.shared(1, 3).ticks(), 0);
    assert_eq!(Amount::from_ticks(5).times("0.5".parse().unwrap()).ticks(), 3);
    assert_eq!(tick.shared(1, 0), Amount::ZERO, "a share of nobody is nought");
}

#[test]
fn figures_are_rounded_as_the_rulebook_says() {
    let rounded = |text: &str, places, rounding| Figure::of(amount(text), places, rounding).to_string();
    assert_eq!(rounded("2.345", 2, Rounding::HalfUp), "2.35");
    assert_eq!(rounded("-2.345", 2, Rounding::HalfUp), "-2.35");
    assert_eq!(rounded("2.345", 2, Rounding::HalfEven), "2.34");
    assert_eq!(rounded("2.355", 2, Rounding::HalfEven), "2.36");
    assert_eq!(rounded("-2.345", 2, Rounding::HalfEven), "-2.34");
    assert_eq!(rounded("2.349", 2, Rounding::Down), "2.34");
    assert_eq!(rounded("-2.349", 2, Rounding::Down), "-2.34");
    assert_eq!(rounded("0.5", 0, Rounding::HalfEven), "0");
    assert_eq!(rounded("1.5", 0, Rounding::HalfEven), "2");
    assert_eq!(rounded("-0.001", 2, Rounding::HalfUp), "0.00", "minus nought prints as nought");
}

#[test]
fn a_decimal_is_read_from_its_text() {
    assert_eq!(decimal("7.50"), Ok("7.5".to_owned()));
    assert_eq!(decimal("+.5"), Ok("0.5".to_owned()));
    assert_eq!(decimal("1e2"), Ok("100".to_owned()));
    assert_eq!(decimal("1.5E-3"), Ok("0.0015".to_owned()));
    assert_eq!(decimal("-0"), Ok("0".to_owned()));
    assert_eq!(decimal("1.50000"), Ok("1.5".to_owned()), "noughts at the end are no places");
    assert_eq!(decimal("1.23456"), Err(BadDecimal::Places));
    assert_eq!(decimal("1e-5"), Err(BadDecimal::Places));
    assert_eq!(decimal("1e30"), Err(BadDecimal::Range));
    for text in ["", "-", ".", "--5", "1,000", "nan", "inf", "十", "1.2.3", "0x10", " 5", "1e", "1e1e1"] {
        assert_eq!(decimal(text), Err(BadDecimal::NotANumber), "{text}");
    }
}

#[test]
fn what_is_larger_than_points_is_clamped_on_both_sides() {
    let large = amount("100000").times("10".parse().unwrap()).shared(1_000_000, 1);
    assert_eq!(large.clamped(), Points::MAX);
    assert_eq!((-large).clamped().ticks(), -i64::MAX);
}

#[test]
fn a_quotient_is_rounded_once() {
    let said = |part, of, places, rounding| Figure::quotient(part, of, places, rounding).unwrap().to_string();
    assert_eq!(said(20, 3, 2, Rounding::HalfUp), "6.67");
    assert_eq!(said(20, 3, 2, Rounding::Down), "6.66");
    assert_eq!(said(-20, 3, 4, Rounding::HalfUp), "-6.6667");
    assert_eq!(said(1, 2, 0, Rounding::HalfUp), "1");
    assert_eq!(said(1, 2, 0, Rounding::HalfEven), "0");
    assert_eq!(said(3, 2, 0, Rounding::HalfEven), "2");
    assert_eq!(said(-1, 2, 0, Rounding::HalfUp), "-1");
    assert_eq!(said(-1, 8, 2, Rounding::HalfUp), "-0.13");
    assert_eq!(said(-1, 3, 0, Rounding::Down), "0");
    // Nearer to the half than a tick, on either side of it.
    let crowd = 3_000_000_000;
    assert_eq!(said(crowd / 2 - 1, crowd, 0, Rounding::HalfUp), "0");
    assert_eq!(said(crowd / 2 + 1, crowd, 0, Rounding::HalfEven), "1");
    assert_eq!(said(crowd / 2, crowd, 0, Rounding::HalfEven), "0");
    assert_eq!(said(crowd - 1, crowd, 2, Rounding::Down), "0.99");
}

#[test]
fn of_nothing_or_less_there_is_no_quotient() {
    assert_eq!(Figure::quotient(1, 0, 2, Rounding::HalfUp), None);
    assert_eq!(Figure::quotient(1, -4, 2, Rounding::HalfUp), None);
}
