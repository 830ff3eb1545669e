assess-group-training = Training
assess-group-training-add = Add a training
assess-group-rsc = Reflective supervision received
assess-group-rsc-add = Add hours
assess-group-education-work = Education and work
assess-group-people = Competencies, people, signatures
assess-door-education = Add a degree
assess-door-work = Add work
assess-door-leadership = Add leadership
assess-door-ratings = See the people you ask
assess-door-references = Name a person
assess-door-membership = Go to payments
assess-door-competencies = Add a course
assess-door-sign = Read and sign
assess-counted = What counted
assess-total = Counted
assess-not-counted = What did not count, and why
assess-closes = What would close the gap:
assess-source = Where this is written:
assess-beside = { $n ->
    [one] One more entry is about something else and is not listed here.
   *[other] { $n } more entries are about something else and are not listed here.
}
assess-left-out = { $n ->
    [one] one entry does not count
   *[other] { $n } entries do not count
}
assess-of = of { $required }
assess-short-hours = { $hours } h
assess-short-years = { $n } yr
assess-short-months = { $n } mo
assess-since = since { $day }
assess-from-to = { $from } – { $to }
assess-not-dated = no date yet
assess-a-degree = A degree
assess-a-course = A course
assess-a-job = Work
assess-a-training = A training
assess-a-leadership = Leadership
assess-rsc-individual = Individual
assess-rsc-group = Group
assess-rsc-peer = Peer group
assess-exam-part = Written exam, part { $n }
assess-added = Added
assess-changed = Changed
assess-removed = Removed
