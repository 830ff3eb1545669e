payments-title = Payments
payments-back = Application
payments-lead = What your application costs, and where each payment stands. You pay the association directly; no card is taken here.
payments-none = Nothing is to be paid for this application.
payments-lead-all = Everything that is or was to be paid, and where each payment stands. You pay the association directly; no card is taken here.
payments-none-all = Nothing is to be paid.
payments-not-blocking = You can go on preparing whether or not something is paid. Before you submit, say for each payment how it will be made; for the fees that is enough. Only a membership has to be confirmed by the coordinator before you can submit.
payments-ask = To learn an amount, or to whom and where to send it, ask the endorsement coordinator:
payments-contacts = all contacts
payments-kind-registration = Registration
payments-kind-membership = Membership
payments-kind-processing = Processing
payments-kind-renewal = Renewal
payments-state-due = To pay
payments-state-promised = You said how
payments-state-confirmed = Received
payments-state-waived = Nothing to pay
payments-amount-unknown = The coordinator tells you the amount
payments-amount-open = Amount not set yet
payments-way-check = By check
payments-way-transfer = By bank transfer
payments-way-employer = My employer pays
payments-promised-on = Said on { $day }
payments-confirmed-on = Received on { $day }
payments-waived-on = Waived on { $day }
payments-promise = Say how you will pay
payments-change = Change
payments-withdraw = Take it back
payments-promise-title = How will you pay?
payments-way = Choose one
payments-note = Anything the coordinator should know
payments-note-hint = For example the check’s number, or who at your agency pays.
payments-promise-do = Keep this
payments-cancel = Cancel
payments-subject = Payment: { $what }
payments-confirmed-body = The association has received { $amount } for: { $what }. Thank you.
payments-confirmed-membership-body = The association has received { $amount } for your membership. You are a member through { $day }. Thank you.
payments-waived-body = Hello { $name },

    { $association } asks you for no payment for: { $what }. You need not do anything more about it.

payments-reopened-body = Hello { $name },

    { $association } has taken back what was entered about this payment: { $what }. It is open again.

    The reason: { $reason }

    If you have paid it, please write to the association.

payments-waived-membership-body = Hello { $name },

    { $association } asks you for no payment for your membership. You are a member through { $day }.

payments-reopened-subject = Open again: { $what }
payments-reopened-membership-body = Hello { $name },

    { $association } has taken back what was entered about the payment for your membership. It is open again, and the membership that began with it does not count.

    The reason: { $reason }

    If you have paid it, please write to the association.

said-payment-promised = Kept. The coordinator will see it.
said-promise-withdrawn = Taken back. Nothing is promised for this payment now.
payments-way-member = I am a member already

payments-member = Are you a member already, of this association or of another one for infant mental health? Then say so: once the coordinator has confirmed it, nothing is to be paid for the membership.
payments-member-do = I am a member already
membership-title = Your memberships
membership-lead = Endorsement and renewal ask for membership of an infant mental health association. Here is what the coordinator has confirmed, and what you have said.
membership-kept = Confirmed
membership-none = No membership is confirmed yet. If you are a member already, say so above with its first and last day, for example January 1 to December 31, 2026. If you are not, a membership is among your payments once you have started an application.
membership-claims = What you have said
membership-claim = I am a member already
membership-claim-lead = Say of which association and until when. The coordinator looks at it; it counts once it is confirmed.
membership-back = Back
membership-whose = Of which association?
membership-own = { $association }
membership-other = Another infant mental health association
membership-name = Its name
membership-name-hint = Only if it is another one. As it is written on your membership.
membership-from = Member since
membership-until = Member until
membership-document = A document that shows it
membership-document-hint = From your documents. It helps if the coordinator cannot see the other association’s list.
membership-no-document = None
membership-upload = If you have a card or a letter that shows it, upload it first and come back:
membership-upload-do = your documents
membership-note-hint = For example your membership number.
membership-claim-do = Send to the coordinator
membership-ends-before = The last day comes before the first.
membership-waits-already = What you have said for this year waits for the coordinator already. To change it, take it back under “Your memberships” first.
membership-is-over = This membership is over. Please give one that is valid today.
membership-span = { $from } – { $until }
membership-said = Said on { $day }
membership-state-waiting = Waits for the coordinator
membership-state-confirmed = Confirmed
membership-state-declined = Not confirmed
membership-state-undone = No longer confirmed
membership-state-withdrawn = Taken back
membership-withdraw = Take it back
membership-waiver = Member of { $association }
membership-confirmed-subject = Your membership is confirmed
membership-confirmed-body = Dear { $name },

    Your membership of { $association }, until { $until }, is confirmed. Nothing is to be paid for a membership now.
membership-declined-subject = Your membership could not be confirmed
membership-declined-body = Dear { $name },

    We could not confirm your membership of { $association }. The reason: { $reason }

    You can say it again with other dates or a document, or pay for a membership as shown under your payments.
membership-undone-subject = Your membership is no longer confirmed
membership-undone-body = Dear { $name },

    Your membership of { $association } had been confirmed and no longer is. The reason: { $reason }

    What was to be paid for a membership is due again. If this is not right, please write to the association.
said-membership-claimed = Kept. The coordinator looks at it.
said-membership-withdrawn = Taken back.
