drop table installation_calls;
drop table installation_checks;
