alter table events drop column api_key_id;
alter table sessions drop column user_agent;
alter table sessions drop column address;
drop table api_keys;
