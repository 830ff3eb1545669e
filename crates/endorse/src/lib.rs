//! Endorse: the system behind a professional endorsement.
//!
//! `ARCHITECTURE.md` says where what is; `app.rs` lists the features.

mod agreements;
pub mod app;
mod applications;
mod assessments;
mod associations;
mod audit;
pub mod cli;
pub mod clock;
mod comparisons;
mod demo;
mod desk;
mod endorsements;
mod error;
mod exams;
mod files;
mod health;
mod house;
mod i18n;
mod identity;
mod inbox;
pub mod installation;
mod jobs;
mod locker;
mod mail;
mod page;
mod payments;
mod people;
mod programs;
mod references;
mod registry;
mod renewals;
mod replay;
mod reviews;
mod roles;
pub mod routing;
mod security;
pub mod serve;
pub mod settings;
mod simulation;
pub mod story;
mod trail;
pub mod typed;
