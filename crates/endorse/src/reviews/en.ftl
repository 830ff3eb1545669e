reviews-title = { $n ->
    [0] Nothing waits for you
    [one] One file waits for you
   *[other] { $n } files wait for you
}
reviews-lead = You see what was handed in, as it was that day. The arithmetic is done; the judgment is yours.
reviews-empty-title = No files yet
reviews-empty-text = When the coordinator gives you a file, it stands here with its number and category, and you get a message. You read who applies and say that you have no conflict of interest; then the file opens.
reviews-waiting = Waiting
reviews-done = Done
reviews-open = Open
reviews-is-new = New
reviews-is-new-why = Say first whether you have a conflict of interest.
reviews-is-open = In work
reviews-is-done = Done
reviews-is-ended = Ended
reviews-none-waiting = No file waits for you. When the coordinator gives you one, it stands here and you get a message.
reviews-ended-title = This review has ended
reviews-ended-decided = On { $day } the association decided about this file before the review was finished. There is nothing left for you to do. Thank you for the time you gave it; what you had written stays with the coordinator.
reviews-ended-taken-back = On { $day } the coordinator took this file back. There is nothing left for you to do; what you had written stays with the coordinator.
reviews-ended-conflict = On { $day } you said that you have a conflict of interest, or may have one. The file went back to the coordinator, and there is nothing left for you to do.
reviews-ended-back = To your reviews
reviews-families = { $n ->
    [one] One family
   *[other] { $n } families
}

reviews-applicant = Who applies
reviews-employers = Works or worked for
reviews-stop = I have found a conflict of interest
reviews-stop-title = Stop because of a conflict of interest
reviews-stop-lead = Your review of this file ends, and the coordinator gives the file to somebody else. What you have written stays with the coordinator. This cannot be undone.
reviews-stop-do = Stop and give the file back
reviews-stop-not = Go on reading
reviews-declare-lead = Before the file opens, please say whether anything could make it hard for you to judge fairly. A conflict is, for example:
reviews-declare-family = you are related to the applicant, or close friends;
reviews-declare-work = you supervise, employ or work with the applicant, or did so in the last years;
reviews-declare-rated = you gave a reference, or have money at stake in the outcome.
reviews-declare-name-is = Your account’s name is { $name }.
reviews-conflict = Do you have a conflict of interest with this file?
reviews-conflict-no = No, and if I find one while reading I will stop and say so
reviews-conflict-yes = Yes, or I am not sure: give the file to someone else
reviews-typed-name = Your name
reviews-typed-name-hint = Typing it signs your declaration. Not needed if you have a conflict.
reviews-not-your-name = Please type your name as your account has it.
reviews-declare-do = Go on
said-reviews-conflict = Thank you. The file has gone back to the coordinator.

reviews-requirements = Requirements
reviews-progress = { $done } of { $of } judged
reviews-not-judged = not judged
reviews-judged = judged
reviews-summary = Summary
reviews-place = Requirement { $n } of { $of }
reviews-counted = What counted
reviews-nothing-counted = Nothing counted.
reviews-ratings = What raters said
reviews-closes = What would close the gap:
reviews-excluded = What did not count, and why
reviews-today = today
reviews-signed = Signed
reviews-exam-part = Written exam, part { $part }
reviews-setting-individual = Individual supervision
reviews-setting-group = Group supervision
reviews-setting-peer = Peer supervision
reviews-relation-program-supervisor = Program supervisor
reviews-relation-department-chair = Department supervisor or chair
reviews-relation-rsc-provider = Provider of reflective supervision
reviews-relation-rsc-recipient = Receives supervision from the applicant
reviews-relation-colleague = Colleague
reviews-relation-student = Student
reviews-relation-teacher = Teacher or trainer
reviews-relation-parent = Parent
reviews-relation-other = Someone else
reviews-before = What you said on { $day }
reviews-before-nothing = This was not asked then.
reviews-unchanged = No entry of the locker has changed since then.
reviews-changed = Changed in the locker since then:
reviews-verdict = Your verdict
reviews-verdict-agree = Agree
reviews-verdict-question = Question
reviews-verdict-disagree = Disagree
reviews-comment = Comment
reviews-comment-hint = Only the coordinator reads this. If you question or disagree, write here why, or ask below.
reviews-say-why = Please say in a sentence what you question or do not agree with, or ask the applicant.
reviews-question = Question to the applicant
reviews-question-hint = The applicant may read this word for word: it goes into the draft of the letter. Please write whole sentences.
reviews-question-never = What raters said is confidential, so nothing can be asked of the applicant here.
reviews-keep-next = Keep and go to the next
reviews-keep-last = Keep and go to the summary
reviews-closed = You have finished this review. It can no longer be changed.
reviews-earlier = Back
reviews-later = Forward
reviews-unjudged = Next not judged
reviews-key-verdict = verdict
reviews-key-next = keep and go on

reviews-missing = { $n ->
    [one] One requirement still needs your verdict. Then you can finish.
   *[other] { $n } requirements still need your verdict. Then you can finish.
}
reviews-your-verdicts = Your verdicts
reviews-recommendation = What do you recommend?
reviews-recommend-endorse = Endorse
reviews-recommend-approve-for-exam = Approve for the exam
reviews-recommend-more-information = Ask for more information
reviews-recommend-defer = Defer: not now
reviews-summary-text = In your words
reviews-summary-hint = What is strong, what is missing, what the coordinator should know. The applicant does not read this.
reviews-not-all-judged = Please give every requirement a verdict first.
reviews-finish = Finish the review
reviews-finish-note = After this you can read your review, but no longer change it.
said-reviews-finished = Thank you. Your review is with the coordinator.

reviews-assigned-subject = A file for you to review: { $file }
reviews-assigned-body = Hello { $name },

    The file { $file } is yours to review. First you say that you have no conflict of interest; then it opens. The arithmetic is done already, so half an hour is usually enough. You can stop at any time: everything is kept.
reviews-told-conflict-subject = { $file } needs another reviewer
reviews-told-conflict-body = Hello { $name },

    { $reviewer } has a conflict of interest with { $file } and has given it back. Please choose somebody else.
reviews-told-finished-subject = { $file } has been reviewed
reviews-told-finished-body = Hello { $name },

    { $reviewer } has finished the review of { $file }. The findings are on the file’s page.
reviews-told-ended-subject = { $file }: your review is no longer needed
reviews-told-ended-body = Hello { $name },

    The association has decided about the file { $file } before your review was finished. There is nothing left for you to do. Thank you for the time you gave it.
reviews-told-taken-back-subject = { $file } has been taken back
reviews-told-taken-back-body = Hello { $name },

    The coordinator has taken the file { $file } back. There is nothing left for you to do. Thank you for the time you gave it.
