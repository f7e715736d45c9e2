//! Searching by part of a text: what stands for other characters in SQL stands for itself.

use sea_orm::sea_query::LikeExpr;

/// Anything with this text in it.
pub fn part(text: &str) -> LikeExpr {
    LikeExpr::new(format!("%{}%", escaped(text))).escape('!')
}

fn escaped(text: &str) -> String {
    text.replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_of_sql_stand_for_themselves() {
        assert_eq!(escaped("50%_off!"), "50!%!_off!!");
    }
}
