# The front page.
front-title = Endorsement
front-doors = Start here
front-find = Find your category
front-find-text = A few questions, and an answer in plain words: which category might be yours, and what it would still ask. No account, no fee.
front-find-do = Answer the questions
front-sign-in = Sign in or register
front-sign-in-text = Go on with your locker, answer a message, renew. New here? An account and a locker cost nothing; the fees of an application are listed with its category.
front-home = Go on where you were
front-home-text = Your application, your locker and your messages.
front-home-do = Go to your home
front-check = Check someone’s endorsement
front-check-text = By name or number, for today or for a day in the past. Open to employers, courts and families.
front-check-do = Check now
front-all-categories = All categories, each in a sentence
front-steps = How you get endorsed
front-dates = Next dates
front-no-dates = No dates are known.
front-all-dates = All dates, and where each is from
front-contact-own = Set by { $association }.
front-fax = Fax { $number }
dates-month = { $month } { $year }
dates-span = { $from } to { $to }
dates-old = from an old page
dates-own = Set by { $association } on { $day }.
dates-title = Dates
dates-lead = What comes next, as far as it is known, and where each date was read.
dates-read-at = From the program. Read at:
dates-kind-application = Applications
dates-kind-review = Reviews
dates-kind-exam = Exam
dates-kind-membership = Membership
dates-kind-renewal = Renewal
dates-kind-other = Other

# All categories.
categories-title = Categories
categories-find = Not sure which is yours? Answer a few questions
categories-work = Your work
categories-unlinked = A category without a link is one that, as far as is known, cannot be applied for here.
categories-figure = { $what }: { $figure }
categories-add-on = Add-on to a category
categories-others = Not known to be offered here
categories-others-text = The Alliance has this too. Whether { $association } offers it is not published here. Please ask the endorsement coordinator.

# One category.
category-all = All categories
category-on = Show the rules of a day
category-on-do = Show
category-not-yet = This category did not exist on that day. You see the rules of today.
category-asks = What it asks today
category-asked = What it asked on { $day }
category-will-ask = What it asks on { $day }
category-start-title = Could this be you?
category-start-text = Put in what you have, and see at once what counts and what is missing. An account and a locker cost nothing; the fees of an application are listed on this page.
category-start-not-yet = No rules of this category are known for today, so no application can be started yet.
category-start = Start with this category
category-stand = How would my locker stand?
rule-part = { $amount }: { $what }
rule-or = Or instead: { $other }
rule-after-review = After your application has been reviewed.
rule-page-cut = The association has not published the whole of this rule here. Please ask the coordinator.
rule-partial = This is one item of a longer text.
rule-inferred = Taken over from a sister category or association. Please ask the coordinator to confirm it.
rule-recall = From memory. Please ask the coordinator to confirm it.
versions-title = The rules over time
versions-short = Versions of these rules
versions-changed = Changed on { $day }: { $what }.
versions-compare = Compare the versions
versions-requirement = Requirement
versions-change = What changed
versions-not-asked = not asked
versions-shown = shown here
versions-only = One version is known
versions-until = Until { $day }
versions-since = Since { $day }
change-new = New
change-gone = No longer asked
change-figure = Another amount
change-known = Not known before
change-conditions = Other conditions
category-renewal = What renewal asks
category-renewal-provides = For those who give reflective supervision.
category-renewal-not-provides = For those who do not give reflective supervision.
category-renewal-since = Since the renewal of { $year }.
fees-title = Fees
fees-what = Fee
fees-amount = Amount
fees-note = What is known
fees-unknown = not known
fee-registration = Registration
fee-processing = Processing
fee-membership = Membership
fee-exam = Exam
fee-renewal = Renewal
fee-late-renewal = Late renewal
sources-title = Sources
sources-one = Source { $number }
sources-text = Each figure leads to where it is written. Where no rule is known, we say so.
source-undated = undated
source-dated-or = { $one } or { $two }

# Figures, large.
figure-unknown = no rule known
figure-hours = h
figure-years = { $n ->
    [one] year
   *[other] years
}
figure-degrees = { $n ->
    [one] degree
   *[other] degrees
}
figure-ratings = { $n ->
    [one] rating
   *[other] ratings
}
figure-signatures = { $n ->
    [one] signature
   *[other] signatures
}
figure-memberships = { $n ->
    [one] membership
   *[other] memberships
}
figure-areas = { $n ->
    [one] area
   *[other] areas
}
figure-parts = { $n ->
    [one] part
   *[other] parts
}
figure-endorsements = { $n ->
    [one] endorsement
   *[other] endorsements
}

