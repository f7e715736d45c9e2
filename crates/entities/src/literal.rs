//! Conditions whose value stands in the statement itself.

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _};

/// Whether a column holds one of the program's own words. Only with the word in the statement does a
/// database use an index that is kept for rows with this word: of a parameter it cannot know.
///
/// # Panics
///
/// Where the word has other characters than small letters and `_`.
pub fn is_word<C: ColumnTrait>(column: C, word: &'static str) -> Expr {
    let is_plain = word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    assert!(is_plain, "{word:?} is no word of the program's");
    Expr::col(column.as_column_ref()).eq(Expr::cust(format!("'{word}'")))
}
