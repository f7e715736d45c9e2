use std::sync::Mutex;

/// The cookies a native client keeps. In the browser, the browser does, out of reach of scripts.
#[derive(Debug, Default)]
pub(crate) struct Cookies(Mutex<Vec<(String, String)>>);

impl Cookies {
    /// Takes a `Set-Cookie` header; an empty value removes the cookie.
    pub(crate) fn take(&self, header: &str) {
        let pair = header.split(';').next().unwrap_or_default();
        let Some((name, value)) = pair.split_once('=') else {
            return;
        };
        let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
        let Ok(mut cookies) = self.0.lock() else {
            return;
        };
        cookies.retain(|(known, _)| *known != name);
        if !value.is_empty() {
            cookies.push((name, value));
        }
    }

    /// The `Cookie` header; none while there are no cookies.
    pub(crate) fn header(&self) -> Option<String> {
        let cookies = self.0.lock().ok()?;
        let pairs: Vec<_> = cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emptied_cookie_is_forgotten() {
        let cookies = Cookies::default();
        cookies.take("__Host-refresh=abc; Path=/; HttpOnly");
        assert_eq!(cookies.header().as_deref(), Some("__Host-refresh=abc"));
        cookies.take("__Host-refresh=; Max-Age=0");
        assert_eq!(cookies.header(), None);
    }
}