# What the association sets for itself.
settings-title = The association
settings-lead = What stands here holds on all pages as soon as you keep it. Where you set nothing, it is as in the program.
settings-as-in-program = As in the program
settings-set = Set by { $name } on { $day }
settings-nothing = Nothing yet
settings-change = Change
settings-undo = As in the program
settings-undo-ask = As in the program again: { $what }?
settings-undo-means = What you have set does not hold any more. It stays in the record.
settings-undo-do = Use the program’s
settings-remove = Remove
settings-remove-ask = Remove what you have set: { $what }?
settings-remove-means = It goes from all pages at once, and nothing takes its place. Copy it first if you may want it again.
settings-remove-do = Remove it
settings-goes = This goes
settings-comes = This holds then
settings-in-program = In the program: { $value }
settings-do = Keep it
settings-leave = Leave it as it is
setting-accent = Color
setting-accent-hint = The color of links and buttons, as # and six digits or letters: #0b5c63. A darker shade of it and one for dark screens follow by themselves. It must be dark enough to be read on white.
setting-logo = Logo
setting-logo-file = Picture
setting-logo-hint = A PNG of at most 200 kB, as high as wide or up to twice as wide. It takes the place of our mark beside the name of the association, so it needs no name itself.
setting-logo-too-large = This picture has more than 200 kB. Please choose a smaller one.
setting-logo-no-png = This is no PNG of 16 to 2000 pixels on each side. Please save the picture as one.
setting-logo-shape = Please choose a picture that is at least as wide as high, and at most twice as wide.
setting-email = E-mail address
setting-email-hint = Where people write to about endorsement. It stands on the front page, below every public page, and in badges signed from now on.
setting-phone = Telephone
setting-phone-hint = The number that stands on the front page.
setting-post = Mailing address
setting-post-hint = As on an envelope, one line after another. It stands on the front page.
setting-languages = Languages
setting-languages-hint = The first language is the one for whoever comes to your front page without having said which; letters of invitation begin with it. A language that you do not offer is not linked any more, and its addresses lead to the same page in the other one. What has been written, signed and sent stays as it is, and whoever chose a language for letters keeps it: that is theirs and holds for every association.
setting-languages-en-es = English first, Spanish as well
setting-languages-es-en = Spanish first, English as well
setting-languages-en = English only
setting-languages-es = Spanish only
setting-about-en = About you, in English
setting-about-en-hint = A page of your own, found below every public page. An empty line begins a new paragraph, “# ” a heading, “- ” a point of a list. Links and pictures are left out.
setting-about-es = About you, in Spanish
setting-about-es-hint = The same page for people who read Spanish. Until it is written, they see the English one.
setting-not-a-phone = Please give a number to call, such as 203-555-0100.
problem-not-a-colour = Please write the color as # and six digits or letters from a to f: #0b5c63.
problem-pale-colour = Text in this color could not be read by everybody: on white or on a dark screen it stands out less than 4.5 to 1. Please choose a darker one.
said-setting-changed = Kept. It holds on all pages now.
said-setting-undone = It is as in the program again.
said-setting-removed = It is removed.

# Dates, and a notice.
date-list-title = Dates
date-list-lead = The dates that stand on your front page, on the page of all dates and on everybody’s home. You announce your own, and correct or leave out what came with the program. A day that follows from a rule (of memberships, renewals, fees) changes with the rules alone.
date-so-many = { $n ->
    [0] All of them from the program
    [one] One set by the association
   *[other] { $n } set by the association
}
date-add = Announce a date
date-coming = To come
date-not-announced = From the program, and not announced
date-past = Before
date-hide = Do not announce
date-take-back = Take it back
date-of-rules = This day follows from a rule. It comes with the program, so that what is announced and what is reckoned with are the same.
date-read-at = Read at:
date-decided-at = decided: { $where }
date-ended = ended by { $name } on { $day }
date-hidden = Not announced: { $what }
date-one-title = A date of your own
date-change-title = Change a date
date-in-program = In the program: { $when }, “{ $what }”.
date-in-place = What you set stands in place of it for this one time. When that is over, the program’s date is there again with the next one.
date-kind = What it is about
date-first = First day
date-last = Last day
date-last-hint = Only if it takes more than one day.
date-title-en = What happens, in English
date-title-es = What happens, in Spanish
date-title-hint = A line of at most 160 characters, such as “Applications for the spring review are due”.
date-decided = Where this was decided
date-decided-hint = Such as “Board meeting of May 4”. Only administrators see it.
date-is-over = This day is over. Please choose one that is still to come.
date-ends-before = This day comes before the first one. Please look at both again.
said-date-gone = It is not announced any more.
notice-title = Notice on the front page
notice-lead = For what everybody should know for some days: a closure, a deadline. It stands on top of the front page from the first day to the end of the last one.
notice-text-en = Text in English
notice-text-es = Text in Spanish
notice-text-hint = At most 500 characters, and in both languages. An empty line begins a new paragraph.
notice-last-hint = The notice is gone the day after.
notice-take-down = Take it down
notice-past = Before
said-notice-gone = The notice is taken down.
