drop table widget_styles;
