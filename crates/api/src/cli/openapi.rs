use std::{fs, path::PathBuf};

use anyhow::Context as _;

use crate::contract;

#[derive(Debug, clap::Args)]
pub struct Openapi {
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write the table of routes and roles instead, docs/roles.md
    #[arg(long)]
    roles: bool,
}

impl Openapi {
    pub fn run(self) -> anyhow::Result<()> {
        let text = if self.roles {
            contract::roles_page()
        } else {
            contract::openapi_yaml()?
        };
        match self.out {
            Some(file) => fs::write(&file, text).with_context(|| file.display().to_string()),
            None => super::print(&text),
        }
    }
}
