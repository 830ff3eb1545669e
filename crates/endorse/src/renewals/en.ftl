renewal-title = Renewal { $cycle }
renewal-back = Your endorsement
renewal-asks = What this year asks
renewal-progress = { $done } of { $of } done
renewal-no-rules = No renewal rules are known for this category. Please ask the endorsement coordinator what to hand in.
renewal-owed = To be paid
renewal-go-there = Go there
renewal-hand-in-title = Hand it in
renewal-hand-in-lead = Hand in by { $by }. Once the coordinator confirms, your endorsement is valid until { $until }. What you hand in is kept exactly as it stands now; your locker stays yours to change.
renewal-aware = I hand this in although something is missing or has to be looked at
renewal-aware-hint = The coordinator sees what is missing and decides. If you can still complete it, please do that first.
renewal-must-be-aware = Something is missing or has to be looked at. Please complete it, or tick this box.
renewal-hand-in = Hand in the renewal
renewal-submitted = Handed in
renewal-submitted-means = We received it on { $when }. You get a message as soon as the coordinator has confirmed it.
renewal-confirmed = Confirmed
renewal-confirmed-means = Confirmed on { $when }. With this renewal your endorsement runs until { $until }.
renewal-returned = Please complete this and hand it in again
renewal-returned-subject = Your renewal { $cycle } came back to you
renewal-returned-body = Dear { $name },

    Please look at your renewal { $cycle } again. The coordinator writes:

    { $note }
renewal-together-same = Also renewed in this cycle: { $others }. The same hours serve all of it.
renewal-together-divided = Also renewed in this cycle: { $others }. The same hours do not serve all of it, so a person looks at how they are divided.
renewal-together-unknown = Also renewed in this cycle: { $others }. Whether the same hours serve all of it is not stated; the association decides.
renewal-desk-title = Renewal { $cycle }: { $name }
renewal-frozen-title = As handed in
renewal-frozen-at = Handed in
renewal-now-until = Valid until, today
renewal-frozen-digest = SHA-256 of the locker that was frozen then
renewal-confirm-title = Confirm
renewal-confirm-lead = The endorsement will be valid until { $until }, and the badge is signed anew.
renewal-override = Reason for letting it pass
renewal-override-hint = The rules find something missing or unclear. Your reason is kept with the renewal.
renewal-needs-reason = Something is missing or unclear. Please write down why you confirm it all the same.
renewal-confirm = Confirm the renewal
renewal-return-title = Give it back
renewal-return-note = Note to the person
renewal-return-hint = Say what is missing and what to do. The person reads exactly this.
renewal-return = Give it back
said-renewal-submitted = Your renewal is handed in.
said-renewal-confirmed = The renewal is confirmed, and the person has a message.
said-renewal-returned = The renewal went back, with your note.
said-renewal-too-early = Your renewal is done for now. The next one can be opened once its year has begun.
