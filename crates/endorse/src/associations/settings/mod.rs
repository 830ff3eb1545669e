//! What an administrator sets for the association on top of its program, and takes back to it.

mod dates;
mod form;
mod logo;
mod notice;

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;

use self::form::SettingForm;
use crate::app::App;
use crate::associations;
use crate::audit;
use crate::error::Error;
use crate::house::{self, Languages, Set, Setting};
use crate::i18n::Lang;
use crate::identity::{Administrator, Fresh, Signed};
use crate::page::{self, Frame};
use crate::programs::association::ContactKind;
use crate::routing::{Path, Routes, get};
use crate::typed::Problems;

/// Where all of it stands.
const HERE: &str = "/desk/association";

pub(super) fn routes() -> Routes {
    Routes::new()
        .route(HERE, get(list))
        .route("/desk/association/{setting}", get(ask).post(change))
        .route("/desk/association/{setting}/undo", get(ask_to_undo).post(undo))
        .merge(logo::routes())
        .merge(dates::routes())
        .merge(notice::routes())
}

/// A setting as it holds.
struct Line {
    name: &'static str,
    label: String,
    /// As it holds, line after line; nothing where nothing is known.
    value: Vec<String>,
    /// Whether it is a picture, which stands on top of the page.
    is_picture: bool,
    /// By whom and since when, if it is the association's own.
    set: Option<String>,
    /// What giving it up is called, if there is something of the association's own to give up.
    undo: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "associations/settings/page.html")]
struct SettingsPage {
    frame: Frame,
    lines: Vec<Line>,
}

/// Before something of the association's own goes.
#[derive(Template)]
#[template(path = "associations/settings/removal.html")]
struct RemovalPage {
    frame: Frame,
    question: String,
    /// What goes, as it was written; nothing for a picture.
    own: String,
    /// What holds afterwards, if the program says something.
    in_program: Option<String>,
}

#[derive(Template)]
#[template(path = "associations/settings/one.html")]
struct SettingPage {
    frame: Frame,
    label: String,
    hint: String,
    is_long: bool,
    /// What there is to choose from, if it is not written.
    choices: Vec<(&'static str, String)>,
    in_program: Option<String>,
    form: SettingForm,
    problems: Problems,
}

/// The languages, in words: "English first, Spanish as well".
fn in_words(lang: Lang, languages: Languages) -> String {
    lang.say(&format!("setting-languages-{}", languages.as_kept().replace(' ', "-"))).into_owned()
}

/// What the program says, where it says something.
fn in_program(me: &Signed, setting: Setting) -> Option<&'static str> {
    let association = &me.program.association;
    let contact = |kind| association.contact(kind).map(|it| it.value.trim());
    match setting {
        Setting::Accent => Some(&association.accent),
        Setting::Email => contact(ContactKind::Email),
        Setting::Phone => contact(ContactKind::Phone),
        Setting::Post => contact(ContactKind::Post),
        Setting::Languages => Some(Languages::of(me.program).as_kept()),
        Setting::Logo | Setting::AboutEn | Setting::AboutEs => None,
    }
}

/// Where the program says nothing there is nothing to go back to: it is removed.
fn undo_word(me: &Signed, setting: Setting) -> &'static str {
    if in_program(me, setting).is_some() { "settings-undo" } else { "settings-remove" }
}

/// As people read it.
fn shown(lang: Lang, setting: Setting, value: &str) -> String {
    let languages = Languages::read(value).filter(|_| setting == Setting::Languages);
    languages.map_or_else(|| value.to_owned(), |it| in_words(lang, it))
}

fn line(me: &Signed, setting: Setting, all: &[Set]) -> Line {
    let lang = me.lang;
    let own = all.iter().find(|it| it.name == setting.as_str());
    // A logo is kept as a hash; it is seen beside the name.
    let value = own.map(|it| it.value.as_str()).filter(|_| setting != Setting::Logo);
    let value = value.or_else(|| in_program(me, setting));
    let value = value.map(|it| shown(lang, setting, it));
    let day = |it: &Set| lang.day(it.set_at.0.to_zoned(me.zone.clone()).date());
    Line {
        name: setting.as_str(),
        label: lang.say(&format!("setting-{}", setting.as_str())).into_owned(),
        is_picture: own.is_some() && setting == Setting::Logo,
        value: value.as_deref().unwrap_or_default().lines().take(4).map(str::to_owned).collect(),
        undo: own.map(|_| undo_word(me, setting)),
        set: own.map(|it| lang.say2("settings-set", "name", &it.by_name, "day", day(it))),
    }
}

/// The next dates, and how many the association has set.
fn line_of_dates(me: &Signed) -> Line {
    let coming = associations::coming(me).into_iter().take(3);
    Line {
        name: "dates",
        label: me.lang.say("date-list-title").into_owned(),
        value: coming.map(|it| format!("{}: {}", it.when, it.what)).collect(),
        is_picture: false,
        set: Some(me.lang.count("date-so-many", me.own.dates().len() as u64)),
        undo: None,
    }
}

