alter table sessions drop column proven_at;
drop table first_set_ups;
drop table email_changes;
drop table recovery_codes;
drop table second_factors;
drop table data_keys;
