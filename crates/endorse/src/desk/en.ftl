desk-title = { $n ->
    [0] Nothing waits for you
    [one] One thing waits for you
   *[other] { $n } things wait for you
}
desk-title-found = { $n ->
    [0] Nothing fits “{ $q }”
    [one] One open file fits “{ $q }”
   *[other] { $n } open files fit “{ $q }”
}
desk-empty-title = Your desk is clear
desk-empty-text = When somebody starts an application, its file stands here. What needs you comes first: files without a reviewer, reviews to decide, payments to confirm, raters who cannot be reached, renewals.
desk-empty-do = Look at the categories
desk-search = Person or file
desk-order = Most urgent first
desk-keys = for keys
desk-filter = Filter by state
desk-all = All
desk-today = Today
desk-this-week = This week
desk-later = When there is time
desk-files = Open files
desk-found = Files found
desk-none-found = No open file fits.
desk-none-here = Nothing here at the moment.
desk-all-of = Show all { $n }
desk-pages = Pages
desk-page-before = Earlier files
desk-page-after = More files
desk-days = { $n ->
    [0] today
    [one] 1 day
   *[other] { $n } days
}
desk-no-reviewer = Handed in, needs a reviewer
desk-no-reviewer-why = Nobody is asked to judge it at the moment.
desk-reviewed = Reviewed: decide
desk-reviewed-why = All reviews of this file are finished.
desk-exam-passed = Exam passed: endorse
desk-exam-passed-why = Every part is recorded as passed.
desk-promised = { $kind }: payment promised
desk-promised-why = Confirm it when the money is there.
desk-stuck-declined = A rater said no
desk-stuck-bounced = A letter to a rater came back
desk-renewal = Renewal { $cycle } handed in
desk-renewal-why = Look through it and confirm.
desk-do-assign = Give to a reviewer
desk-do-decide = Decide
desk-do-confirm = Confirm payment
desk-do-waive = Waive
desk-do-look = Look

desk-rules = rules { $version }
desk-since = since { $day }
desk-submitted-on = handed in on { $day }
desk-requirements = Requirements
desk-frozen = As handed in on { $day }; later changes to the locker are not in here.
desk-live = As the locker is today. Nothing has been handed in yet.
desk-findings = Reviews
desk-agreed = { $n ->
    [0] Agrees with no requirement yet
    [one] Agrees with one requirement
   *[other] Agrees with { $n } requirements
}
desk-take-back = Take this review back
desk-references = References
desk-no-references = Nobody has been asked yet.
desk-read-rating = Read what { $name } says
desk-rater-asked = asked
desk-rater-bounced = the letter came back
desk-rater-declined = said no
desk-rater-opened = opened
desk-rater-started = begun
desk-rater-submitted = answered
desk-rater-void = answered, too little to count
desk-rater-expired = too old to count
desk-documents = Documents
desk-no-documents = No documents yet.
desk-timeline = What happened
desk-decide = Decision
desk-not-decided = Nothing has been decided yet.
desk-file-closed = Opening this file goes on record, with your name. Its applicant reads that an auditor opened it, and when. For an hour you then see the file and the documents handed in with it.
desk-file-open = Open the file
desk-decide-unassigned = More cannot be decided until a reviewer has the file. Give it to one under “Reviewers”.
desk-decide-before-exam = You can endorse when every part of the exam is recorded as passed.
desk-documents-later = You see the applicant’s documents once the application has been handed in. Until then they are theirs alone.
desk-reviewers-later = A reviewer can be asked once the application has been handed in.
desk-nobody-judges = No reviewer was asked.
desk-nothing-to-decide = There is nothing to decide at this point.
desk-reviewers = Reviewers
desk-reviewer = Who is to judge?
desk-assign = Give the file to them
desk-no-more-reviewers = Nobody else has the role of reviewer and may judge this file.
desk-no-reviewers = There is nobody left who may judge this file. Give somebody the role of reviewer first.
desk-who-may-judge = The applicant, the raters of this file and whoever advises or has advised the applicant are not on the list.
desk-review-asked = Asked
desk-review-open = Reading
desk-review-done = Finished
desk-review-withdrawn = Taken back
desk-review-ended = Ended by the decision
desk-review-gone = No longer a reviewer
desk-review-gone-why = { $name } is no longer a reviewer and cannot open this file any more. Please take the review back and choose somebody else.
desk-exam = Exam
desk-exam-part = Part { $part }
desk-exam-met = Passed
desk-exam-todo = Not passed
desk-record-result = Record a result
desk-record-do = Keep this result
desk-part = Which part?
desk-percent = Percent right
desk-percent-hint = A whole number from 0 to 100. Part 1 needs it.
desk-percent-missing = Please give the percentage of part 1.
desk-not-percent = Please give a whole number from 0 to 100.
desk-passed = Was it passed?
desk-taken-on = Day of the exam
desk-money = Money
desk-no-money = Nothing is to be paid.
desk-paid-due = To be paid
desk-paid-promised = Promised
desk-paid-confirmed = Received
desk-paid-waived = Waived
desk-contact-unconfirmed = Address not confirmed: this person has not shown that it is theirs, and letters do not go there
desk-contact = Contact
desk-cancel = Cancel

