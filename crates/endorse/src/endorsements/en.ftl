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
endorsement-copy = Copy
endorsement-copied = Copied
endorsement-check-title = How others check it
endorsement-check-lead = Give this address to an employer or print the certificate, which carries it as a QR code. It always says how things stand today.
endorsement-see-what-others-see = See what others see there
endorsement-files-title = To keep
endorsement-certificate = Certificate (PDF)
endorsement-badge = Badge file (JSON)
endorsement-badge-what = The badge is a signed file in the format Open Badges 3.0. It can be checked without us, and badge wallets read it.
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
endorsement-renew = Go to the renewal { $cycle }

endorsement-endorsed-subject = You are endorsed
endorsement-endorsed-body = Dear { $name },

    Congratulations: you are endorsed as { $category }. Your number is { $number }, and you may write { $letters } after your name. Your endorsement is valid until { $until }; you renew it before that day.

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
