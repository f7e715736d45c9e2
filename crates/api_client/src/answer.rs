use crate::failure::Failure;
use serde::de::DeserializeOwned;

/// A version of an object, as the server names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Etag(pub String);

/// An object that can be edited, with the version it was read at.
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged<T> {
    /// The object.
    pub value: T,
    /// Goes into `If-Match` of an edit.
    pub etag: Etag,
}

/// An HTTP answer, before it is read.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's first value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The answer itself if the server agreed, the problem if it refused.
    pub fn accepted(self) -> Result<Self, Failure> {
        if (200..300).contains(&self.status) {
            return Ok(self);
        }
        match serde_json::from_slice(&self.body) {
            Ok(problem) => Err(Failure::Problem(Box::new(problem))),
            Err(error) => Err(self.unreadable(&error)),
        }
    }

    /// The object in the body.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, Failure> {
        serde_json::from_slice(&self.body).map_err(|error| self.unreadable(&error))
    }

    /// The object in the body with its version.
    pub fn read_tagged<T: DeserializeOwned>(self) -> Result<Tagged<T>, Failure> {
        let etag = Etag(self.header("etag").unwrap_or_default().to_owned());
        Ok(Tagged {
            value: self.read()?,
            etag,
        })
    }

    fn unreadable(&self, error: &serde_json::Error) -> Failure {
        Failure::Unreadable {
            status: self.status,
            reference: self.header("x-request-id").map(str::to_owned),
            detail: error.to_string(),
        }
    }
}
