//! Every address with what it takes to come in. A handler's arguments are its permission; here they
//! are read off its type, so that the table and the gate cannot differ.

use axum::Router;
use axum::extract::{self, Form, FromRequestParts, Multipart, Query, Request, State};
use axum::handler::Handler;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::routing::{self, MethodRouter};
use axum_extra::extract::{CookieJar, Form as ListForm, Query as ListQuery};

use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::Error;

/// What stands in an address where it has `{names}`. One that cannot be a name of anything is as
/// good as one that nothing has.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let named = extract::Path::<T>::from_request_parts(parts, state).await;
        named.map(|it| Self(it.0)).map_err(|_| Error::NotFound)
    }
}

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// Anybody, with or without an account.
    Anyone,
    /// Anybody with an account, about their own things.
    Applicant,
    /// Whoever may look at what is paid.
    AtBooks,
    /// Whoever may say that money has come.
    Cashier,
    /// Whoever may look at the desk.
    AtDesk,
    /// Someone who helps applicants along, about those who agreed.
    Advisor,
    /// Someone who judges files, about those given to them.
    Reviewer,
    /// The association's coordinator.
    Coordinator,
    /// Someone who looks into files and changes nothing.
    Auditor,
    /// Who gives roles in the association.
    Administrator,
    /// Who looks after the whole installation.
    Network,
}

impl Who {
    /// The roles of which one is needed, as they are kept; none where an account is enough, or not
    /// even that is needed.
    #[must_use]
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Self::Anyone | Self::Applicant => &[],
            Self::AtBooks => &["coordinator", "treasurer", "auditor"],
            Self::Cashier => &["coordinator", "treasurer"],
            Self::AtDesk => &["coordinator", "auditor"],
            Self::Advisor => &["advisor"],
            Self::Reviewer => &["reviewer"],
            Self::Coordinator => &["coordinator"],
            Self::Auditor => &["auditor"],
            Self::Administrator => &["administrator"],
            Self::Network => &["network"],
        }
    }

    /// As it stands in the table of routes.
    #[must_use]
    pub fn in_words(self) -> String {
        match self {
            Self::Anyone => "anyone".to_owned(),
            Self::Applicant => "applicant".to_owned(),
            some => some.roles().join(" or "),
        }
    }

    /// The stricter of two.
    const fn and(self, other: Self) -> Self {
        if (self as u8) < (other as u8) { other } else { self }
    }
}

/// What a handler takes, and whom that keeps out. Every type that a handler may ask for says so here:
/// a new one does not compile until it does.
pub trait Admits {
    /// Who may be there when this is handed over.
    const WHO: Who;
    /// Whether they must have shown lately who they are.
    const FRESH: bool = false;
}

impl<W: Admits> Admits for crate::identity::Fresh<W> {
    const WHO: Who = W::WHO;
    const FRESH: bool = true;
}

macro_rules! admits {
    ($(($($any:ident)?) $taken:ty: $who:ident;)*) => { $(
        impl $(<$any>)? Admits for $taken {
            const WHO: Who = Who::$who;
        }
    )* };
}

admits! {
    (S) State<S>: Anyone;
    (T) Path<T>: Anyone;
    (T) Query<T>: Anyone;
    (T) ListQuery<T>: Anyone;
    (T) Form<T>: Anyone;
    (T) ListForm<T>: Anyone;
    () Multipart: Anyone;
    () HeaderMap: Anyone;
    () CookieJar: Anyone;
    () Method: Anyone;
    () Request: Anyone;
    () crate::identity::Visitor: Anyone;
    () crate::identity::Applicant: Applicant;
    () crate::identity::Advisor: Advisor;
    () crate::identity::Reviewer: Reviewer;
    () crate::identity::Coordinator: Coordinator;
    () crate::identity::Auditor: Auditor;
    () crate::identity::AtDesk: AtDesk;
    () crate::identity::Cashier: Cashier;
    () crate::identity::AtBooks: AtBooks;
    () crate::identity::Administrator: Administrator;
    () crate::identity::Network: Network;
}

/// Two at once.
impl<A: Admits, B: Admits> Admits for (A, B) {
    const WHO: Who = A::WHO.and(B::WHO);
    const FRESH: bool = A::FRESH || B::FRESH;
}

/// The arguments of a handler, all together.
pub trait Gate {
    /// Whom they let in.
    const WHO: Who;
    /// Whether they must have shown lately who they are.
    const FRESH: bool;
}

impl Gate for ((),) {
    const WHO: Who = Who::Anyone;
    const FRESH: bool = false;
}

macro_rules! gates {
    ($(($($argument:ident)+))*) => { $(
        impl<Way, $($argument: Admits),+> Gate for (Way, $($argument,)+) {
            const WHO: Who = Who::Anyone$(.and($argument::WHO))+;
            const FRESH: bool = false $(|| $argument::FRESH)+;
        }
    )* };
}

gates! { (A) (A B) (A B C) (A B C D) }

/// One line of the table: a method at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The address, with `{names}` for what differs; without the language.
    pub path: String,
    /// Who may.
    pub who: Who,
    /// Whether they are asked to show again who they are, if that was a while ago.
    pub is_fresh: bool,
}

impl Route {
    /// Whether asking may change anything.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.method != "GET"
    }
}

/// What is done at one address.
#[derive(Debug, Default)]
pub struct Place {
    methods: MethodRouter<App>,
    marks: Vec<(&'static str, Who, bool)>,
}

/// What is shown at an address.
pub fn get<H, T>(handler: H) -> Place
where
    H: Handler<T, App>,
    T: Gate + 'static,
{
    Place { methods: routing::get(handler), marks: vec![("GET", T::WHO, T::FRESH)] }
}

/// What is done at an address.
pub fn post<H, T>(handler: H) -> Place
where
    H: Handler<T, App>,
    T: Gate + 'static,
{
    Place::default().post(handler)
}

impl Place {
    /// What is done at the same address.
    #[must_use]
    pub fn post<H, T>(mut self, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: Gate + 'static,
    {
        self.methods = self.methods.post(handler);
        self.marks.push(("POST", T::WHO, T::FRESH));
        self
    }

    /// Lets the body of a request weigh more than others may, in bytes.
    #[must_use]
    pub fn of_weight(mut self, bytes: usize) -> Self {
        self.methods = self.methods.layer(extract::DefaultBodyLimit::max(bytes));
        self
    }

    /// Both, at one address.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.methods = self.methods.merge(other.methods);
        self.marks.extend(other.marks);
        self
    }
}

/// Addresses, and the table of them.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
}

impl Routes {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One more address.
    #[must_use]
    pub fn route(mut self, path: &str, place: Place) -> Self {
        let line = |(method, who, is_fresh)| Route { method, path: path.to_owned(), who, is_fresh };
        self.table.extend(place.marks.into_iter().map(line));
        self.router = self.router.route(path, place.methods);
        self
    }

    /// Puts something around all of them that does not change who may come in.
    #[must_use]
    pub fn around(mut self, layer: impl FnOnce(Router<App>) -> Router<App>) -> Self {
        self.router = layer(self.router);
        self
    }

    /// Those of a part as well.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    /// The table, by address.
    #[must_use]
    pub fn table(mut self) -> Vec<Route> {
        self.table.sort_by(|a, b| (&a.path, a.method).cmp(&(&b.path, b.method)));
        self.table
    }

    /// What answers.
    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
