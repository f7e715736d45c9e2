/// One request with its answer, as an observer sees it.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The operation id.
    pub operation: &'static str,
    /// The HTTP method.
    pub method: String,
    /// The path as the contract writes it, such as `/api/v1/invites/{id}`.
    pub template: &'static str,
    /// The path as requested, with its query.
    pub path: String,
    /// The JSON sent.
    pub request_body: Option<String>,
    /// The HTTP status.
    pub status: u16,
    /// The answer's headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The answer's body.
    pub body: Vec<u8>,
}