desk-confirmation-title = Confirm a payment
desk-confirmation-do = The money is here
desk-amount = Amount received
desk-not-money = Please give an amount like 25 or 12.50.
desk-note = Note
desk-note-hint = For example the check’s number.
desk-do-reopen = This was a mistake
desk-reopening-title = Take back what was entered about this payment
desk-reopening-means = The payment is open again, as before it was confirmed or waived. If a membership began with it, that membership no longer counts. What was handed in or decided meanwhile stays as it is. The person gets a letter with your reason.
desk-reopening-hint = The person reads it: “Entered for the wrong person”.
desk-reopening-do = Open the payment again
said-desk-reopened = The payment is open again, and the person has a letter.
said-desk-charge-moved-on = That payment stands otherwise by now. How it stands is on this page.
desk-waiver-means = The person gets a letter that nothing is asked for. Your reason is not in it.
desk-waiver-membership = The membership begins today without payment, as if it were paid, and the person gets a letter that says so. Your reason is not in it.
desk-waiver-title = Waive a payment
desk-waiver-do = Waive it
desk-reason = Reason
desk-reason-hint = Stays in the record, with your name.

desk-outcome-more-information = Ask for more information
desk-outcome-approved-for-exam = Approve for the exam
desk-outcome-endorsed = Endorse
desk-outcome-deferred = Defer
desk-against-unmet = By the rules, this is not met: { $what }.
desk-against-met = By the rules, everything that is asked is met.
desk-against-unreviewed = No reviewer has finished judging what was handed in.
desk-override = Why do you decide so all the same?
desk-override-hint = Stays in the record with your name and today’s date. The applicant does not read it.
desk-override-needed = Please give the reason for deciding against the rules, in a sentence that can be read years later.
desk-letter = Letter to the applicant
desk-letter-hint = It goes to the applicant’s inbox and by e-mail, exactly as it stands here.
desk-reads = Reads { $language }
desk-letter-language = The applicant reads: { $language }
desk-letter-so-far = What counts so far: { $stands }
desk-cautions = Before you decide
desk-caution-recommends = { $name } recommends: { $what }.
desk-caution-doubts = { $name } questions or disagrees with: { $what }.
desk-caution-helped = You have worked in the locker of { $name } on their behalf. If there is another coordinator, leave the decision to them; the file shows both.
desk-caution-unpaid = Not paid yet: { $what }.
desk-caution-person = The rules leave to a person: { $what }.
desk-remarks = What reviewers told you
desk-remarks-lead = Only you read this. A remark reaches the applicant if you put it into the letter, where you can still change its words.
desk-remarks-asked = What reviewers asked the applicant is in the draft already, as they wrote it.
desk-remark-include = Put into the letter
desk-remark-never = About ratings, so it stays confidential.
desk-asks-applicant = Asks the applicant:
desk-review-conflict = Gave it back: conflict of interest
desk-decide-do = Decide and send the letter
desk-letter-unsaid = Please say in the letter what is meant by “– …”.
desk-letter-without = Please say in the letter what is asked for, or why; its draft with that taken out tells the applicant nothing.
desk-letter-subject = Decision on your application { $file }
desk-letter-more-information = Dear { $name },

    Thank you for your application for { $category } ({ $file }). It has been looked through, and before we can decide, we ask you for a little more:

    { $list }

    Your file is open again: please complete it and hand it in once more. Everything that is there already stays there.

    With kind regards,
    { $association }
desk-letter-approved-for-exam = Dear { $name },

    Your application for { $category } ({ $file }) is complete but for the exam. You are approved for the exam. We will write to you about its date.

    With kind regards,
    { $association }
