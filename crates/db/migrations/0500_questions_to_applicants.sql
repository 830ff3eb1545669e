-- What a reviewer asks the applicant, in words meant for the applicant. The comment is for the
-- coordinator only. Empty where nothing is asked, and in findings from before there was a question.

alter table review_findings add column question text;
