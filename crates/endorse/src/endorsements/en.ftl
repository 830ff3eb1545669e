standing-valid = Valid
standing-lapsed = Ended, not renewed
standing-inactive = At rest
standing-retired = Retired
standing-revoked = Revoked
standing-not-yet = Not endorsed yet

endorsements-title = Your endorsements
endorsements-none-title = No endorsement yet
endorsements-none = Once the association has endorsed you, your certificate, your badge and your renewals are here.
endorsements-since = since { $day }
endorsements-until = valid until { $day }

endorsement-title = Endorsement { $number }
endorsement-stands-valid = You are endorsed as { $category } since { $since }, valid until { $until }.
endorsement-stands-lapsed = You were endorsed as { $category } until { $until }. It has not been renewed.
endorsement-stands-inactive = Your endorsement as { $category } of { $since } is at rest.
endorsement-stands-retired = You were endorsed as { $category } on { $since } and have retired.
endorsement-stands-revoked = Your endorsement as { $category } of { $since } was revoked.
endorsement-stands-not-yet = Your endorsement as { $category } begins on { $since }.
endorsement-number = Number
endorsement-standing = Today
endorsement-awarded = Endorsed on
endorsement-valid-until = Valid until
endorsement-name-title = After your name
endorsement-name-lead = You may write these letters after your name as long as your endorsement is valid.
endorsement-name-not-now = Please do not use the letters for now: they belong to an endorsement that is in force.
endorsement-copy = Copy
endorsement-copied = Copied
endorsement-check-title = How others check it
endorsement-check-lead = Give this address to an employer or print the certificate, which carries it as a QR code. It always says how things stand today.
endorsement-see-what-others-see = See what others see there
endorsement-files-title = To keep
endorsement-certificate = Certificate (PDF)
endorsement-badge = Badge file (JSON)
endorsement-badge-what = The badge is a signed file in the format Open Badges 3.0. It can be checked without us, and badge wallets read it.
endorsement-carries = They carry the name { $name }. If it is wrong or you have another one now, please write to { $contact }.
endorsement-files-not-now = The certificate and the badge are here again once the endorsement is in force.
endorsement-listing-title = Public registry
endorsement-listed = Listed
endorsement-listed-what = People who look for your name find your category, number and dates. Nothing else is shown.
endorsement-not-listed = Not listed
endorsement-not-listed-what = Your name is not found in the registry. Whoever has your link or your certificate can still check it.
endorsement-unlist = Take me off the list
endorsement-list = List me
endorsement-renew-title = Renewal { $cycle }
endorsement-renew-by = Renew by { $day }. This is asked:
endorsement-renew-late = Your endorsement was valid until { $day }. You can still hand in the renewal; until it is confirmed, you are not shown as endorsed.
endorsement-renew-first = You were endorsed on { $awarded }. The year of renewal ends on { $until } for everybody, so your first renewal is due by then too, even if only a short time is left. No rule is known here that excuses a first renewal: please ask the endorsement coordinator if you need more time. Once it is confirmed, your endorsement is valid until { $next }.
endorsement-renew-asks = This is asked:
endorsement-renew-if-gives = If you give reflective supervision/consultation:
endorsement-renew-if-not = If you do not give it:
endorsement-renew-handed-in = You handed in this renewal on { $when }. The endorsement coordinator confirms it; you get a message then.
endorsement-renew-long-over = More than one renewal was missed: the renewal { $cycle } alone would carry your endorsement to { $next }, which is over as well. What is asked to take it up again is not known here. Please write to { $contact } before you begin.
endorsement-renew = Go to the renewal { $cycle }

endorsement-first-renewal = Your endorsement is valid until { $until }; please renew it by that day.
endorsement-first-renewal-soon = Your endorsement is valid until { $until }. The renewal period ends on that day for everybody, so the first renewal is already due by then: the page that this letter leads to says what is asked, and you renew there.
endorsement-endorsed-subject = You are endorsed
endorsement-endorsed-body = Dear { $name },

    Congratulations: you are endorsed as { $category }. Your number is { $number }, and you may write { $letters } after your name. { $renewal }

    Your certificate and your badge are ready for you. The public registry lists your name, category, number and dates, nothing else. If you would rather not be listed, you can say so on the same page; your certificate can be checked either way.
endorsement-renewed-subject = Your endorsement is renewed
endorsement-renewed-body = Dear { $name },

    Your renewal is confirmed. Your endorsement as { $category } ({ $number }) is now valid until { $until }. A new certificate and a new badge file are ready; the letters after your name stay { $letters }.

said-endorsement-listed = The registry lists you from now on.
said-endorsement-not-listed = The registry no longer lists you. Your link and your certificate still work.

badge-description = Endorsement by { $association }. It is not a license to practice and does not replace one.
badge-field = Infant and early childhood mental health
badge-exam = Written examination
badge-exam-passed = Passed
badge-exam-not-passed = Not passed
badge-review = Portfolio review
badge-review-found = The association reviewed the evidence and found the requirements of this category met.

certificate-title = Certificate of Endorsement
certificate-lead = This certifies that
certificate-statement = has met the requirements for endorsement as
certificate-note = Endorsement is not a license to practice and does not replace one.
certificate-check = Is it valid today? Ask the registry:
certificate-qr = QR code that opens the registry’s page about this certificate
certificate-credential = The signed badge (Open Badges 3.0)

