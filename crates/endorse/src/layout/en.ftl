# Words that every page shares.
brand-endorsement = Endorsement
language-name = English
language-en = English
language-es = Spanish
skip-to-page = Skip to the page
menu = Menu
menu-label = Main
sign-out = Sign out
not-confirmed = Address not confirmed yet. Please open our letter before you sign out.
not-confirmed-do = Send the letter again
nav-categories = Categories
nav-registry = Check an endorsement
nav-sign-in = Sign in
nav-your-home = Your home
nav-home = Home
nav-locker = Locker
nav-inbox = Messages
nav-endorsements = Endorsements
nav-account = Account
nav-desk = Desk
nav-reviews = Reviews
nav-association = Association
foot-contact = Write to us
foot-front = About endorsement
foot-about = About { $association }
foot-rules = Rules and their sources
foot-registry = Registry

# A coordinator who helps somebody.
helping-somebody = You are helping { $name } with { $number } until { $until }. The locker and the documents that you see are those of { $name }; what you do there is recorded as done by you for them.
helping-is-over = The time to help { $name } with { $number } was up at { $until }. Please say that you have finished.
helping-called-off = { $name } ended your help with { $number } on { $until }. Nothing more is kept in their locker. Please say that you have finished.
helping-locker = Their locker
helping-end = I have finished

# Forms.
problems-title = Please put this right
field-optional = (optional)
field-choose = Please choose
field-file-hint = PDF, JPEG or PNG, up to 10 MB. A clear photo is fine.
field-file-too-large = This file has { "{size}" }. Please choose one of at most { "{most}" }.
saving = Saving…
saved-at = Saved { "{time}" }
not-saved = Not saved. We try again; please keep this page open.
not-saved-away = You are signed out, so this is not saved. Sign in in another tab; then we save it here.
not-saved-gone = This cannot be saved here any more: it is decided, taken back or no longer yours to fill in. Copy what you have typed before you leave.

# Single keys.
keys-title = Keys
keys-search = Search
keys-move = Next and previous line
keys-open = Open the line
keys-act = Do what the line asks for
keys-choose = Choose the line
keys-this = This list
keys-off = Turn single keys off on this device
keys-close = Close

# Letters.
letter-to = to
letter-foot = This message is kept in your inbox. E-mail is only a copy.

# When something goes wrong.
error-number = If you write to us, please give this number:
error-front = Go to the front page
error-400 = A request is for one host. This one names several, so it was not read any further.
error-403-title = This is not yours to do
error-403-text = You are signed in, but this step belongs to someone else.
error-403-next = If you think it should be yours, please write to the endorsement coordinator.
error-foreign-title = This form did not come from one of our pages
error-foreign-text = Your browser did not say that one of our own pages sent this form. Nothing was changed.
error-foreign-next = Please open the page here and send the form again. If this happens again, a setting or an extension of your browser may be hiding which page it is on.
error-404-title = We cannot find this page
error-404-text = There is nothing at this address, or it is not meant for you to see.
error-404-next = If you followed a link in a letter, please check that you copied all of it.
error-409-title = Somebody changed this first
error-409-text = What you saw is no longer how things stand, so we did not keep your change.
error-409-next = Please go back, load the page again and look at what is new.
error-413-title = That is too large
error-413-text = A file may have up to 10 MB, and what is typed into one form 256 kB in at most 500 fields. Nothing that was kept before is lost.
error-413-next = Please go back: what you typed is still there. Choose a smaller file or a photo with fewer pixels, or shorten the text.
error-421 = Nobody answers at this host name. Please check the address, or look for it on your association’s website.
error-422-title = We could not read that
error-422-text = Something in the form or the address has a shape that we do not understand.
error-422-next = Please go back and try again. What was kept before is safe.
error-429-title = Too many tries
error-429-text = To protect people and what they keep here, we stop after many tries in a short time.
error-429-next = Please wait a few minutes and try again.
error-500-title = That was our fault
error-500-text = Something broke on our side. What was kept before is safe.
error-500-next = Please try again in a minute. If it happens again, write to the endorsement coordinator.
