-- When a decision about the file ended a review that was not finished. Whoever took it back, or had
-- a conflict of interest, left this empty.

alter table review_assignments add column decided_at timestamptz;
