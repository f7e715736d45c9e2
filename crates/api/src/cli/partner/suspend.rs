use anyhow::anyhow;
use gangway_domain::ids::PartnerId;

use crate::{
    context::Context,
    partners::{self, Turned},
    refusal::Refusal,
};

#[derive(Debug, clap::Args)]
pub struct One {
    /// Its id, as listed by gangway partner list
    id: PartnerId,
}

impl One {
    pub async fn suspend(self, ctx: &Context) -> anyhow::Result<String> {
        let turned = partners::suspend(ctx, self.id).await;
        self.told(turned, "is suspended")
    }

    pub async fn resume(self, ctx: &Context) -> anyhow::Result<String> {
        let turned = partners::resume(ctx, self.id).await;
        self.told(turned, "goes on as before")
    }

    fn told(&self, turned: Result<Option<Turned>, Refusal>, what: &str) -> anyhow::Result<String> {
        let turned = turned.map_err(|refusal| anyhow!("{}", refusal.detail()))?;
        let Some(turned) = turned else {
            return Err(anyhow!("{}: there is no such partner", self.id));
        };
        let Turned { name, anew } = turned;
        Ok(if anew {
            format!("{name} {what}.\n")
        } else {
            format!("{name} {what}, as it was.\n")
        })
    }
}
