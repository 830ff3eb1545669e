## Roles
nav-roles = Roles
role-administrator = Administrator
role-coordinator = Endorsement coordinator
role-advisor = Advisor
role-reviewer = Reviewer
role-treasurer = Treasurer
role-auditor = Auditor
role-network = Network administrator
role-administrator-does = Administrator: gives and ends roles; sets the association’s color, logo and contacts
role-coordinator-does = Endorsement coordinator: runs the files, fees and decisions
role-advisor-does = Advisor: helps a few applicants along, once they agree; sees what is met, what is missing and the next steps, and opens no file
role-reviewer-does = Reviewer: judges the files given to them
role-treasurer-does = Treasurer: confirms and waives payments; sees names, applications and fees, and opens no file
role-auditor-does = Auditor: reads files, decisions and payments and changes nothing; each file they open goes on record
roles-title = Roles
roles-lead = Who may do what here. A role that has ended is over with the next page its holder opens.
roles-invite = Invite somebody
roles-held = In force
roles-waiting = Invited, no answer yet
roles-ended-title = Ended
roles-since = since { $day }
roles-until = until { $day }
roles-ended = ended { $day }
roles-given-by = given by { $name }
roles-looked-over = confirmed { $day }
roles-invited-by = invited by { $name }
roles-works-until = can be answered until { $day }
roles-is-due = Still needed?
roles-due =
    { $n ->
        [one] One role has not been looked at for three months. Is it still needed?
       *[other] { $n } roles have not been looked at for three months. Are they still needed?
    }
roles-still-needed = Still needed
roles-end = End
roles-withdraw = Take the invitation back
roles-leave = Leave it as it is
role-end-title = End a role
role-end-ask = End { $name }’s role: { $role }?
role-end-lead = It takes effect at once. What was done in the role stays on record under their name.
role-end-reviews = { $n ->
    [one] One review of theirs is not finished. It is taken back with the role; if nobody else judges the file, it waits at the desk for another reviewer.
   *[other] { $n } reviews of theirs are not finished. They are taken back with the role; files that nobody else judges wait at the desk for another reviewer.
}
role-end-reason = Why
role-end-reason-hint = One line, for the record: “Term ended”, “Left the committee”.
role-end-do = End the role
role-ended-subject = Your role has ended: { $role }
role-ended-body =
    Hello { $name },

    you no longer have this role here: { $role }. What you did in it stays on record under your name, and your account and your locker stay as they are.

    If you think this is a mistake, please write to the association.
role-ended-body-reviews =
    Hello { $name },

    you no longer have this role here: { $role }. What you had not finished reviewing is no longer with you: { $files }. Nothing more is needed from you. What you did in the role stays on record under your name, and your account and your locker stay as they are.

    If you think this is a mistake, please write to the association.
role-is-last-coordinator = This is the only coordinator. Invite another one first, so that somebody can still open the desk.
role-is-last = This is the only administrator. Invite another one first, so that somebody can still give roles.
role-is-last-of-network = Nobody else looks after this installation. Give the role to somebody else first, on the command line.
role-is-last-there = This is the association’s only administrator. Without one nobody gives roles there until somebody accepts an invitation of yours.
role-is-last-coordinator-there = This is the association’s only coordinator. Without one nobody opens its files, and what people send stays unanswered.
role-last-sure = Yes, I mean to leave the association without one for now
role-last-not-sure = Please say that you mean it, or leave the role as it is.

## The whole installation
nav-network = Network
network-title = Network
network-lead = The associations served here and who holds which role. Applications, lockers and payments stay with each association.
network-served = Associations
network-held =
    { $n ->
        [one] one role in force
       *[other] { $n } roles in force
    }
network-no-administrator = No administrator yet: nobody there can give roles.
network-administrators = Administrators: { $names }
network-invite = Invite an administrator
network-nobody = Nobody holds a role here yet.

## Invitations
invitation-title = Invite somebody to a role
invitation-lead = They get a letter with a link. The role begins when they accept it, signed in with the address you write to.
invitation-role = Role
invitation-email = E-mail address
invitation-email-hint = The address of their account, or the one they will register with.
invitation-until = Last day of the role
invitation-until-hint = Leave it empty if no end is agreed. You can end it at any time.
invitation-until-over = This day is over. Please choose a later one, or none.
invitation-language = Language of the letter
invitation-do = Send the invitation
invitation-enough = Three invitations have gone to this mailbox within the hour. Please try again later.
invitation-subject = { $association } invites you to a role
invitation-body =
    Hello,

    { $name } of { $association } invites you to this role: { $role }.

    The page behind the link says what it means and lets you accept or decline. It works until { $day }. If you did not expect this, you can simply leave it.
invitation-page-title = Invitation
invitation-page-ask = { $association } offers you a role: { $role }
invitation-page-by = { $name } sent this invitation to { $email }.
invitation-page-until = The role would last until { $day }.
invitation-accept = Accept the role
invitation-decline = No, thank you
invitation-needs-account = To accept, sign in with the account of { $email }, or create one with that address.
invitation-sign-in = Sign in
invitation-register = Create an account
invitation-another = You are signed in as { $theirs }, but the invitation went to { $email }. Sign out and sign in with that address, or ask for an invitation to this one.
invitation-sign-out = Sign out
invitation-spent = This invitation has been answered, was taken back, or is too old. Whoever invited you can send another one.
invitation-front = To the front page
invitation-accepted-subject = { $name } accepted a role
invitation-accepted-body = { $name } has accepted a role here: { $role }. { $by } offered it, and it is in force now.
said-role-invited = The invitation is on its way.
said-role-withdrawn = The invitation has been taken back.
said-role-looked-over = Noted: the role is still needed.
said-role-ended = The role has ended.
said-role-accepted = Thank you. The role is yours from now on.
said-role-held = You hold this role already.
said-role-elsewhere = Another account has this address. Please sign out, sign in to that one, and open the link in the letter again.
said-role-not-beside = You look after the whole installation. Whoever does holds no role in an association: end the one before you take the other.
said-role-declined = Thank you for telling us. Nothing more is needed.
