//! Values against the shared test data. Data that is missing is skipped and named.

#[cfg(test)]
mod values {
    mod any_input;
    mod company_name;
    mod corpus;
    mod country;
    mod domain_name;
    mod email_address;
    mod field_errors;
    mod it_glue_address;
    mod password;
    mod phone_number;
    mod rules;
    mod string_form;
    mod text;
    mod time_zone;
    mod website_address;
    mod widget_origin;
}
