drop index number_orders_by_hook;
alter table number_orders drop column hook_base;
drop table messages;
drop table conversations;
