drop table quick_replies;
drop table texting_settings;
drop table consent_wordings;
drop table consents;
