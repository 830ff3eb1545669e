# What the rules say about a locker. $more is made of rules-more-…, amounts of rules-amount-….
rules-title-education = Education
rules-title-work-promotion = Related work
rules-title-work-prevention = Prevention and early intervention work
rules-title-work-imhs-practice = Practice as a Specialist
rules-title-work-provides-rsc = Giving reflective supervision
rules-title-work-policy-leadership = Leading in policy or programs
rules-title-work-academic-leadership = Leading in teaching or research
rules-title-leadership = Practice leadership
rules-title-training-total = Training
rules-title-training-imh = Training on infant mental health
rules-title-training-rsc = Training on giving supervision
rules-title-training-dei = Training on diversity, equity and inclusion
rules-title-rsc-total = Reflective supervision received
rules-title-rsc-about-rsc = About giving supervision
rules-title-references = Reference ratings
rules-title-agreement-code-of-ethics = Code of Ethics
rules-title-agreement-endorsement = Endorsement Agreement
rules-title-membership = Membership
rules-title-competencies = Competency areas
rules-title-exam = Written exam
rules-title-base-endorsement = Endorsement to build on

rules-status-met = Met
rules-status-unmet = Not yet
rules-status-needs-person = Needs a person

rules-stands = { $counted } of { $required }.
rules-stands-in-doubt = { $counted } of { $required }; a person has to look at { $doubt } more.
rules-stands-unknown = { $counted } so far. How much is asked is not known.
rules-excused = Not asked yet: a first renewal is excused.
rules-met-by = Not needed, because this is met instead: { $other }.

rules-amount-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
rules-amount-hours = { $n ->
    [one] 1 hour
   *[other] { $hours } hours
}
rules-amount-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
rules-amount-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
rules-amount-years = { $n ->
    [one] 1 year
   *[other] { $n } years
}
rules-amount-degrees = { $n ->
    [one] 1 degree
   *[other] { $n } degrees
}
rules-amount-ratings = { $n ->
    [one] 1 rating
   *[other] { $n } ratings
}
rules-amount-signatures = { $n ->
    [one] 1 signature
   *[other] { $n } signatures
}
rules-amount-memberships = { $n ->
    [one] 1 membership
   *[other] { $n } memberships
}
rules-amount-areas = { $n ->
    [one] 1 area
   *[other] { $n } areas
}
rules-amount-parts = { $n ->
    [one] 1 part
   *[other] { $n } parts
}
rules-amount-endorsements = { $n ->
    [one] 1 endorsement
   *[other] { $n } endorsements
}

rules-more-minutes = { $n ->
    [one] 1 more minute
   *[other] { $n } more minutes
}
rules-more-hours = { $n ->
    [one] 1 more hour
   *[other] { $hours } more hours
}
rules-more-days = { $n ->
    [one] 1 more day
   *[other] { $n } more days
}
rules-more-months = { $n ->
    [one] About 1 more month
   *[other] About { $n } more months
}

rules-more-families = { $n ->
    [one] 1 more family
   *[other] { $n } more families
}

rules-closes-education = A degree that counts for this category
rules-closes-work-promotion = { $more } of related paid work
rules-closes-work-prevention = { $more } of prevention or early intervention work
rules-closes-work-imhs-practice = { $more } of practice as a Specialist
rules-closes-work-provides-rsc = { $more } of giving reflective supervision
rules-closes-work-policy-leadership = { $more } of leading in policy or programs
rules-closes-work-academic-leadership = { $more } of leading in teaching or research
rules-closes-leadership = { $more } of practice leadership
rules-closes-training-total = { $more } of training
rules-closes-training-imh = { $more } of training on infant mental health
rules-closes-training-rsc = { $more } of training on giving reflective supervision
rules-closes-training-dei = { $more } of training on diversity, equity and inclusion
rules-closes-rsc-total = { $more } of reflective supervision from a provider who qualifies
rules-closes-rsc-about-rsc = { $more } of reflective supervision about giving supervision
rules-closes-references = { $n ->
    [one] A rating from { $people }
   *[other] { $n } ratings, from: { $people }
}
rules-closes-references-each = { $n } ratings, each from { $people }
rules-closes-references-several = { $people } ({ $n } ratings)
rules-closes-endorsed-rater = A rating from someone who is endorsed, or the association’s word that a rater will do
rules-closes-agreement-code-of-ethics = The signature under the Code of Ethics
rules-closes-agreement-endorsement = The signature under the Endorsement Agreement
rules-closes-membership = A membership that is valid on the day
rules-closes-areas = { $n ->
    [one] Evidence for one more area: { $areas }
   *[other] Evidence for { $n } more areas: { $areas }
}
rules-closes-many-areas = Evidence for { $n } more areas, among them: { $areas }
rules-closes-exam = { $n ->
    [one] Passing part { $parts } of the written exam
   *[other] Passing parts { $parts } of the written exam
}
rules-closes-base-endorsement = An endorsement that this one can build on
rules-closes-families = { $more } in this work
rules-closes-attest = A statement, given with the renewal, that it is so
rules-closes-looked = The association has to look at what is in doubt
rules-closes-ask = No rule is known for this. The association has to say what it asks

