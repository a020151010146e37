use super::{Cadence, Date, Period, Term, Window};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn window(text: &str) -> Window {
    text.parse::<Period>().unwrap().window(None).unwrap()
}

fn windows(text: &str, cadence: Cadence) -> Vec<String> {
    window(text).cut(cadence, None).iter().map(ToString::to_string).collect()
}

#[test]
fn a_day_is_written_in_four_ways_in_tables_and_in_one_elsewhere() {
    for text in ["2023-03-02", "2023/3/2", "2023.3.2", "2023年3月2日", "2023-3-02"] {
        assert_eq!(Date::from_cell(text), Ok(day("2023-03-02")), "{text}");
    }
    for text in [
        "2023-02-30",
        "1899-12-31",
        "2200-01-01",
        "23-3-2",
        "2023-3/2",
        "2023年3月2",
        "3月2日",
        "",
        "2023-03-02T00:00",
        "2023-003-02",
    ] {
        assert!(Date::from_cell(text).is_err(), "{text}");
    }
    for text in ["2023-3-2", "2023/03/02", "+023-03-02"] {
        assert!(text.parse::<Date>().is_err(), "{text}");
    }
}

#[test]
fn days_are_counted_between_two() {
    assert_eq!(day("2024-03-01").days_after(day("2024-02-28")), 2, "a leap year");
    assert_eq!(day("2024-02-28").days_after(day("2024-02-28")), 0);
    assert_eq!(day("2024-02-28").days_after(day("2024-03-01")), 0);
    assert_eq!(day("1900-01-01").plus_days(200_000).days_after(day("1900-01-01")), 200_000);
}

#[test]
fn periods_print_as_they_are_written() {
    for text in
        ["2023", "2023-H1", "2023-H2", "2023-Q1", "2023-Q4", "2023-05", "2023-12", "term", "2023-01-15..2023-06-30"]
    {
        assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
    }
    for text in [
        "23",
        "2023-H3",
        "2023-Q0",
        "2023-13",
        "2023-5",
        "2023-06-30..2023-01-15",
        "2023..2024",
        "年",
        "",
        "1899",
        "2200",
    ] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
    assert!("term".parse::<Period>().unwrap().window(None).is_err(), "no term is named");
}

#[test]
fn windows_are_cut_at_the_ends_of_the_period() {
    assert_eq!(
        windows("2023-Q2", Cadence::Month),
        ["2023-04-01..2023-04-30", "2023-05-01..2023-05-31", "2023-06-01..2023-06-30"]
    );
    assert_eq!(
        windows("2023-02-10..2023-04-05", Cadence::Quarter),
        ["2023-02-10..2023-03-31", "2023-04-01..2023-04-05"]
    );
    assert_eq!(windows("2023-Q2", Cadence::Year), ["2023-04-01..2023-06-30"]);
}

#[test]
fn a_window_moves_as_its_first_day_and_the_day_after_its_last() {
    assert_eq!(window("2021").plus_months(-1).to_string(), "2020-12-01..2021-11-30");
    assert_eq!(window("2023-03").plus_months(-1).to_string(), "2023-02-01..2023-02-28");
    assert_eq!(window("2024-02").plus_months(12).to_string(), "2025-02-01..2025-02-28");
    assert_eq!(day("2023-03-31").plus_months(-1), day("2023-02-28"));
}

#[test]
fn months_are_counted_with_the_first_and_the_last() {
    assert_eq!(window("2023").months(), 12);
    assert_eq!(window("2023-01-31..2023-02-01").months(), 2);
    assert_eq!(window("2022-12-15..2023-12-14").months(), 13);
}

#[test]
fn terms_follow_one_another_before_and_after() {
    let term = Term { from: day("2022-03-01"), years: 5 };
    assert_eq!(term.around(day("2022-03-01")).to_string(), "2022-03-01..2027-02-28");
    assert_eq!(term.around(day("2027-02-28")), term.window());
    assert_eq!(term.around(day("2027-03-01")).to_string(), "2027-03-01..2032-02-29");
    assert_eq!(term.around(day("2022-02-28")).to_string(), "2017-03-01..2022-02-28");
    assert_eq!(term.around(day("2006-01-01")).to_string(), "2002-03-01..2007-02-28");
}
