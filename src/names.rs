//! Enums whose values have a name outside of Rust, told once.

/// Defines an enum with a `name()` in kebab case for each value and `ALL` of them in order.
macro_rules! named {
    ($(#[$doc:meta])* pub enum $enum:ident { $($(#[$value_doc:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $enum { $($(#[$value_doc])* $value,)* }

        impl $enum {
            /// Every value, in order of definition.
            pub const ALL: &[Self] = &[$(Self::$value),*];

            /// The name by which JavaScript, JSON and the catalogues of messages know it.
            pub const fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// The names of all values, in the same order.
            pub const NAMES: &[&str] = &[$($name),*];
        }
    };
}

pub(crate) use named;