endorsement-desk-title = Endorsements
endorsement-desk-search = Name or number
endorsement-desk-any = Any
endorsement-desk-look = Look up
endorsement-desk-none = No endorsement fits.
endorsement-desk-person = Name and number
endorsement-desk-category = Endorsed as
endorsement-desk-pages = Pages
endorsement-desk-before = Earlier entries
endorsement-desk-after = More entries
endorsement-desk-more = Also here
endorsement-desk-file = The file that it came from
endorsement-history = History
endorsement-was = { $word }: from { $from } to { $until }
endorsement-was-a-moment = { $word }: on { $from }, changed on the same day
endorsement-is = { $word }: since { $from }
endorsement-change = Change the standing
endorsement-no-change = What was revoked stays revoked. A new application is the only way back.
endorsement-change-means = The registry, the verification page and the person’s messages follow at once.
endorsement-act-hold = Put to rest
endorsement-act-resume = Take up again
endorsement-act-retire = Retire
endorsement-act-revoke = Revoke
endorsement-ask-hold = Put this endorsement to rest?
endorsement-ask-resume = Take this endorsement up again?
endorsement-ask-retire = Retire this endorsement?
endorsement-ask-revoke = Revoke this endorsement?
endorsement-means-hold = From today on, nobody is told that it is valid. It can be taken up again at any time; its last day stays { $until }.
endorsement-means-resume = From today on it is valid again, until { $until }.
endorsement-means-resume-late = Its last day was { $until }. It does not become valid by this; it then counts as ended and not renewed, and a renewal brings it back.
endorsement-means-retire = From today on the registry says that the person has retired. This cannot be taken back.
endorsement-means-revoke = From today on the registry says that it was revoked, and the badge is on the public list of revocations. This cannot be taken back.
endorsement-stands-now = Standing today: { $word }
endorsement-reason = Reason
endorsement-reason-hint = It stays in the record with your name, and the person reads it in a message. The registry does not show it.
endorsement-reason-language = The person reads: { $language }
endorsement-reason-short = Please give the reason in a sentence that can be read years later (at least 20 characters).
endorsement-leave = Leave it as it is
endorsement-correct-name = Correct the name
endorsement-correct-name-ask = Correct the name on this endorsement?
endorsement-correct-name-means = The certificate, the badge, the registry and the verification page carry the new name at once. A badge file with the old name no longer counts; the person downloads a new one. Number and dates stay. The account keeps the name that the person gave it there.
endorsement-carries-now = It carries the name { $name }.
endorsement-of-account = In their account the person writes { $name } today.
endorsement-on-certificate = Name on the endorsement
endorsement-on-certificate-hint = As it is to stand on the certificate, at most 80 characters.
endorsement-name-same = It carries this name already.
endorsement-former-names = Names it carried before
endorsement-former-until = until { $when }
said-endorsement-name = The name has been corrected. The person has been told.
said-endorsement-hold = The endorsement is at rest. The person has been told.
said-endorsement-resume = The endorsement has been taken up again. The person has been told.
said-endorsement-retire = The endorsement is retired. The person has been told.
said-endorsement-revoke = The endorsement is revoked. The person has been told.

endorsement-hold-subject = Your endorsement is at rest
endorsement-hold-body = Dear { $name },

    From today on your endorsement as { $category } ({ $number }) is at rest. While it is, please do not use the letters { $letters } after your name. It can be taken up again.

    The reason: { $reason }

    If this is not right, please write to the association.
endorsement-resume-subject = Your endorsement has been taken up again
endorsement-resume-body = Dear { $name },

    Your endorsement as { $category } ({ $number }) is no longer at rest. Its last day is { $until }. If that day is over, a renewal makes it valid again: you find it on the endorsement’s page.

    The reason: { $reason }
endorsement-renamed-subject = The name on your endorsement has been corrected
endorsement-renamed-body = Dear { $name },

    Your endorsement as { $category } ({ $number }) now carries the name { $name }, on the certificate, in the badge and in the registry. Please download the certificate and the badge again: a badge file with the old name no longer counts. Your account keeps the name that you gave it; you sign with that one, and can change it under Account.

    The reason: { $reason }

    If this is not right, please write to the association.
endorsement-retire-subject = Your endorsement is retired
endorsement-retire-body = Dear { $name },

    From today on the registry says that you held the endorsement as { $category } ({ $number }) and have retired. Thank you for your work with babies and families.

    The reason: { $reason }
endorsement-revoke-subject = Your endorsement has been revoked
endorsement-revoke-body = Dear { $name },

    Today your endorsement as { $category } ({ $number }) was revoked. Please do not use the letters { $letters } after your name any more, nor the certificate or the badge.

    The reason: { $reason }

    If you have questions or think that this is wrong, please write to the association.
endorsement-lapse-subject = Your endorsement has ended and can still be renewed
endorsement-lapse-body = Dear { $name },

    Your endorsement as { $category } ({ $number }) was valid until { $until }, and we have no renewal from you. From then on the registry says that it has ended and was not renewed.

    You can still hand in the renewal, on the page that this message leads to. Once it is confirmed, your endorsement is valid again from that day on.
