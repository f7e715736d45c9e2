//! What to do about each finding, by kind of website.

use crate::pages::application_code::How;
use crate::route::Route;
use gangway_domain::wire::InstallationFinding as Finding;
use leptos::prelude::*;

type Steps = &'static [&'static str];

/// Steps for each kind of website.
struct Advice {
    wordpress: Steps,
    tag_manager: Steps,
    shopify: Steps,
}

const MISSING: Advice = Advice {
    wordpress: &[
        "Under Code Snippets, Header & Footer, see that the code is in the box named Footer, and choose Save Changes.",
        "Clear the cache: of your cache plugin, and of your host if it has one.",
        "Choose Check again.",
    ],
    tag_manager: &[
        "See that the tag with the code has All Pages as its trigger.",
        "Choose Submit, then Publish: a tag that is only saved does not run.",
        "Open your website once. Gangway does not see tags in the page, but hears their first call.",
    ],
    shopify: &[
        "Under Online Store, Themes, see that you edited the theme that is live.",
        "In theme.liquid, see that the code stands on its own line right above </body>.",
        "Choose Check again.",
    ],
};

const CHANGED: Advice = Advice {
    wordpress: &[
        "In your optimizer (WP Rocket, LiteSpeed Cache, Autoptimize and the like), add widget/v1.js to the scripts that are not delayed, deferred or combined.",
        "In your cookie banner, list the code as necessary: it stores nothing on visitors' devices until they write to you.",
        "Clear the cache, then choose Check again.",
    ],
    tag_manager: &[
        "Use the code made for Tag Manager, above: Tag Manager drops the key of the usual one.",
        "Choose Submit, then Publish.",
    ],
    shopify: &[
        "In theme.liquid, remove the code and paste it anew, exactly as it is, right above </body>.",
        "Choose Save, then Check again.",
    ],
};

const BLOCKED: Advice = Advice {
    wordpress: &[
        "Find what sets the policy: a security plugin (such as HTTP Headers or Really Simple Security), or your host.",
        "Change the directives there, and clear the cache.",
        "Choose Check again.",
    ],
    tag_manager: &[
        "Tag Manager cannot change the policy. Give the directives to whoever runs your website's server.",
    ],
    shopify: &[
        "Shopify itself lets the code in. Look for an app, or a service in front of your shop such as Cloudflare, that adds a policy.",
        "Change the directives there, then choose Check again.",
    ],
};

const OTHER_KEY: Advice = Advice {
    wordpress: &[
        "Under Code Snippets, Header & Footer, remove the other code and paste yours, then choose Save Changes.",
        "Clear the cache, then choose Check again.",
    ],
    tag_manager: &[
        "Open the tag with the other code and replace it by yours, made for Tag Manager.",
        "Choose Submit, then Publish.",
    ],
    shopify: &[
        "In theme.liquid, replace the other code by yours, then choose Save.",
        "Choose Check again.",
    ],
};

/// What to do about a finding.
pub fn advice(finding: Finding) -> AnyView {
    match finding {
        Finding::Found => ().into_any(),
        Finding::Missing => by_kind(&MISSING),
        Finding::Changed => by_kind(&CHANGED),
        Finding::Blocked => by_kind(&BLOCKED),
        Finding::OtherKey => by_kind(&OTHER_KEY),
        Finding::Moved => settings("If the new address is the right one, enter it in "),
        Finding::Unreachable => settings(
            "Is your website up? If it lets only known visitors in, let in those named Gangway. Its address is in ",
        ),
    }
}

fn by_kind(advice: &'static Advice) -> AnyView {
    view! {
        <div class="divide-y divide-hairline rounded border border-hairline">
            <How name="What to do in WordPress" steps=advice.wordpress />
            <How name="What to do in Google Tag Manager" steps=advice.tag_manager />
            <How name="What to do in Shopify" steps=advice.shopify />
        </div>
    }
    .into_any()
}

fn settings(words: &'static str) -> AnyView {
    view! {
        <p class="text-sm">
            {words} <a class="link" href=Route::CompanySettings.path()>
                "Company settings"
            </a> "."
        </p>
    }
    .into_any()
}
