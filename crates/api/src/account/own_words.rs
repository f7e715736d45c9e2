use crate::context::Context;
use crate::refusal::Refusal;
use crate::sign_in;
use gangway_entities::person;

/// What a person's password may not be made of: names, address, and the companies they belong to.
pub async fn own_words(ctx: &Context, person: &person::Model) -> Result<Vec<String>, Refusal> {
    let me = sign_in::show_me(ctx, person, None).await?;
    let mut words = vec![me.first_name, me.last_name, me.email];
    for place in me.places {
        words.push(place.partner.name);
        words.extend(place.client.and_then(|client| client.name));
    }
    Ok(words)
}
