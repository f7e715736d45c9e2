//! Domains where anybody can have an address.

pub(super) const PROVIDERS: &[&str] = &[
    "126.com", "163.com", "aol.com", "att.net", "bellsouth.net", "bigpond.com", "bluewin.ch",
    "btinternet.com", "comcast.net", "cox.net", "duck.com", "fastmail.com", "free.fr", "gmail.com",
    "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hanmail.net", "hey.com",
    "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.fr", "hotmail.it", "icloud.com",
    "laposte.net", "libero.it", "live.co.uk", "live.com", "live.nl", "mac.com", "mail.com",
    "mail.ru", "me.com", "msn.com", "naver.com", "optonline.net", "orange.fr", "outlook.com",
    "outlook.de", "outlook.fr", "proton.me", "protonmail.com", "qq.com", "rediffmail.com",
    "rocketmail.com", "sbcglobal.net", "sky.com", "t-online.de", "tuta.com", "tutanota.com",
    "verizon.net", "virgilio.it", "virginmedia.com", "wanadoo.fr", "web.de", "xtra.co.nz",
    "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.com.au",
    "yahoo.de", "yahoo.fr", "yandex.com", "yandex.ru", "ymail.com", "ziggo.nl", "zoho.com",
];
