# What CT-AIMH asks of a Mentor – Clinical from 2024, written for a general engine: the same figures, the
# same evidence, what counted and what did not. Spans of years go by the year, since dates are not
# arithmetic here; everything else is as the rules in `programs/` say it. To be compared, never used.
package mentor

import rego.v1

degree_day := min([it.conferred | some it in input.education; it.degree in {"master", "doctorate"}])

named(training) if count(training.competencies) > 0

taught(training) := training.minutes.rsc if training.didactic
taught(training) := 0 if not training.didactic

training_total := [{"id": it.id, "amount": amount} |
	some it in input.trainings
	named(it)
	it.to <= input.on
	amount := (it.minutes.imh + taught(it)) + it.minutes.dei
]

training_of(subject) := [{"id": it.id, "amount": it.minutes[subject]} |
	some it in input.trainings
	named(it)
	it.to <= input.on
	it.minutes[subject] > 0
]

training_rsc := [{"id": it.id, "amount": taught(it)} |
	some it in input.trainings
	named(it)
	it.to <= input.on
	taught(it) > 0
]

training_excluded := [it.id | some it in input.trainings; not named(it)]

endorsed(entry) if {
	some standing in entry.provider.standings
	standing.category == "imhm-c"
	standing.from <= entry.from
	not ends_before(standing, entry.to)
}

ends_before(standing, day) if {
	standing.to != null
	standing.to < day
}

while_serving(entry) if entry["while"] == "imhs-practice"

while_serving(entry) if {
	entry["while"] == "provides-rsc"
	entry.about == "own-rsc-provision"
}

rsc_counts(entry) if {
	entry.setting != "peer"
	entry.from > degree_day
	entry.to <= input.on
	endorsed(entry)
	while_serving(entry)
}

rsc_total := [{"id": it.id, "amount": it.minutes} | some it in input.rsc; rsc_counts(it)]

rsc_about := [{"id": it.id, "amount": it.minutes} |
	some it in input.rsc
	it.about == "own-rsc-provision"
	rsc_counts(it)
]

rsc_excluded := [it.id | some it in input.rsc; not rsc_counts(it)]

year(day) := to_number(substring(day, 0, 4))

last(entry) := entry.to if entry.to != null
last(entry) := input.on if entry.to == null

years_of(entries) := sum([n | some it in entries; n := year(last(it)) - year(it.from)])

work_of(kind) := [it | some it in input.work; kind in it.kinds; it.paid; it.from > degree_day]

shown contains area if {
	some it in input.trainings
	some area in it.competencies
}

missing := [area | some area in input.areas; not area in shown]

ratings := [it.id | some it in input.references; it.not_enough_information < 6]

relations := {it.relation | some it in input.references; it.not_enough_information < 6}

signed := {it.agreement | some it in input.signatures; it.signed <= input.on}

total(entries) := sum([it.amount | some it in entries])

finding(counted, required) := {
	"met": total(counted) >= required,
	"counted": total(counted),
	"required": required,
	"entries": counted,
	"missing": required - total(counted),
}

findings := {
	"education": {"met": count([it | some it in input.education; it.degree in {"master", "doctorate"}]) > 0},
	"work.imhs-practice": {"met": years_of(work_of("imhs-practice")) >= 2},
	"work.provides-rsc": {"met": years_of(work_of("provides-rsc")) >= 3},
	"leadership": {"met": years_of([it | some it in input.leadership; it.track == "clinical"]) >= 3},
	"training.total": finding(training_total, 2880),
	"training.imh": finding(training_of("imh"), 1800),
	"training.rsc": finding(training_rsc, 900),
	"training.dei": finding(training_of("dei"), 180),
	"training.excluded": training_excluded,
	"rsc.total": finding(rsc_total, 3000),
	"rsc.about-rsc": finding(rsc_about, 1500),
	"rsc.excluded": rsc_excluded,
	"references": {"met": count({"program-supervisor", "rsc-provider", "rsc-recipient"} - relations) == 0, "entries": ratings},
	"agreements": {"met": count({"code-of-ethics", "endorsement-agreement"} - signed) == 0},
	"membership": {"met": count([it | some it in input.memberships; it.from <= input.on; it.to >= input.on]) > 0},
	"competencies": {"met": count(missing) == 0, "missing": missing},
	"exam": {"met": count([it | some it in input.exam_results; it.passed]) >= 2},
}
