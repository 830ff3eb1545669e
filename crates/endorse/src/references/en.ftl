# References, as the applicant sees them.
references-title = References
references-back = Your application
references-lead = People who know your work rate it in confidence. Each of them gets a letter with a link of their own and needs no account. It takes about ten minutes.
references-asked-for = What is asked for
references-no-number = No number is known for these rules. Please ask three people, and write to the coordinator if you are not sure.
references-or = or
references-anyone = Someone who knows your work
references-nobody = Nobody yet
references-people = People you have asked
references-nobody-yet = You have not asked anybody yet. Good people to ask have known your work for a year or more.
references-since = since { $day }
references-waived = you waived reading it
references-kept = you kept the right to read it
references-suggests = They suggest to ask: { $someone }
references-suggestion = They suggest to ask
references-ask = Ask someone
references-closed = This application is closed, so nobody can be asked for it any more.
references-confirm-first = Before we write to others for you, please confirm your own address: open the letter that we sent you and press the button in it.
references-confirm-again = Send me that letter again
references-enough = Six people are asked at present. To ask somebody else, open one of them above and take your request back first.
references-enough-today = As many letters as a day allows have gone out for this application. Please go on tomorrow.
references-relation = What are they to you?
references-relation-hint = The form they get is worded for this.
references-name = Their name
references-name-hint = In at most 80 characters.
references-email = Their e-mail address
references-email-hint = A personal address is best: filters at work often hold our letters back.
references-language = In which language should we write to them?
references-language-en = English
references-language-es = Spanish
references-waiver = May you read this rating later?
references-waiver-hint = Your choice is fixed once the letter is sent, and the person is told what you chose. Either choice is fine; neither changes how your application is judged.
references-waive = I waive my right to read this rating
references-keep = I keep my right to read it
references-waiver-why = What does this mean?
references-waiver-because = Many people write more openly when they know that only those who judge your application will read it, and some will only answer then. If you keep the right, you can read the rating once your application has been decided, not before. You always see who has answered and who has not.
references-sign = Sign your choice with your name
references-sign-hint = Your name as your account has it. Typing it is your signature under the choice above.
references-other-name = This is not the name of your account. Please type your name as your account has it.
references-do-ask = Send the letter
references-own-address = This is your own mailbox. A rating has to come from someone else.
references-same-address = This is the mailbox that we wrote to. If the letter got lost, please send a reminder instead.
references-asked-already = You have asked this mailbox for this application already. Please name someone else.
references-asked-lately = We wrote to this mailbox less than seven days ago. Please wait until seven days have passed, or use another address.
references-mailbox-full = This mailbox has had many letters from us since yesterday. Please try again tomorrow, or use another address.
references-written-to = We wrote to
references-right = Right to read
references-waived-you = You waived the right to read this rating.
references-kept-you = You kept the right to read this rating once your application is decided. It is not shown before.
references-waived-long = The applicant waived the right to read this rating.
references-kept-long = The applicant kept the right to read this rating once the application is decided.
references-remind = Remind them
references-remind-text = They get a fresh letter with a new link. The link in the older letter then says so.
references-remind-from = You can send a reminder from { $day } on. We also send one by ourselves two weeks after the first letter.
references-do-remind = Send a reminder
references-correct = Correct the address
references-correct-text = If the letter went to a wrong address: the old link stops working at once, and a new letter goes to the new address.
references-do-correct = Send to the new address
references-replace = Ask someone else instead
references-replace-text = You take your request back. The link stops working at once, and what was begun does not count. Then you can name another person.
references-do-replace = Take the request back
references-relation-program-supervisor = Program supervisor
references-relation-department-chair = Department supervisor or chair
references-relation-rsc-provider = Provider of reflective supervision
references-relation-rsc-recipient = Receives reflective supervision from the applicant
references-relation-colleague = Colleague
references-relation-student = Student
references-relation-teacher = Teacher
references-relation-parent = Parent who was served
references-relation-other = Someone else who knows the work
references-state-asked = Asked
references-state-bounced = The letter came back
references-state-started = Begun
references-state-submitted = Answered
references-state-declined = Said no
references-state-void = Answered, too little to count
references-state-replaced = Taken back
references-state-expired = The link is too old
references-known-for = known for { $months } months
references-rater-endorsed = Endorsed as { $category } since { $day }, as they say themselves.
references-signed-by = Signed by { $name }.
references-signed-mark = Signed with another name
references-signed-otherwise = Signed as “{ $name }”, invited as “{ $rater }”.
references-is-void = { $n } answers are “not enough information”: this form does not count.
references-is-inconsistent = Low ratings come with a recommendation without reservations here. It may be worth asking the rater.
said-rater-asked = The letter is on its way.
said-rater-reminded = A reminder is on its way.
said-reminded-lately = Less than seven days have passed since the last letter. Please wait a little.
said-mailbox-full = This mailbox has had many letters from us since yesterday. Please send the reminder tomorrow.
said-rater-corrected = The old link no longer works, and a letter goes to the new address.
said-rater-replaced = Your request is taken back, and the link no longer works. You can name someone else now.

# Letters to raters.
references-letter-first-subject = { $applicant } asks you for a reference
references-letter-first-body = Hello { $name },

    { $applicant } applies for endorsement as { $category } and has named you as someone who knows their work. { $association } asks you for a reference rating.

    It takes about ten minutes and needs no account. What you answer is saved as you go, so you can stop and come back with the same link until { $until }.

    { $waiver }

    If you would rather not answer, you can say so on the same page. Please do not pass this letter on: the link is meant for you alone.
references-letter-again-subject = Reminder: { $applicant } asks you for a reference
references-letter-again-body = Hello { $name },

    { $applicant } applies for endorsement as { $category } and still hopes for your reference rating. { $association } sends you a fresh link; the one in the earlier letter no longer works.

    It takes about ten minutes and needs no account. The link works until { $until }.

    { $waiver }

    If you would rather not answer, you can say so on the same page; then nobody will remind you again.
references-letter-begun-subject = Your reference for { $applicant } is not finished yet
references-letter-begun-body = Hello { $name },

    You have begun a reference rating for { $applicant }, who applies for endorsement as { $category }. Your answers are kept. { $association } sends you a fresh link to go on; the one in the earlier letter no longer works.

    The link works until { $until }.

    { $waiver }

    If you would rather not answer after all, you can say so on the same page.
references-letter-waived = { $applicant } has waived the right to read your rating. Only those who judge the application and the coordinator read it, and an auditor of the association if one opens the file.
references-letter-kept = { $applicant } has kept the right to read your rating once the application is decided. Before that, only those who judge the application and the coordinator read it, and an auditor of the association if one opens the file.

# Letters to the applicant.
reference-submitted-subject = { $rater } has answered
reference-submitted-body = Hello { $name },

    The reference rating by { $rater } has come in. Thank you for asking them.
reference-void-subject = The rating by { $rater } cannot count
reference-void-body = Hello { $name },

    The reference rating by { $rater } has come in, but it does not say enough about your work to count. That is nobody’s fault. Please ask someone else.
reference-declined-subject = { $rater } cannot answer
reference-declined-body = Hello { $name },

    { $rater } has told us that they cannot give a reference. Please ask someone else.

# The rater's page.
rating-title = Your reference for { $applicant }
rating-your-reference-for = Your reference for
rating-applies = They apply for endorsement as { $category }.
rating-ten-minutes = This takes about ten minutes. You can stop at any time: use the same link to come back until { $until }.
rating-waived = { $applicant } has waived the right to read your answers. Only those who judge the application and the coordinator read them, and an auditor of the association if one opens the file.
rating-kept = { $applicant } has kept the right to read your answers once the application is decided. Before that, only those who judge the application and the coordinator read them, and an auditor of the association if one opens the file.
rating-someone-else = I cannot answer, or someone else should
rating-progress = { $n } of { $of } answers
rating-warning = You chose “not enough information” { $n } times. That is fine. With { $most }, though, a reference cannot count. If you do not know this work well enough, please tell us; it is nobody’s fault.
rating-part = Part { $part } of { $parts }: { $title }
rating-part-done = { $n } of { $of }
rating-you = You and the applicant
rating-endorsed-as = Are you endorsed yourself?
rating-endorsed-hint = If so, please choose your category and give the day since when.
rating-not-endorsed = No, or I am not sure
rating-endorsed-since = Endorsed since
rating-overall = All in all
rating-sending = Sign and send
rating-typed-name = Your name
rating-typed-name-hint = Typing your name here is your signature.
rating-attest = I confirm this
rating-after-sending = Once it is sent, you cannot change it, and the link shows nothing more.
rating-send = Send my reference
rating-later = Save and come back later
rating-send-void = Send it all the same; I know that it cannot count
rating-still-open = { $n ->
    [one] One answer is still open
   *[other] { $n } answers are still open
}
rating-item-open = Please choose an answer. “Not enough information” is one too.
rating-would-be-void = With so many “not enough information” answers, this reference cannot count. You can change some, tell us below that someone else should answer, or choose to send it all the same.
rating-not-months = Please write a number of months up to 1,200; two years are 24.
rating-say-why = Please say why in a few words.
rating-attest-first = Please confirm this before you send.
rating-refusal-text = That is fine, and nobody’s fault. The applicant learns that you cannot answer, and whom you suggest, but not why.
rating-refusal-reason = Why can you not answer?
rating-refusal-reason-hint = A few words, for the coordinator only. For example: I have not seen enough of this work.
rating-refusal-suggestion = Who knows this work better?
rating-refusal-suggestion-hint = A name is enough. We pass it on to the applicant.
rating-refusal-name = Your name
rating-refuse = Tell them that I cannot answer
rating-closed-unknown-title = This link does not work
rating-closed-unknown-text = Perhaps it was not copied whole, or the request was taken back. If you have a newer letter from us, please use the link in it. Otherwise you need not do anything.
rating-closed-older-title = There is a newer letter
rating-closed-older-text = We have sent you a newer letter with a fresh link. Please use that one; nothing that you have answered is lost. Look into your spam folder too.
rating-closed-submitted-title = Thank you
rating-closed-submitted-text = Your reference has reached us. There is nothing more to do, and this link shows nothing more.
rating-closed-declined-title = Thank you for telling us
rating-closed-declined-text = We have let the applicant know that someone else should answer. There is nothing more to do.
rating-closed-expired-title = This link is too old
rating-closed-expired-text = The applicant can have a fresh one sent to you. Nothing that you have answered is lost.
rating-closed-over-title = Your answer is not needed any more
rating-closed-over-text = The application has come to an end meanwhile. Thank you for being ready to help.
rating-closed-own-title = This letter is for someone else
rating-closed-own-text = You are signed in as the person whom this reference is about. If you are the one who was asked, please open the link in your own browser.
said-rating-kept = Your answers are kept. Use the link in our letter to come back.
