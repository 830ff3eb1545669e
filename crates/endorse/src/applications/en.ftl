applications-new-title = Start an application
applications-new-lead = Choose the category that fits your work. You can start collecting at once; fees and formalities can wait.
applications-category = Category
applications-not-sure = Not sure which?
applications-not-sure-text = Each category has a page that says whom it is for and what it asks.
applications-compare = Compare the categories
applications-stand = How your locker would stand for each category
applications-start = Start
applications-cancel = Cancel
applications-open-already = You already have an open application for this category. Please go on with that one.
applications-go-to-open = Go to your open application
said-application-started = Your application is open. Add evidence whenever you like; everything is kept.
said-application-withdrawn = Your application is withdrawn. Your locker is untouched.

applications-list-title = Your applications
applications-another = Start another
applications-none-title = No application yet
applications-none-text = An application asks for one category of endorsement. It draws on your locker, tells you at any moment what counts and what is missing, and keeps its rules even if they change later.
applications-none-example = Example: Infant Family Specialist, file IFS 26-009, 12 of 14 requirements met.
applications-none-do = Start an application
applications-none-locker = Fill your locker first

applications-home-title = Your application
applications-rules-of = rules of { $day }
applications-rules-version = rules of version { $version }
applications-what-it-asks = what it asks
applications-not-yet = { $n ->
    [0] Not there yet. None of { $all } is met.
    [one] Not there yet. 1 of { $all } is met.
   *[other] Not there yet. { $n } of { $all } are met.
}
applications-yes = Yes, everything that is asked is there.
applications-yes-but-person = { $n ->
    [one] Yes, as far as we can count. One thing needs a person.
   *[other] Yes, as far as we can count. { $n } things need a person.
}
applications-headline-submitted = Submitted. We have your application.
applications-headline-in-review = Your application is being reviewed.
applications-headline-approved-for-exam = Approved. The written exam comes next.
applications-headline-exam-passed = You passed the exam.
applications-headline-endorsed = You are endorsed. Congratulations!
applications-headline-deferred = Not now.
applications-headline-on-hold = Your application is on hold.
applications-headline-withdrawn = You withdrew this application.
applications-headline-expired = This application has run out.
applications-lead-submitted = Since { $day }. Nothing for you to do now. We write to you when the review begins.
applications-lead-in-review = Since { $day }. Reviewers are reading what you submitted. Nothing for you to do now.
applications-lead-more-information = Asked on { $day }. Please read the letter below, add what is missing, and submit again.
applications-lead-approved-for-exam = Since { $day }. The coordinator tells you the dates of the exam.
applications-lead-exam-passed = Since { $day }. The endorsement itself is being prepared.
applications-lead-endorsed = Since { $day }. You find your certificate under Endorsements.
applications-lead-deferred = Decided on { $day }. The letter says why. You can start again when you are ready; your locker is untouched.
applications-lead-on-hold = Since { $day }. It goes on where it was.
applications-lead-withdrawn = On { $day }. Your locker is untouched, and you can start again.
applications-lead-expired = On { $day }. Your locker is untouched, and you can start again.
applications-tally-met = { $n } met
applications-tally-person = { $n ->
    [one] 1 needs a person
   *[other] { $n } need a person
}
applications-tally-todo = { $n } not yet

applications-next = Next step
applications-next-education = Put your degree into the locker
applications-next-education-text = Many other rules count from the day of a degree, so begin here.
applications-next-education-do = Add a degree
applications-next-background = Put in your degree or your work
applications-next-background-text = For this category a degree will do, and so will enough work. Put in what you have.
applications-next-background-do = Go to your locker
applications-next-work = List your work with babies and families
applications-next-work-text = Jobs, with first and last day. Overlapping days count once; we do the arithmetic.
applications-next-work-do = Add work
applications-next-references = Name the people who can rate your work
applications-next-references-text = It takes two minutes. People need time to answer, so ask first and go on with your hours while you wait.
applications-next-references-do = Name a person
applications-next-sign-text = Read it in your own time; signing takes a minute.
applications-next-sign-do = Read and sign
applications-next-sign = Read and sign
applications-next-payments = Say how your fees will be paid
applications-next-payments-text = Tell the coordinator for each payment whether you send a check or a transfer, or your employer pays.
applications-next-payments-do = Go to payments
applications-next-confirm = Confirm your e-mail address
applications-next-confirm-text = We sent you a letter with a link. Everything else works meanwhile, except submitting.
applications-next-confirm-do = Look at your messages
applications-next-submit = Check your answers and submit
applications-next-submit-text = All that can be counted is there. Look at it once more, then hand it in.
applications-next-submit-do = Check and submit
applications-next-again = Submit again
applications-next-again-text = Once you have added what the letter asks for, check your answers and hand them in again.
applications-next-again-do = Check and submit

