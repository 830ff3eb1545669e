-- The same result of the same part on the same day is one, however often it is sent. Later copies go.
delete from exam_results where exists (
    select 1 from exam_results o
    where o.application_id = exam_results.application_id and o.part = exam_results.part
      and o.taken_on = exam_results.taken_on and o.passed = exam_results.passed
      and coalesce(o.percent, -1) = coalesce(exam_results.percent, -1) and o.id < exam_results.id);
create unique index exam_results_once
    on exam_results (application_id, part, taken_on, passed, coalesce(percent, -1));
