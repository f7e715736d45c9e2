use std::collections::BTreeSet;

use serde_json::Value;

use super::{resolve, text};

const FORM: &str = "application/x-www-form-urlencoded";

/// A call as the document describes it, and what stood in the variable parts of its path.
pub(super) struct Operation<'a> {
    document: &'a Value,
    operation: &'a Value,
    in_path: Vec<(&'a str, String)>,
}

/// A parameter of a query or a form.
struct Named<'a> {
    name: &'a str,
    schema: &'a Value,
    required: bool,
}

/// The names of all calls.
pub(super) fn names(document: &Value) -> Vec<&str> {
    let paths = document.get("paths").and_then(Value::as_object);
    paths
        .into_iter()
        .flat_map(|paths| paths.values().filter_map(Value::as_object))
        .flat_map(|path| path.values())
        .filter_map(|operation| operation.get("operationId")?.as_str())
        .collect()
}

impl<'a> Operation<'a> {
    /// The call of this method and path; of templates that fit, the one with the fewest variables.
    pub fn find(document: &'a Value, method: &str, path: &str) -> Result<Self, String> {
        let paths = document.get("paths").and_then(Value::as_object);
        let (item, in_path) = paths
            .into_iter()
            .flatten()
            .filter_map(|(template, item)| Some((item, variables(template, path)?)))
            .min_by_key(|(_, variables)| variables.len())
            .ok_or_else(|| format!("{path} is not in the document"))?;
        let operation = item
            .get(method.to_ascii_lowercase())
            .filter(|operation| operation.get("operationId").is_some())
            .ok_or_else(|| format!("{path} has no method {method}"))?;
        Ok(Self {
            document,
            operation,
            in_path,
        })
    }

    pub fn name(&self) -> Option<&'a str> {
        self.operation.get("operationId")?.as_str()
    }

    /// The schema of the form; none where the call has no body.
    pub fn form(&self) -> Option<&'a Value> {
        let content = self.operation.get("requestBody")?.get("content")?;
        let schema = content.get(FORM)?.get("schema")?;
        Some(resolve(self.document, schema))
    }

    pub fn path_differences(&self) -> Vec<String> {
        let given: Vec<(String, String)> = self
            .in_path
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        self.compare(&self.parameters("path"), &given, "path")
    }

    pub fn query_differences(&self, given: &[(String, String)]) -> Vec<String> {
        self.compare(&self.parameters("query"), given, "query")
    }

    pub fn form_differences(&self, given: &[(String, String)]) -> Vec<String> {
        self.compare(&self.fields(), given, "form")
    }

    fn parameters(&self, place: &str) -> Vec<Named<'a>> {
        let parameters = self.operation.get("parameters").and_then(Value::as_array);
        parameters
            .into_iter()
            .flatten()
            .filter(|parameter| parameter.get("in").and_then(Value::as_str) == Some(place))
            .filter_map(|parameter| {
                Some(Named {
                    name: parameter.get("name")?.as_str()?,
                    schema: resolve(self.document, parameter.get("schema")?),
                    required: parameter.get("required").and_then(Value::as_bool) == Some(true),
                })
            })
            .collect()
    }

    fn fields(&self) -> Vec<Named<'a>> {
        let Some(form) = self.form() else {
            return Vec::new();
        };
        let required: BTreeSet<&str> = form
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties = form.get("properties").and_then(Value::as_object);
        properties
            .into_iter()
            .flatten()
            .map(|(name, schema)| Named {
                name,
                schema: resolve(self.document, schema),
                required: required.contains(name.as_str()),
            })
            .collect()
    }

    fn compare(&self, known: &[Named<'_>], given: &[(String, String)], place: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (name, value) in given {
            match known.iter().find(|known| known.name == name) {
                None => found.push(format!("the {place} has no parameter {name}")),
                Some(known) => {
                    let wrong = text::wrong(self.document, known.schema, value);
                    found.extend(wrong.map(|why| format!("{name} in the {place} {why}")));
                }
            }
        }
        for known in known {
            let times = given.iter().filter(|(name, _)| name == known.name).count();
            if times == 0 && known.required {
                found.push(format!("{} is missing from the {place}", known.name));
            }
            if times > 1 && !text::is_list(known.schema) {
                found.push(format!("{} is {times} times in the {place}", known.name));
            }
        }
        found
    }
}

/// What stands in the variable parts of a template; none where path and template differ.
fn variables<'a>(template: &'a str, path: &str) -> Option<Vec<(&'a str, String)>> {
    let (template, path) = (template.strip_suffix(".json")?, path.strip_suffix(".json")?);
    let wanted: Vec<&str> = template.split('/').collect();
    let given: Vec<&str> = path.split('/').collect();
    if wanted.len() != given.len() {
        return None;
    }
    let mut variables = Vec::new();
    for (wanted, given) in wanted.into_iter().zip(given) {
        let name = wanted
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        match name {
            Some(name) => variables.push((name, given.to_owned())),
            None if wanted == given => {}
            None => return None,
        }
    }
    Some(variables)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_yields_its_variables() {
        assert_eq!(
            variables("/A/{Sid}/B/{Other}.json", "/A/1/B/2.json"),
            Some(vec![("Sid", "1".to_owned()), ("Other", "2".to_owned())])
        );
        for path in [
            "/A/1/B/2",
            "/A/1/C/2.json",
            "/A/1/B.json",
            "/A/1/B/2/3.json",
        ] {
            assert_eq!(variables("/A/{Sid}/B/{Other}.json", path), None, "{path}");
        }
    }
}
