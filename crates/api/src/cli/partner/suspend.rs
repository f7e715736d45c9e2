use anyhow::anyhow;
use gangway_domain::ids::PartnerId;

use crate::{
    context::Context,
    partners::{self, SetSuspended},
    refusal::Refusal,
};

#[derive(Debug, clap::Args)]
pub struct ById {
    /// Its id, as listed by gangway partner list
    id: PartnerId,
}

impl ById {
    pub async fn suspend(self, ctx: &Context) -> anyhow::Result<String> {
        let set = partners::suspend(ctx, self.id).await;
        self.words(set, "is suspended")
    }

    pub async fn resume(self, ctx: &Context) -> anyhow::Result<String> {
        let set = partners::resume(ctx, self.id).await;
        self.words(set, "goes on as before")
    }

    fn words(
        &self,
        set: Result<Option<SetSuspended>, Refusal>,
        state: &str,
    ) -> anyhow::Result<String> {
        let set = set.map_err(|refusal| anyhow!("{}", refusal.detail()))?;
        match set {
            Some(SetSuspended { name, changed }) if changed => Ok(format!("{name} {state}.\n")),
            Some(SetSuspended { name, .. }) => Ok(format!("{name} {state}, as it was.\n")),
            None => Err(anyhow!("{}: there is no such partner", self.id)),
        }
    }
}
