//! Tests that fail by not compiling.

/// Does not compile where a type has the trait: the name below would then have two meanings.
macro_rules! has_not {
    ($trait:path: $($type:ty),+ $(,)?) => {{
        trait Told<Which> {
            fn told() {}
        }
        struct HasIt;
        impl<T: ?Sized> Told<()> for T {}
        impl<T: ?Sized + $trait> Told<HasIt> for T {}
        $( <$type as Told<_>>::told(); )+
    }};
}
pub(crate) use has_not;
