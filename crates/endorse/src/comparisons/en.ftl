# How a locker would stand.
compare-title = How would your locker stand?
compare-lead = For any category, on any day: what is there, what is missing, and what would close the gap. The nearest comes first. Nothing is started or sent by looking.
compare-category = Category
compare-every-category = All of them
compare-association = Association
compare-on = On this day
compare-on-hint = The rules of that day, and only what had happened by then.
compare-do = Show
compare-by = By the rules of { $association } on { $day }.
compare-all-categories = All categories
compare-no-association = Please choose an association from the list.
compare-not-offered = This association does not offer this category, or its rules are not known here. Please choose another.
compare-word-met = All there
compare-word-unmet = Not yet
compare-word-needs-person = Needs a person
compare-answer-met = Everything that has to be there when you apply is there: { $met } of { $all }.
compare-answer-unmet = { $met } of { $all } requirements are met.
compare-answer-needs-person = { $met } of { $all } requirements are met, and a person has to look at the rest.
compare-or = { $one }. Or instead: { $other }
compare-missing = What is missing
compare-open = What a person has to look at
compare-details = See what counts
compare-start = Start an application
compare-empty-title = Your locker is still empty
compare-empty-text = So everything is missing below. Put in one thing you have done, such as a training, and look again: the answer changes with each entry.
compare-find = Answer a few questions instead
compare-start-waits = You kept answers from “Find your category” that are not entries yet.
compare-start-go = Go on with them
compare-note = The nearest is the one of which the least is missing; every requirement counts the same, and half of one counts half. Reference ratings are given for one application, so they are always missing here. This is arithmetic and no decision: people decide about an application.

# Find your category.
find-title = Find your category
find-lead = Eight short questions, about five minutes. Answer what you know and leave the rest open. No account, no fee, and nothing is kept unless you say so.
find-do = See my answer
find-change = Change my answers
find-your-answers = Your answers
find-no-such-answer = Please choose from the answers given.
find-choose-one = Please choose at least one answer, so that we can say anything.
find-choose-only-one = Please choose only one answer here.
find-headline = Start with this one: { $category }
find-headline-none = None of the categories is quite for the work that you named
find-why-fits = It is for work like yours, with children of these ages.
find-why-not-work = It is for work other than what you named ({ $scope }).
find-why-not-ages = It is for children of other ages ({ $ages }).
find-there = Your answers already show: { $what }.
find-missing = What would still be missing
find-at-most = { $step } at most
find-nothing-missing = Your answers leave nothing open here
find-everybody = Everybody who applies shows these as well, and you would gather them on the way:
find-keep = Keep this as the start of my locker
find-keep-register = Keep this and register
find-unknown = These would fit too, but their rules are not known here yet. Please ask the coordinator:
find-others = The other categories, the nearest first
find-how = How we got this answer
find-how-text = Your answers were judged by the same rules as a real application on this day. We took your word for them, and for granted that you can show them with dates, that your work was paid and came after your degree, that your trainings were taught and name what they were about, and that your supervision came from somebody endorsed as a Mentor – Clinical. It is a first look and no decision.

# The start of a locker.
find-start-title = The start of your locker
find-start-ask = We can keep your answers and lead you from each to an entry. Nothing is entered for you: only you know the days and the places.
find-start-lead = Each answer can become an entry of your locker. We have filled in what you told us; you add the days and the places.
find-start-keep = Keep my answers
find-start-leave = Go on without them
find-start-entries = What they can become
find-start-none = Your answers name nothing that could be an entry yet.
find-start-begun = Begun
find-start-open = To complete
find-start-compare = See how my locker stands
find-start-forget = Forget my answers
find-draft-education = We do not know yet from which school, and when.
find-draft-work = We do not know yet where, and from when to when.
find-draft-work-years = { $n ->
    [one] At least one year. We do not know yet where, and from when to when.
   *[other] At least { $n } years. We do not know yet where, and from when to when.
}
find-draft-trainings = { $n ->
    [one] One hour or more. Add each training with its day, its hours and its competency areas.
   *[other] { $n } hours or more. Add each training with its day, its hours and its competency areas.
}
find-draft-rsc = { $n ->
    [one] One hour or more. Add who gave it, when, and how many hours each.
   *[other] { $n } hours or more. Add who gave it, when, and how many hours each.
}
find-draft-leadership = We do not know yet what you did, and from when to when.
said-answers-kept = Your answers are kept. Complete them whenever you like.
said-answers-forgotten = Your answers are forgotten. What you have entered stays.
