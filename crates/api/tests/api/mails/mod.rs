mod golden;
mod injection;
mod link_hosts;
mod read_mail;
mod send_test_email;
