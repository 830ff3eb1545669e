//! Values that both engines can take, and tuples of them.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Arguments;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use sqlx::sqlite::SqliteArguments;
use uuid::Uuid;

use crate::Error;
use crate::values::{Day, Time};

/// A value that both engines can take: bool, i64, text, bytes, uuid, day, time, and options of them.
pub trait Bind: Send {
    /// Hands it to SQLite.
    ///
    /// # Errors
    ///
    /// When the engine's driver refuses it.
    fn lite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError>;
    /// Hands it to PostgreSQL.
    ///
    /// # Errors
    ///
    /// When the engine's driver refuses it.
    fn pg(self, to: &mut PgArguments) -> Result<(), BoxDynError>;
}

/// A tuple of values, in the order of `$1`, `$2`, ….
pub trait Binds: Send {
    /// The values for SQLite.
    ///
    /// # Errors
    ///
    /// When the engine's driver refuses one.
    fn lite(self) -> Result<SqliteArguments, Error>;
    /// The values for PostgreSQL.
    ///
    /// # Errors
    ///
    /// When the engine's driver refuses one.
    fn pg(self) -> Result<PgArguments, Error>;
}

macro_rules! plain {
    ($($value:ty => $kept:ty),* $(,)?) => { $(
        impl Bind for $value {
            fn lite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, <$kept>::from(self))
            }
            fn pg(self, to: &mut PgArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, <$kept>::from(self))
            }
        }
        impl Bind for Option<$value> {
            fn lite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, self.map(<$kept>::from))
            }
            fn pg(self, to: &mut PgArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, self.map(<$kept>::from))
            }
        }
    )* };
}

plain! {
    bool => bool,
    i64 => i64,
    Vec<u8> => Vec<u8>,
    Uuid => Uuid,
    Date => Day,
    Day => Day,
    Timestamp => Time,
    Time => Time,
}

/// PostgreSQL keeps no NUL in a text and refuses the whole statement; nobody means one, so both
/// engines keep the text without it.
fn text(it: &str) -> String {
    if it.contains('\0') { it.replace('\0', "") } else { it.to_owned() }
}

macro_rules! texts {
    ($($value:ty),* $(,)?) => { $(
        impl Bind for $value {
            fn lite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, text(self.as_ref()))
            }
            fn pg(self, to: &mut PgArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, text(self.as_ref()))
            }
        }
        impl Bind for Option<$value> {
            fn lite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, self.map(|it| text(it.as_ref())))
            }
            fn pg(self, to: &mut PgArguments) -> Result<(), BoxDynError> {
                Arguments::add(to, self.map(|it| text(it.as_ref())))
            }
        }
    )* };
}

texts!(String, &str, &String);

macro_rules! tuples {
    ($(($($place:tt $name:ident)*))*) => { $(
        impl<$($name: Bind),*> Binds for ($($name,)*) {
            fn lite(self) -> Result<SqliteArguments, Error> {
                let mut to = SqliteArguments::default();
                $( self.$place.lite(&mut to).map_err(Error::Value)?; )*
                Ok(to)
            }
            fn pg(self) -> Result<PgArguments, Error> {
                let mut to = PgArguments::default();
                $( self.$place.pg(&mut to).map_err(Error::Value)?; )*
                Ok(to)
            }
        }
    )* };
}

tuples! {
    (0 A)
    (0 A 1 B)
    (0 A 1 B 2 C)
    (0 A 1 B 2 C 3 D)
    (0 A 1 B 2 C 3 D 4 E)
    (0 A 1 B 2 C 3 D 4 E 5 F)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M 13 N)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M 13 N 14 O)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M 13 N 14 O 15 P)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M 13 N 14 O 15 P 16 Q)
    (0 A 1 B 2 C 3 D 4 E 5 F 6 G 7 H 8 I 9 J 10 K 11 L 12 M 13 N 14 O 15 P 16 Q 17 R)
}

impl Binds for () {
    fn lite(self) -> Result<SqliteArguments, Error> {
        Ok(SqliteArguments::default())
    }
    fn pg(self) -> Result<PgArguments, Error> {
        Ok(PgArguments::default())
    }
}
