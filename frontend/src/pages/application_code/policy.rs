//! What a site with a content security policy has to allow.

use crate::components::CopyField;
use leptos::prelude::*;

/// The directives, to be added to those that the site has.
pub fn directives(code: &str) -> Option<String> {
    let (_, after) = code.split_once(" src=\"")?;
    let (src, _) = after.split_once('"')?;
    let (scheme, rest) = src.split_once("://")?;
    let host = rest.split('/').next()?;
    let origin = format!("{scheme}://{host}");
    Some(format!("script-src {origin}; connect-src {origin}"))
}

/// Steps for a site that sends a policy.
#[component]
pub fn Policy(code: String) -> AnyView {
    let Some(directives) = directives(&code) else {
        return ().into_any();
    };
    view! {
        <details class="group">
            <summary class="cursor-pointer px-4 py-3 text-sm font-semibold">
                "A site with a content security policy"
            </summary>
            <div class="space-y-4 px-4 pb-4 text-sm">
                <p>
                    "If your site sends the header "
                    <code class="font-mono">"Content-Security-Policy"</code>
                    ", add these addresses to its directives. Nothing else is needed: no styles, images or frames."
                </p>
                <CopyField label="Directives" text=Signal::stored(directives) code=true />
            </div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::directives;

    #[test]
    fn b35_the_directives_name_the_server_of_the_code() {
        let code = r#"<script async src="https://g.example:8443/widget/v1.js" data-application-key="k1"></script>"#;
        assert_eq!(
            directives(code).as_deref(),
            Some("script-src https://g.example:8443; connect-src https://g.example:8443")
        );
        assert_eq!(directives("<script></script>"), None);
    }
}
