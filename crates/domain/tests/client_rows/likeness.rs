use gangway_domain::client_rows::{Column, CustomField, FieldKind, column_names, proposed};

fn fields() -> Vec<CustomField> {
    ["Contract", "Région", "!"]
        .map(|name| CustomField {
            name: name.to_owned(),
            kind: FieldKind::Text,
            required: false,
        })
        .to_vec()
}

fn like(names: &[&str]) -> Vec<Option<String>> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    proposed(&names, &fields())
}

fn columns(names: &[&str]) -> Vec<Option<String>> {
    let some = |name: &&str| (!name.is_empty()).then(|| (*name).to_owned());
    names.iter().map(some).collect()
}

#[test]
fn d21_what_a_column_probably_is_goes_by_its_name() {
    let names = [
        "Company Name",
        "FIRST_NAME",
        " last name ",
        "E-Mail",
        "Phone #",
        "Zip",
        "time zone",
        "contract",
        "RÉGION",
        "Notes",
        "",
        "!",
    ];
    let expected = [
        "ClientName",
        "PrimaryContactFirstName",
        "PrimaryContactLastName",
        "PrimaryContactEmail",
        "PhoneNumber",
        "PostalCode",
        "Timezone",
        "Custom:Contract",
        "Custom:Région",
        "",
        "",
        "",
    ];
    assert_eq!(like(&names), columns(&expected));
}

#[test]
fn d21_the_surest_name_gets_a_column_and_no_column_is_proposed_twice() {
    assert_eq!(
        like(&["Name", "Company", "company"]),
        columns(&["", "ClientName", ""])
    );
    assert_eq!(
        like(&["Company", "Client Name"]),
        columns(&["", "ClientName"])
    );
    assert_eq!(like(&["Name"]), columns(&["ClientName"]));
}

#[test]
fn d21_every_column_s_own_name_is_like_itself() {
    let mut names = column_names(&fields());
    assert_eq!(names.len(), Column::ALL.len() + 3);
    let found = proposed(&names, &fields());
    assert_eq!(
        found.iter().flatten().collect::<Vec<_>>(),
        names.iter().collect::<Vec<_>>()
    );
    names.reverse();
    let found = proposed(&names, &fields());
    assert_eq!(
        found.iter().flatten().collect::<Vec<_>>(),
        names.iter().collect::<Vec<_>>()
    );
}