desk-letter-endorsed = Dear { $name },

    Congratulations: you are endorsed as { $category }. Thank you for the care that went into your application ({ $file }), and for your work with babies and families.

    You may write { $letters } after your name. { $renewal } The page that this letter leads to has your number, your certificate and your digital badge.

    The public registry lists your name, category, number and dates, nothing else. If you would rather not be listed, you can say so on the same page; your certificate can be checked either way.

    With kind regards,
    { $association }
desk-letter-deferred = Dear { $name },

    Thank you for your application for { $category } ({ $file }). It has been looked through with care. At this time the evidence does not yet show what this category asks, so we have decided to defer it:

    { $list }

    What you have gathered stays in your locker, and you can apply again. Please write to us if you would like to talk about the next steps.

    With kind regards,
    { $association }

desk-event-other = Another step, kept in the record
desk-event-application-application-started = Application started
desk-event-helping-help-started = Help with the locker began
desk-event-helping-help-called-off = The person ended the help with the locker
desk-event-application-help-ended = Help with the locker ended
desk-event-entry-entry-added = Entry added for the person
desk-event-entry-entry-corrected = Entry corrected for the person
desk-event-entry-entry-removed = Entry removed for the person
desk-event-entry-entry-restored = Entry put back for the person
desk-event-document-document-added = Document added for the person
desk-event-document-document-removed = Document removed for the person
desk-event-document-document-restored = Document put back for the person
desk-event-draft-draft-kept = Draft kept for the person
desk-event-draft-draft-removed = Draft discarded for the person
desk-event-application-file-opened = File opened by an auditor
desk-kept = Kept: legal hold since { $day }, { $reason }
desk-event-file-legal-hold-begun = A hold on the file began: nothing of it is removed
desk-event-file-legal-hold-ended = The hold on the file ended
desk-event-reference-rater-asked = Reference asked
desk-event-reference-rater-address-corrected = A rater’s address corrected
desk-event-reference-rater-reminded = A rater reminded
desk-event-reference-rater-replaced = A rater replaced
desk-event-reference-rating-started = A rating begun
desk-event-reference-rating-submitted = A rating came in
desk-event-reference-rating-declined = A rater said no
desk-event-endorsement-endorsed = Endorsement given
desk-event-charge-charge-confirmed = Payment confirmed
desk-event-charge-charge-reopened = Payment opened again
desk-event-charge-charge-waived = Payment waived
desk-event-charge-charge-promised = Payment promised
desk-event-charge-promise-withdrawn = Promise of a payment taken back
desk-event-advising-advisor-proposed = Advisor proposed
desk-event-advising-advising-agreed = Advising agreed to
desk-event-advising-advising-declined = Advisor declined
desk-event-advising-advising-ended = Advising ended
desk-event-advising-contact-noted = A talk noted by the advisor
desk-event-assignment-assigned = Given to a reviewer
desk-event-assignment-withdrew = Review taken back
desk-event-assignment-declared = Declared to have no conflict of interest
desk-event-assignment-conflict-found = A conflict of interest found by the reviewer
desk-event-assignment-reviewed = Review finished
desk-event-assignment-ended = Review ended by the decision
desk-event-endorsement-endorsement-hold = Endorsement put to rest
desk-event-endorsement-endorsement-resume = Endorsement taken up again
desk-event-endorsement-endorsement-retire = Endorsement retired
desk-event-endorsement-name-corrected = Name on the endorsement corrected
desk-event-endorsement-endorsement-revoke = Endorsement revoked
desk-event-endorsement-endorsement-lapse = Endorsement ended, not renewed
desk-event-decision-decided-more-information = Decision: more information
desk-event-decision-decided-approved-for-exam = Decision: approved for the exam
desk-event-decision-decided-endorsed = Decision: endorsed
desk-event-decision-decided-deferred = Decision: deferred
desk-event-exam-result-recorded = Exam result recorded
desk-message-to = “{ $subject }” to { $name }
desk-mail-sent = kept in the inbox, e-mail sent
desk-mail-failed = kept in the inbox, e-mail came back
desk-mail-waiting = kept in the inbox, e-mail on its way
desk-mail-kept-back = kept in the inbox; not sent by e-mail, since the address was not confirmed
desk-letter-sent = e-mail sent
desk-letter-failed = e-mail came back
desk-letter-waiting = e-mail on its way
desk-earlier = { $n ->
    [one] One earlier entry
   *[other] { $n } earlier entries
}