applications-changes = Changed in your locker since you submitted
applications-changes-text = Reviewers see what you submitted. These changes come into play only if you are asked to submit again.
applications-later = After submission come the review and then: { $what }. Nothing to do for that now.
applications-check = Check your answers
applications-withdraw = Withdraw
applications-people = Your raters
applications-people-none = Nobody at the moment.
applications-person-asked = Asked
applications-person-opened = Opened
applications-person-started = Begun
applications-person-submitted = Answered
applications-person-declined = Said no
applications-person-bounced = The letter came back
applications-person-void = Answered, too little to count
applications-person-to-name = To name
applications-dates = Dates
applications-messages = Messages
applications-messages-none = No messages yet.
applications-also = Also here
applications-references = References
applications-past = What has happened
applications-by = { $association }
applications-event-application-started = Application started
applications-event-of-fee = { $what }: { $fee }
applications-event-charge-promised = Payment promised
applications-event-promise-withdrawn = Promised payment taken back
applications-event-charge-confirmed = Payment received
applications-event-charge-reopened = Payment opened again
applications-event-charge-waived = Payment waived
applications-decision-more-information = More information is needed
applications-decision-deferred = Decision: not now
applications-decision-approved-for-exam = Decision: approved for the exam
applications-decision-endorsed = Decision: endorsed

applications-state-preparing = Preparing
applications-state-submitted = Submitted
applications-state-in-review = In review
applications-state-more-information = More information asked
applications-state-approved-for-exam = Approved for the exam
applications-state-exam-passed = Exam passed
applications-state-endorsed = Endorsed
applications-state-deferred = Deferred
applications-state-on-hold = On hold
applications-state-withdrawn = Withdrawn
applications-state-expired = Expired

applications-check-title = Check your answers
applications-blocked = { $n ->
    [one] One thing is in the way
   *[other] { $n } things are in the way
}
applications-blocked-text = { $n ->
    [one] Once this is settled, you can submit. Nothing that you have entered is lost.
   *[other] Once these are settled, you can submit. Nothing that you have entered is lost.
}
applications-see-requirement = See the requirement
applications-block-charge = Please say how it will be paid.
applications-block-address = Your e-mail address is not confirmed
applications-block-address-text = Open the link in the letter that we sent you when you registered.
applications-asked = What you were asked
applications-unchanged = Nothing in your locker has changed since you last handed it in. If you send it like this, the reviewers will see the same file again. Add or correct what was asked first, or write to the coordinator if you have a question.
applications-for-a-person = A person will look at this
applications-for-a-person-text = Arithmetic cannot tell here. You can submit; the association decides.
applications-answers = What you would submit
applications-payment = Payment:
applications-submit-shares = You agree that the association, and the reviewers to whom it gives your file, read it.
applications-submit-means = Submitting freezes what your locker holds today, together with the rules and what they say about it. You can go on using your locker; later changes do not change what is reviewed.
applications-submit = Submit my application
applications-not-now = Not now
applications-go-on = Go on preparing
applications-done-title = Submitted
applications-done-number = Your file number is
applications-done-next = What happens next
applications-done-1 = The coordinator looks at your file and gives it to reviewers.
applications-done-2 = If something is missing, we write to you and your application opens again.
applications-done-3 = You get every decision as a letter, in your messages and by e-mail.
applications-done-frozen = How do I know that nothing changes?
applications-done-frozen-text = What you submitted is kept word for word. This is its fingerprint (SHA-256); any change would give another one.
applications-done-home = Go to your application

applications-withdrawal-title = Withdraw this application?
applications-withdrawal-text = It ends here and cannot be taken up again. Your locker, your signatures and your ratings’ records stay; you can start a new application at any time.
applications-withdrawal-do = Withdraw
applications-withdrawal-no = Keep it

applications-submitted-subject = Your application { $number } is submitted
applications-submitted-body = We have received your application { $number }. What you submitted is kept as it is today.

    We write to you when the review begins or when something is missing. There is nothing for you to do now.
applications-arrived-subject = { $number }: { $name } has submitted
applications-arrived-body = { $name } has submitted the application { $number }. It waits on your desk for reviewers.
applications-block-membership = You have said how you will pay, and nothing more is yours to do. The coordinator confirms it when the money is there; then you can submit.
applications-wait-raters = Nothing for you to do right now. We wait for your raters; they are listed on this page.
applications-wait-payment = Nothing for you to do right now. We wait until the coordinator has confirmed your membership; you find the payment under Payments.
applications-wait-both = Nothing for you to do right now. We wait for your raters, listed on this page, and until the coordinator has confirmed your membership; you find the payment under Payments.
applications-wait-others = Nothing for you to do right now.
applications-more-asked = The association asks for more. Please read its letter.
applications-endorsed-title = Your endorsement
applications-endorsed-text = How it stands today, when it is to be renewed, and the certificate and badge.
applications-endorsed-do = See your endorsements