/// The notice that holds.
fn line_of_notice(me: &Signed) -> Line {
    let holding = me.own.put_up().filter(|it| notice::holds(me, it));
    Line {
        name: "notice",
        label: me.lang.say("notice-title").into_owned(),
        value: holding.map(|it| notice::in_short(me, it)).unwrap_or_default(),
        is_picture: false,
        set: holding.map(|it| notice::set_by(me, it)),
        undo: None,
    }
}

/// `GET /desk/association`
async fn list(State(app): State<App>, me: Administrator) -> Result<Response, Error> {
    let all = house::all(&mut app.db.read().await?, me.association()).await?;
    let mut lines: Vec<Line> = Setting::ALL.into_iter().map(|it| line(&me, it, &all)).collect();
    lines.extend([line_of_dates(&me), line_of_notice(&me)]);
    page::show(&SettingsPage { frame: Frame::room(&me), lines })
}

fn one(me: &Signed, setting: Setting, form: SettingForm, problems: Problems) -> SettingPage {
    let said = |part: &str| me.lang.say(&format!("setting-{}{part}", setting.as_str()));
    SettingPage {
        label: said("").into_owned(),
        hint: said("-hint").into_owned(),
        is_long: matches!(setting, Setting::Post | Setting::AboutEn | Setting::AboutEs),
        choices: match setting {
            Setting::Languages => {
                let choice = |it: Languages| (it.as_kept(), in_words(me.lang, it));
                Languages::choices(me.program).into_iter().map(choice).collect()
            }
            _ => Vec::new(),
        },
        in_program: in_program(me, setting).map(|it| shown(me.lang, setting, it)),
        frame: Frame::room(me),
        form,
        problems,
    }
}

/// `GET /desk/association/{setting}`
async fn ask(
    State(app): State<App>,
    me: Administrator,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let setting = Setting::named(&name).ok_or(Error::NotFound)?;
    let all = house::all(&mut app.db.read().await?, me.association()).await?;
    let own = all.into_iter().find(|it| it.name == name).map(|it| it.value);
    let value = own.or_else(|| in_program(&me, setting).map(str::to_owned)).unwrap_or_default();
    page::show(&one(&me, setting, SettingForm { value }, Problems::default()))
}

/// `POST /desk/association/{setting}`
async fn change(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(name): Path<String>,
    Form(form): Form<SettingForm>,
) -> Result<Response, Error> {
    let setting = Setting::named(&name).ok_or(Error::NotFound)?;
    let value = match form.check(setting, me.program) {
        Ok(value) => value,
        Err(key) => {
            return page::correct(&one(&me, setting, form, Problems::one("value", key)));
        }
    };
    keep(&app, &me, setting, Some(&value)).await?;
    page::see_and_say(me.lang, HERE, "said-setting-changed")
}

/// `GET /desk/association/{setting}/undo`: what goes, and what holds then.
async fn ask_to_undo(
    State(app): State<App>,
    me: Administrator,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let setting = Setting::named(&name).ok_or(Error::NotFound)?;
    let all = house::all(&mut app.db.read().await?, me.association()).await?;
    let own = all.into_iter().find(|it| it.name == name).ok_or(Error::NotFound)?;
    let what = me.lang.say(&format!("setting-{name}")).into_owned();
    let in_program = in_program(&me, setting).map(|it| shown(me.lang, setting, it));
    let ask = if in_program.is_some() { "settings-undo-ask" } else { "settings-remove-ask" };
    page::show(&RemovalPage {
        question: me.lang.say1(ask, "what", what),
        own: match setting {
            Setting::Logo => String::new(),
            _ => shown(me.lang, setting, &own.value),
        },
        in_program,
        frame: Frame::room(&me),
    })
}

/// `POST /desk/association/{setting}/undo`: as in the program again.
async fn undo(
    State(app): State<App>,
    me: Fresh<Administrator>,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let setting = Setting::named(&name).ok_or(Error::NotFound)?;
    keep(&app, &me, setting, None).await?;
    let is_in_program = in_program(&me, setting).is_some();
    let said = if is_in_program { "said-setting-undone" } else { "said-setting-removed" };
    page::see_and_say(me.lang, HERE, said)
}

/// Keeps it, and has the next page know.
async fn keep(
    app: &App,
    me: &Administrator,
    setting: Setting,
    value: Option<&str>,
) -> Result<(), Error> {
    let mut tx = app.db.write().await?;
    // A picture may have taken minutes to arrive; whose role has ended meanwhile sets nothing.
    if !me.still_holds(&mut tx, app.clock.now()).await? {
        return Err(Error::NotFound);
    }
    let what = (me.association(), setting);
    let Some(id) = house::set(&mut tx, what, value, (me.id, me.now)).await? else {
        return Ok(());
    };
    let verb = if value.is_some() { "setting-changed" } else { "setting-undone" };
    let object = ("association-setting", id);
    audit::record_saying(&mut tx, me, verb, object, setting.as_str()).await?;
    tx.commit().await?;
    app.house.read(&app.db, me.association(), me.now).await?;
    Ok(())
}