said-desk-assigned = The reviewer has been asked.
said-desk-taken-back = The review has been taken back.
said-desk-moved-on = That cannot be decided here now. Where the file stands, and what was decided, is on this page.
said-desk-decided = Decided. The letter is on its way.
said-desk-confirmed = The payment is confirmed.
said-desk-waived = The payment is waived.
said-desk-exam-passed = Kept. Every part is passed: you can endorse now.
said-desk-result-kept = The result is kept.

desk-rules-title = Hold to earlier rules
desk-rules-lead = An open file may be judged by an earlier version, for example because the person began in good faith under it. The applicant reads your reason.
desk-rules-version = By which rules?
desk-rules-reason = Why?
desk-rules-reason-hint = At least 20 characters. It stays in the record with your name, and the applicant reads it.
desk-rules-reason-needed = Please give the reason in a sentence that the applicant can read and that can be understood years later.
desk-rules-do = Hold to these rules
desk-against-overtaken = Newer rules hold on the day of decision than those this file was judged by.
desk-event-application-rules-stayed = Stayed with the earlier rules
desk-event-application-rules-moved = Moved to the newer rules
desk-event-application-rules-followed = The rules of the day of submission hold
desk-event-application-rules-grandfathered = Held to earlier rules
said-desk-held = The file is held to these rules, and the applicant is told why.

desk-claim = Says: member of { $association }
desk-claim-why = Confirm it, or say why not.
desk-claim-title = A membership
desk-claim-of = Member of
desk-claim-span = From – until
desk-claim-document = Document
desk-claim-confirm = Confirm this membership
desk-claim-decline-title = Or decline it
desk-claim-decline = Decline
desk-claim-reason-hint = The person reads it in a message.
desk-claim-undo-title = Was this a mistake?
desk-claim-undo-lead = The membership then no longer counts, and what was to be paid for it is due again.
desk-claim-undo = Undo the confirmation
said-desk-member = The membership is confirmed. The person has been told.
said-desk-no-member = Done. The person has been told.

desk-no-money-came = Nothing has come with an amount of 0. To ask for nothing, waive the payment and give the reason.
desk-payments-title = Payments
desk-payments-open = Open
desk-payments-due = To be paid
desk-payments-promised = Promised
desk-payments-paid = Received
desk-payments-waived = Waived
desk-payments-none = No payment fits.
desk-payments-before = Earlier payments
desk-payments-after = More payments
desk-payments-together = Confirm the chosen payments
desk-payments-together-means = Everything chosen is confirmed with the amount beside it, or nothing is.
desk-way-check = by check
desk-way-transfer = by bank transfer
desk-way-employer = the employer pays
desk-way-member = says: member already
said-desk-confirmed-together = The chosen payments are confirmed.
desk-none-chosen = Nothing is chosen yet, and nothing has been confirmed. Please choose the payments that have come.

## Helping somebody
help-title = Help { $name } with the locker
help-lead = For an hour you enter and correct entries and documents in { $name }’s locker. They are told at once, and read in their trail what you did. You cannot sign, ask for ratings, submit or pay for them.
help-reason = Why
help-reason-hint = One line that they read too: “Cannot scan the certificates”.
help-agreed = How they agreed
help-way-phone = By phone
help-way-mail = By e-mail
help-way-in-person = In person
help-do = Open the locker
help-started-subject = { $helper } is helping you with { $number }
help-started-body =
    Dear { $name },

    { $helper } has opened your locker to help you with { $number }. The reason given: { $reason }. How you agreed to it: { $agreed }.

    It is open to them for at most an hour. Everything they enter or change is in your trail. You can end it at any time, on the page of your locker or of your trail. If you did not agree to this, end it there and write to us at once.
said-help-ended = You have finished helping. Locker and documents are your own again.

# Advisors.
desk-advisor = Advisor
desk-advisor-who = Who could help along?
desk-advisor-choice = { $name } ({ $n ->
    [0] advises nobody
    [one] advises one person
   *[other] advises { $n } people
})
desk-advisor-propose = Propose
desk-advisor-why = The applicant is asked first; until they agree the advisor sees nothing. Their raters and whoever judges a file of theirs are not on the list.
desk-advisor-asked = asked the applicant
desk-advisor-agreed = advises
desk-advisor-gone = no longer an advisor
desk-advisor-end = End the advising
desk-no-advisors = There is nobody who may advise this person. An administrator can invite somebody to the role of advisor.
said-desk-advisor-proposed = The applicant has been asked.
