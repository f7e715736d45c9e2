//! The operations of the contract.

use gangway::contract::openapi_json;
use gangway_api_client::Call;
use reqwest::Method;
use serde_json::Value;

/// An operation as the contract describes it.
#[derive(Clone, Copy)]
pub struct Operation {
    /// Its id.
    pub id: &'static str,
    /// The method in lower case.
    pub method: &'static str,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// The whole description.
    pub about: &'static Value,
}

impl Operation {
    /// A call of it, its path still to be filled.
    pub fn call(&self) -> Call {
        let method = Method::from_bytes(self.method.to_uppercase().as_bytes()).expect("a method");
        Call::new(self.id, method, self.path)
    }

    /// Whether it takes a body of JSON.
    pub fn takes_body(&self) -> bool {
        self.about["requestBody"]["content"]["application/json"].is_object()
    }

    /// The roles that may call it; none for a public one.
    pub fn roles(&self) -> Option<Vec<&'static str>> {
        let roles = self.about["x-roles"].as_array()?;
        Some(roles.iter().filter_map(Value::as_str).collect())
    }
}

/// Every operation, by path and method.
pub fn operations() -> Vec<Operation> {
    let paths = openapi_json()["paths"].as_object().expect("paths");
    let of_path = |(path, item): (&'static String, &'static Value)| {
        let methods = item.as_object().expect("methods").iter();
        methods.map(move |(method, about)| Operation {
            id: about["operationId"].as_str().expect("an operation id"),
            method,
            path,
            about,
        })
    };
    paths.iter().flat_map(of_path).collect()
}

/// The operation of an id.
pub fn operation(id: &str) -> Operation {
    operations()
        .into_iter()
        .find(|known| known.id == id)
        .expect("a known operation")
}
