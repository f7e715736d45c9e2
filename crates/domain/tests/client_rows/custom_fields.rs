use gangway_domain::client_rows::{
    CustomField, FaultCode, FieldKind, Known, Seen, column_names, sample_columns,
};

use super::support::{known, verdict_of};

fn field(kind: FieldKind, required: bool) -> Known {
    known().with_fields([CustomField {
        name: "Plan".to_owned(),
        kind,
        required,
    }])
}

fn stored(kind: &FieldKind, value: &str) -> Result<String, FaultCode> {
    let known = field(kind.clone(), true);
    let verdict = verdict_of(2, &[("Custom:Plan", value)], &known, &mut Seen::default());
    match verdict {
        Ok(checked) => Ok(checked.client.custom[0].1.written()),
        Err(faults) => {
            assert_eq!(faults.len(), 1);
            assert_eq!(faults[0].column.as_deref(), Some("Custom:Plan"));
            Err(faults[0].code)
        }
    }
}

#[test]
fn d6_every_kind_of_field_takes_its_values_in_one_form() {
    let choice = FieldKind::Choice(vec!["Gold".to_owned(), "Silver".to_owned()]);
    for (kind, given, written) in [
        (FieldKind::Text, " a, b ", "a, b"),
        (FieldKind::Number, "-12.50", "-12.50"),
        (FieldKind::Number, "'-5", "-5"),
        (FieldKind::Number, "007", "007"),
        (FieldKind::Date, "2028-02-29", "2028-02-29"),
        (choice, "gold", "Gold"),
        (FieldKind::YesNo, "Y", "yes"),
        (FieldKind::YesNo, "FALSE", "no"),
        (
            FieldKind::Link,
            "https://Docs.Example.com/a",
            "https://docs.example.com/a",
        ),
    ] {
        assert_eq!(stored(&kind, given), Ok(written.to_owned()), "{kind:?}");
    }
}

#[test]
fn d6_other_values_are_refused() {
    let choice = FieldKind::Choice(vec!["Gold".to_owned()]);
    for (kind, given, code) in [
        (FieldKind::Text, "a\nb", FaultCode::InvalidText),
        (FieldKind::Number, "1,000", FaultCode::InvalidText),
        (FieldKind::Number, "1E5", FaultCode::InvalidText),
        (FieldKind::Number, ".", FaultCode::InvalidText),
        (FieldKind::Date, "01/02/2027", FaultCode::InvalidText),
        (FieldKind::Date, "2027-02-29", FaultCode::InvalidText),
        (FieldKind::Date, "27-02-2900", FaultCode::InvalidText),
        (choice, "Bronze", FaultCode::InvalidCode),
        (FieldKind::YesNo, "maybe", FaultCode::InvalidText),
        (
            FieldKind::Link,
            "javascript:alert(1)",
            FaultCode::InvalidText,
        ),
        (FieldKind::Text, "", FaultCode::Required),
    ] {
        assert_eq!(stored(&kind, given), Err(code), "{kind:?} {given}");
    }
}

#[test]
fn d6_a_field_that_may_be_empty_has_no_value_then() {
    let known = field(FieldKind::Number, false);
    let checked = verdict_of(2, &[("Custom:Plan", " ")], &known, &mut Seen::default()).unwrap();
    assert_eq!(checked.client.custom, []);
}

#[test]
fn d19_columns_of_fields_come_after_all_others() {
    let known = field(FieldKind::Text, false);
    let names = column_names(known.fields());
    assert_eq!(names.len(), 19);
    assert_eq!(names.last().map(String::as_str), Some("Custom:Plan"));
    let sample = sample_columns(false, known.fields());
    assert_eq!(sample.len(), 17);
    assert_eq!(sample.last(), names.last());
    assert_eq!(sample_columns(true, known.fields()), names);
}
