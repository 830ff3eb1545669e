# Erasing an account, how long things are kept, what was agreed to.
privacy-erase-title = Erase your account
privacy-erase-lead = Here is what goes and what stays of what is kept about you.
privacy-goes = What goes
privacy-stays = What stays
privacy-goes-account = { $n ->
   *[other] Your account: name, address, password, sessions, second factor, roles that go on.
}
privacy-goes-entries = { $n ->
    [one] One entry of your locker, with its earlier wordings.
   *[other] { $n } entries of your locker, with their earlier wordings.
}
privacy-goes-documents = { $n ->
    [one] One document.
   *[other] { $n } documents.
}
privacy-goes-applications = { $n ->
    [one] One application that did not lead to an endorsement, with what was handed in and what was said about it.
   *[other] { $n } applications that did not lead to an endorsement, with what was handed in and what was said about them.
}
privacy-goes-references = { $n ->
    [one] One reference, with the name and address of whom you asked.
   *[other] { $n } references, with the names and addresses of whom you asked.
}
privacy-goes-messages = { $n ->
    [one] One message.
   *[other] { $n } messages.
}
privacy-stays-record = The record of who did what: with an id that says nothing any more, and without its words.
privacy-stays-applications = { $n ->
    [one] Of one application that led to an endorsement: number, category, days, the decision without its letter.
   *[other] Of { $n } applications that led to an endorsement: number, category, days, the decisions without their letters.
}
privacy-stays-number = Endorsement { $number }: category, days and standing, without your name. Whoever has the number can still check it.
privacy-stays-named = Endorsement { $number }: category, days and standing; and your name as it was issued, for as long as the association has set.
privacy-stays-charges = { $n ->
    [one] One fee: amount and days, without your name.
   *[other] { $n } fees: amounts and days, without your name.
}
privacy-stays-decisions = What you decided or judged in a role, as done by a former member of staff.
privacy-erase-before = You may want to take your data with you first:
privacy-erase-wait = You are signed out everywhere and have seven days to think again: sign in, and nothing is erased. After that it cannot be undone.
privacy-erase-type = To go on, type: { $word }
privacy-erase-word = erase
privacy-erase-word-label = The word
privacy-erase-word-wrong = This is not the word above.
privacy-erase-do = Erase my account
privacy-erase-held = A file of yours must be kept for now, because of a complaint, an appeal or the law. Ask the association; nothing can be erased until that is over.
privacy-erase-held-work = A file that you reviewed, decided, advised on or helped with must be kept for now, and with it who did so. Ask the association; nothing can be erased until that is over.
privacy-erase-last = You are the only administrator of an association. Invite another one first, under “Roles”, so that somebody can still give roles.
privacy-erase-last-coordinator = You are the only coordinator of an association. Its administrator has to invite another one first, so that somebody can still open the desk.
privacy-erase-last-of-network = Nobody else looks after this installation. Give the role to somebody else first, on the command line.
said-privacy-erasure = You are signed out everywhere. Your account will be erased in seven days, unless you sign in before.
privacy-erasure-subject = Your account will be erased
privacy-erasure-body = Hello { $name },

    you asked to have your account erased. It will be done after { $at }.

    If you did not ask for it, or think again: sign in before then, and nothing is erased.
privacy-erased-person = Erased account
privacy-erased-staff = Former member of staff
privacy-erased-name = Name erased

privacy-retention-title = How long things are kept
privacy-retention-lead = What the association has decided, on whose word. What has no term is kept until its owner erases it. Every day what is over is removed.
privacy-retention-none = No term is set: it is kept.
privacy-retention-none-register = No term is set: the name goes with the account.
privacy-retention-term = For { $span }, counted from { $from }. Set by: { $authority }
privacy-retention-due = { $n ->
    [0] Nothing is over within 30 days
    [one] One is over within 30 days
   *[other] { $n } are over within 30 days
}
privacy-retention-last = Last round on { $day }: { $n } removed
privacy-term-set = Set a term
privacy-term-change = Change
privacy-term-since = Set on { $at }
privacy-term-from = It runs from { $from }.
privacy-term-months = Months
privacy-term-months-wrong = Please give whole months, from 1 to 1,200.
privacy-term-authority = On whose word
privacy-term-authority-hint = Such as a decision of the board and its date, or a law. Everybody can read it.
privacy-term-keep = Set the term
privacy-term-look = See first what would go
privacy-term-look-again = Look again
privacy-term-takes = { $n ->
    [0] With this term nothing would go today ({ $what }).
    [one] With this term one would go with the next daily round ({ $what }).
   *[other] With this term { $n } would go with the next daily round ({ $what }).
}
privacy-term-takes-many = With this term { $n } or more would go with the next daily rounds ({ $what }).
privacy-term-takes-of = { $n ->
    [one] They are one person’s.
   *[other] They are those of { $n } people.
}
privacy-term-end = End the term: keep everything
privacy-term-end-register = With the term, the names of people whose accounts were erased go at once.
said-privacy-term-set = The term is set. What is over goes with the next daily round.
said-privacy-term-ended = There is no term any more. It is kept.
privacy-held-title = Files that must be kept
privacy-held-none = None. A file is held from its own page.
privacy-hold-title = Hold this file
privacy-hold-lead = Nothing of a held file is removed when its time is over, and its owner’s account cannot be erased: for a complaint, an appeal, a court.
privacy-hold-since = Held since { $at }.
privacy-hold-reason = Why
privacy-hold-reason-hint = For whoever looks at it later. The applicant does not read it.
privacy-hold-do = Hold the file
privacy-hold-end-means = Once it is ended, what is over goes with the next daily round, and the owner can erase their account.
privacy-hold-end = End the hold
said-privacy-hold-begun = The file is held.
said-privacy-hold-ended = The hold is ended.

privacy-agreed-title = What you agreed to
privacy-agreed-lead = Which words, when, and from where. The digest shows that the words are still the same.
privacy-agreed-none = Nothing is written down. Accounts from before this was kept have none.
privacy-agreed-privacy-notice = What is kept about you
privacy-agreed-sharing = That the association reads an application
privacy-agreed-registry = That the registry lists your name
privacy-agreed-at = On { $at }
privacy-agreed-at-from = On { $at }, from { $from }
privacy-agreed-until = Until { $at }
privacy-agreed-words = The words
privacy-agreed-ends = What is needed to run your account ends with it. An application that is open can be withdrawn on its own page.
privacy-listing-title = Your name in the registry
privacy-listing-lead = This can be ended at once, at any time. Whoever has the number of an endorsement can still check it.
privacy-listed = Listed
privacy-not-listed = Not listed
privacy-list = List it
privacy-unlist = Take it off
