//! The sandbox as its users meet it: the Twilio client, a mail client, raw connections, and scripts.
#![cfg(test)]

mod hooks;
mod house;
mod smtp_client;

mod accounts;
mod callbacks;
mod contract;
mod door;
mod double;
mod faults;
mod kept;
mod mail;
mod mail_refusals;
mod messages;
mod numbers_bought;
mod numbers_found;
mod numbers_owned;
mod pages;
mod phones;
mod retries;
mod scripts;
mod site;
mod smtp;
mod start;
mod texts_in;