rules-or = or
rules-relation-anyone = someone who knows the work well
rules-relation-endorsed = { $people }, who is endorsed
rules-relation-program-supervisor = the program supervisor
rules-relation-department-chair = the department supervisor or chair
rules-relation-rsc-provider = the supervision provider
rules-relation-rsc-recipient = someone who receives supervision from the applicant
rules-relation-colleague = a colleague
rules-relation-student = a student or former student
rules-relation-teacher = a teacher
rules-relation-parent = a parent from a family served
rules-relation-other = someone else

rules-person-may-look = The association can look at it.
rules-reason-after-date = It is dated after { $day }.
rules-reason-after-date-education = It was not conferred by { $day }.
rules-reason-after-date-competencies = It was not completed by { $day }.
rules-reason-after-date-membership = It begins after { $day }.
rules-reason-before-degree = It came before the degree that it has to follow.
rules-reason-before-window = It came before { $since }.
rules-reason-provider-not-qualified = The provider was not endorsed as these rules ask on those dates.
rules-reason-provider-standing-ended = The provider’s own endorsement had ended by then.
rules-reason-straddles = Only some of these days count, and hours over the whole time cannot be split by arithmetic. They have to be entered by date.
rules-reason-peer-setting = Peer groups have no qualified provider.
rules-reason-not-while-serving = These hours have to go with certain work, and the entry names other work.
rules-reason-not-while-serving-doubt = These hours have to go with certain work, and the entry does not name it.
rules-reason-unpaid = It was not paid, or the entry does not say that it was.
rules-reason-wrong-age = The children were of another age.
rules-reason-no-competency = It names no competency area.
rules-reason-no-competency-competencies = It names no area of this category.
rules-reason-wrong-subject = It is about something else.
rules-reason-wrong-subject-education = This degree does not count for this category.
rules-reason-wrong-subject-work = It is another kind of work.
rules-reason-wrong-subject-references = This category does not ask for a rating from this person.
rules-reason-wrong-subject-exam = It is a result of another exam.
rules-reason-wrong-subject-membership = It is a membership of another association.
rules-reason-wrong-subject-base-endorsement = This endorsement cannot be built on here.
rules-reason-wrong-track = It belongs to another track of Mentor.
rules-reason-not-didactic = Hours about giving supervision have to be taught, and the entry does not say that they were.
rules-reason-void = It does not say enough to count.
rules-reason-void-references = Too many of its answers are “not enough information”.
rules-reason-void-education = It has no transcript, and one is asked.
rules-reason-void-exam = This part was not passed.
rules-reason-expired = It is too old, or it has ended.
rules-reason-expired-references = It is more than a year old.
rules-reason-expired-membership = This membership has ended.
rules-reason-slot-taken = Another rating already has its place.
rules-reason-slot-taken-training = As many hours of volunteering as may count are there already.
rules-reason-slot-taken-exam = This part counts already.

rules-line-rule = Rule: { $text }
rules-line-counted = Counted: { $amount } ({ $id })
rules-line-excluded = Not counted: { $amount } ({ $id }). { $sentence }
rules-line-closes = Closes with: { $step }
rules-line-source = Source: { $source }
rules-head = { $category } at { $association }, by the rules of version { $version } ({ $from } to { $to }), on { $day }.
rules-head-from-ever = beginning not known
rules-head-to-open = still in force
rules-whole-met = Everything that is asked is there.
rules-whole-unmet = Not there yet.
rules-whole-needs-person = A person has to look at it.

# What one may be with some of it open. $open is made of rules-title-….
rules-emerging-met = Everything else is there, so one may become “emerging” while this is still open: { $open }.
rules-emerging-needs-person = One may become “emerging” while this is still open: { $open }. A person has to look at some of the rest first.
rules-emerging-unmet = One may become “emerging” while this is still open: { $open }. The rest has to be there first, and some of it is not yet.
rules-emerging-months = { $n ->
    [one] There is then 1 month to finish it.
   *[other] There are then { $n } months to finish it.
}

rules-head-renewal = Renewal of { $cycle } as { $category } at { $association }, on { $day }.
rules-compared = Every category at { $association }, on { $day }, the nearest first.
rules-compared-one = { $place }. { $category } ({ $id }): { $whole }

# From one version of the rules to another.
rules-change-harder = Asks more
rules-change-easier = Asks less
rules-change-new = New
rules-change-gone = No longer asked
rules-change-otherwise = Different
rules-change-was = Before:
rules-change-will = Now:
