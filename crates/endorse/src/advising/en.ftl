# Advisors and whom they help along.
nav-advising = Advising
advising-title = Whom you advise
advising-lead = Where each of them stands and what they need next. Whoever has changed nothing for longest comes first.
advising-waiting =
    { $n ->
        [one] One person has been asked whether you may advise them. You see who it is once they agree.
       *[other] { $n } people have been asked whether you may advise them. You see who they are once they agree.
    }
advising-empty-title = Nobody yet
advising-empty-text = The endorsement coordinator proposes you to somebody; when they agree, they stand here with what is met, what is missing and the next steps.
advising-empty-example = For example: “Last changed on February 3. 9 requirements met, 4 still open. Next: 6 more hours of reflective supervision.”
advising-next = Next:
advising-closed-gone = An application that was decided or withdrawn is no longer shown.
advising-pages = More people
advising-before = Before
advising-after = More
advising-changed = last changed on { $day }
advising-quiet =
    { $n ->
        [one] Nothing changed for one day
       *[other] Nothing changed for { $n } days
    }
advising-steps = Next steps
advising-steps-words = In the words that { $name } reads.
advising-steps-none = Nothing is missing that the applicant could do now.
advising-references = References
advising-references-in =
    { $n ->
        [0] None has come in
        [one] One has come in
       *[other] { $n } have come in
    }
advising-references-asked =
    { $n ->
        [0] No answer is outstanding
        [one] One was asked for and has not been answered
       *[other] { $n } were asked for and have not been answered
    }
advising-references-open =
    { $n ->
        [0] Somebody was asked for each of them
        [one] For one nobody has been asked yet
       *[other] For { $n } nobody has been asked yet
    }
advising-talks = Your talks
advising-talks-none = Nothing noted yet.
advising-talk-day = Day
advising-talk-minutes = Minutes
advising-talk-note = What it was about
advising-talk-note-hint = A line, if you like. They find day, minutes and this line in their own data; the coordinator sees only that something was noted.
advising-talk-do = Note the talk
advising-not-minutes = Please give whole minutes, 1 to 1440.
advising-minutes =
    { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
advising-hours =
    { $n ->
        [one] One talk noted, { $hours } h.
       *[other] { $n } talks noted, { $hours } h together.
    }
advising-limits = You see this because { $name } agreed. Entries, documents, raters and payments are not shown to advisors.
advising-end = End the advising
advising-end-text = { $name } and the coordinator are told, and this page is gone for you at once. What you noted of talks stays.
advising-end-do = End it
said-advising-agreed = Thank you. Your advisor can see now where you stand.
said-advising-declined = Thank you. Nothing was shown to anybody.
said-advising-ended = The advising has ended. The others have been told.
said-advising-noted = Noted.

advising-told-proposed-subject = { $association } proposes an advisor for { $file }
advising-told-proposed-body =
    Hello { $name },

    { $association } proposes { $advisor } as your advisor for { $file }: somebody who helps you along. On your application’s page you read what an advisor would see and what not, and agree or say no. Nothing is shown before you agree.
advising-told-taken-back-subject = The proposal of an advisor for { $file } was taken back
advising-told-taken-back-body =
    Hello { $name },

    The proposal that { $advisor } advise you on { $file } has been taken back. Nothing was shown.
advising-told-begun-subject = { $person } agreed: you advise them on { $file }
advising-told-begun-body =
    Hello { $name },

    { $person } agreed that you advise them on { $file }. You see now what is met, what is missing and the next steps. If it does not fit, you can end it on the same page.
advising-told-agreed-subject = { $person } agreed to the advisor for { $file }
advising-told-agreed-body =
    Hello { $name },

    { $person } agreed that { $advisor } advises them on { $file }.
advising-told-declined-subject = { $person } does not wish an advisor for { $file }
advising-told-declined-body =
    Hello { $name },

    { $person } said no to { $advisor } as advisor for { $file }. Nothing was shown. You can propose somebody else.
advising-told-over-for-person-subject = The advising for { $file } has ended
advising-told-over-for-person-body =
    Hello { $name },

    { $advisor } no longer advises you on { $file } and sees nothing of it any more. { $by ->
        [advisor] { $advisor } ended it.
       *[other] The endorsement coordinator ended it.
    } If you wish another advisor, please write to the coordinator.
advising-told-over-for-advisor-subject = The advising for { $file } has ended
advising-told-over-for-advisor-body =
    Hello { $name },

    You no longer advise { $person } on { $file }. { $by ->
        [applicant] { $person } ended it.
       *[other] The endorsement coordinator ended it.
    } Thank you for your help.
advising-told-over-for-desk-subject = The advising for { $file } has ended
advising-told-over-for-desk-body =
    Hello { $name },

    { $advisor } no longer advises { $person } on { $file }. { $by ->
        [advisor] { $advisor } ended it.
       *[other] { $person } ended it.
    } You can propose somebody else.
