use serde::Serialize;

/// What is special about a page of the site, for the code on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Variant {
    /// Nothing.
    Plain,
    /// Its content policy lets in what the code needs, and nothing else.
    Strict,
    /// It draws its pages itself and swaps the whole body.
    SinglePage,
    /// Its own scripts and styles have broken what others build on.
    Hostile,
    /// The code is on it two times.
    Twice,
}

/// A variant for the list of them.
#[derive(Serialize)]
pub(super) struct Listed {
    variant: Variant,
    path: &'static str,
    title: &'static str,
    about: &'static str,
}

impl Variant {
    /// The variant of a page by its path below the site's address.
    pub fn of(page: &str) -> Option<Self> {
        let (first, rest) = page.split_once('/').unwrap_or((page, ""));
        Some(match (first, rest) {
            ("" | "privacy" | "terms", "") => Self::Plain,
            ("strict", "") => Self::Strict,
            ("hostile", "") => Self::Hostile,
            ("twice", "") => Self::Twice,
            ("single-page", "" | "hours" | "contact") => Self::SinglePage,
            _ => return None,
        })
    }

    pub fn all() -> Vec<Listed> {
        [
            (Self::Plain, "", "Plain", "as most web sites are"),
            (
                Self::Strict,
                "/strict",
                "Strict policy",
                "a content policy that lets in the code alone",
            ),
            (
                Self::SinglePage,
                "/single-page",
                "Single page",
                "swaps its pages without loading any",
            ),
            (
                Self::Hostile,
                "/hostile",
                "Hostile",
                "has broken what scripts and styles build on",
            ),
            (
                Self::Twice,
                "/twice",
                "Twice",
                "has the code on it two times",
            ),
        ]
        .into_iter()
        .map(|(variant, path, title, about)| Listed {
            variant,
            path,
            title,
            about,
        })
        .collect()
    }

    pub fn template(self, page: &str) -> &'static str {
        match page {
            "privacy" => "site/privacy.html",
            "terms" => "site/terms.html",
            _ => "site/home.html",
        }
    }

    /// Most web sites have none; this one is not framed.
    pub fn policy(self, product: &str) -> String {
        match self {
            Self::Strict => format!(
                "default-src 'none'; script-src {product}; connect-src {product}; \
                 style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            ),
            Self::Plain | Self::SinglePage | Self::Hostile | Self::Twice => {
                "frame-ancestors 'none'".to_owned()
            }
        }
    }
}
