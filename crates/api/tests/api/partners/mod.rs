mod confirm_sign_up;
mod create_by_operator;
mod read_checklist;
mod read_partner;
mod sign_up;
mod suspended;
mod update_partner;
