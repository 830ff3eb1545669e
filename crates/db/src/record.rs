//! A row as it is, name by name: for what is handed out whole, whatever it has.

use serde_json::{Map, Value};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column as _, FromRow, Row as _, TypeInfo as _, ValueRef as _};
use uuid::Uuid;

use crate::values::{Day, Time};

/// A row as JSON: each column by its name, in the order of the statement. Times are UTC to the
/// microsecond, days ISO 8601, ids text; what is not there is null.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(pub Map<String, Value>);

impl<'r> FromRow<'r, SqliteRow> for Record {
    fn from_row(row: &'r SqliteRow) -> Result<Self, sqlx::Error> {
        let mut record = Map::new();
        for column in row.columns() {
            let (at, raw) = (column.ordinal(), row.try_get_raw(column.ordinal())?);
            let kind = raw.type_info().name().to_owned();
            let value = if raw.is_null() {
                Value::Null
            } else if column.type_info().name() == "BOOLEAN" {
                row.try_get_unchecked::<bool, _>(at)?.into()
            } else {
                match kind.as_str() {
                    "INTEGER" | "INT8" => row.try_get_unchecked::<i64, _>(at)?.into(),
                    "BLOB" => row.try_get_unchecked::<Uuid, _>(at)?.to_string().into(),
                    _ => row.try_get_unchecked::<String, _>(at)?.into(),
                }
            };
            record.insert(column.name().to_owned(), value);
        }
        Ok(Self(record))
    }
}

impl<'r> FromRow<'r, PgRow> for Record {
    fn from_row(row: &'r PgRow) -> Result<Self, sqlx::Error> {
        let mut record = Map::new();
        for column in row.columns() {
            let at = column.ordinal();
            let value = if row.try_get_raw(at)?.is_null() {
                Value::Null
            } else {
                match column.type_info().name() {
                    "BOOL" => row.try_get::<bool, _>(at)?.into(),
                    "INT8" => row.try_get::<i64, _>(at)?.into(),
                    "UUID" => row.try_get::<Uuid, _>(at)?.to_string().into(),
                    "TIMESTAMPTZ" => row.try_get::<Time, _>(at)?.text().into(),
                    "DATE" => row.try_get::<Day, _>(at)?.to_string().into(),
                    _ => row.try_get::<String, _>(at)?.into(),
                }
            };
            record.insert(column.name().to_owned(), value);
        }
        Ok(Self(record))
    }
}
