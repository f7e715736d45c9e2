//! A permission as a type, so that a handler's signature says what it requires.

use gangway_domain::roles::Permission;

/// A type that stands for a permission.
pub trait Requires: 'static {
    /// The permission.
    const PERMISSION: Permission;
}

macro_rules! required {
    ($($name:ident),+ $(,)?) => {$(
        #[doc = concat!("Stands for [`Permission::", stringify!($name), "`].")]
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Requires for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )+};
}

required! {
    ReadPartner, WritePartner, ReadUsers, WriteUsers, ReadInvites, WriteInvites, CreateClients,
    ReadClients, WriteClients, ReadClientUsers, WriteClientUsers, ReadOnboarding, WriteOnboarding,
    SendTestEmail, ReadActivity, EndSessions, ManageApiKeys, ReadMessages, WriteMessages,
    ReadApplication, WriteApplication, DeleteClients, AssignEngineers, ReadRecords, WriteRecords, WriteTechGroups,
    WriteCustomFields,
}
