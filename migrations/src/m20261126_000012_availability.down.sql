drop table widget_applications;
drop table schedules;