applications-pin-choose-title = New rules have taken effect
applications-pin-choose-text = Your application was submitted under the { $old } and stays with them. Since { $day } the { $new } are in force. You may stay or move; until you choose, nothing changes.
applications-pin-stayed-title = You stayed with the { $old }
applications-pin-stayed-text = Since { $day } the { $new } are in force. You may still move to them while your application is open.
applications-pin-follow-title = New rules hold for your application
applications-pin-follow-text = Whatever is submitted from { $day } on is judged by the { $new }. You have not submitted yet, so they hold for you and the { $old } no longer do. This is how your association applies its rules; it is not a choice.
applications-pin-coming-title = New rules are coming
applications-pin-coming-text = If you submit before { $day }, the { $old } hold. From that day on the { $new } hold.
applications-pin-decided-title = The rules of the day of decision will hold
applications-pin-decided-text = The rules that are in force on the day of the decision hold: from { $day } on, the { $new }; before, the { $old }.
applications-pin-held-title = You are held to the { $old }
applications-pin-held-text = Your association decided so and gave this reason: { $reason }
applications-pin-desk-choose-title = Newer rules have taken effect
applications-pin-desk-choose-text = Submitted under the { $old }; since { $day } the { $new } are in force. The applicant may stay or move and has not chosen yet.
applications-pin-desk-stayed-title = Stayed with the { $old }
applications-pin-desk-stayed-text = Since { $day } the { $new } are in force. The applicant chose to stay and may still move while the file is open.
applications-pin-desk-follow-title = Newer rules hold
applications-pin-desk-follow-text = Not submitted yet: whatever is submitted from { $day } on is judged by the { $new }, no longer by the { $old }.
applications-pin-desk-coming-title = New rules are coming
applications-pin-desk-coming-text = If this file is submitted before { $day }, the { $old } hold; from that day on the { $new }.
applications-pin-desk-decided-title = The rules of the day of decision hold
applications-pin-desk-decided-text = From { $day } on that is the { $new }; the file was judged by the { $old }.
applications-pin-desk-held-title = Held to the { $old }
applications-pin-desk-held-text = Reason on record: { $reason }
applications-pin-stand = { $n ->
    [one] By the { $rules }, 1 of { $all } requirements is met.
   *[other] By the { $rules }, { $n } of { $all } requirements are met.
}
applications-pin-move = Move to the new rules
applications-pin-stay = Stay with the old rules
applications-pin-subject = Which rules hold for { $number }
applications-pin-told-stayed = You chose to stay: your application { $number } is judged by the { $rules }. While it is open you may still move.
applications-pin-told-moved = You chose to move: your application { $number } is judged by the { $rules } from now on.
applications-pin-told-grandfathered = Your association holds your application { $number } to the { $rules } and gives this reason:

    { $reason }
applications-event-rules-stayed = Stayed with the earlier rules
applications-event-rules-moved = Moved to the newer rules
applications-event-rules-followed = The rules of the day of submission hold
applications-event-rules-grandfathered = Held to earlier rules, with a reason
said-application-stayed = You stay with the rules that you had.
said-application-moved = The new rules hold from now on.

applications-exam = Your exam
applications-exam-part = Part { $part }
applications-exam-passed = Passed
applications-exam-failed = Not passed yet
applications-exam-open = No result yet
applications-exam-day = Taken on { $day }
applications-exam-percent = Taken on { $day }: { $percent } %
applications-exam-ask = To sign up, to learn your date, or if you need an accommodation, ask the endorsement coordinator:
applications-exam-contacts = all contacts

# Somebody who helps along.
applications-advisor = Your advisor
applications-advisor-since = since { $day }
applications-advisor-now = Sees what is met, what is missing and when something was last changed. No documents, nothing that references wrote, no payments.
applications-advisor-gone = Is no longer an advisor here, and sees nothing of yours.
applications-advisor-end = End the advising
applications-advisor-offered = { $name } could advise you
applications-advisor-offered-text = { $association } suggests { $name } as your advisor: somebody who knows the way and can tell you what to do next. You decide. Nothing is shown before you agree, and you can end it at any time.
applications-advisor-sees = What { $name } would see
applications-advisor-sees-met = which requirements are met and which are not
applications-advisor-sees-next = what is missing, and the next steps
applications-advisor-sees-references = how many references have come in
applications-advisor-sees-day = when something was last changed
applications-advisor-not = What stays with you
applications-advisor-not-entries = your entries and documents
applications-advisor-not-references = who your raters are, and what they say
applications-advisor-not-notes = notes, drafts and messages
applications-advisor-not-payments = fees and payments
applications-advisor-notes = If { $name } notes a talk with you (day, minutes, a line), you find it in the file with your data.
applications-advisor-agree = I agree
applications-advisor-refuse = No, thank you
applications-event-advisor-proposed = An advisor proposed
applications-event-advising-agreed = Advising agreed to
applications-event-advising-declined = Advisor declined
applications-event-advising-ended = Advising ended
