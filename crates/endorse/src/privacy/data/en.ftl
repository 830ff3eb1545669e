# Own data as one file.
own-data-title = Your data
own-data-lead = Everything that is kept about you, as one file: your locker in its published format, every part as data that programs read, your documents as you sent them, and a paper that you can read. We put it together and write to you when it is there. It stays for seven days, and nobody but you can fetch it.
own-data-withheld = Not in it: what your raters said where you gave up the right to read it (they are listed by name and day), what reviewers and the association wrote for one another, and secrets such as your password, of which only a digest is kept.
own-data-asked-title = Asked for
own-data-waiting = Asked for on { $asked }. It is being put together.
own-data-ready = Asked for on { $asked }, { $kilobytes } kB. Here until { $until }.
own-data-next = You can ask once a day: the next time is after { $at }. When a new file is ready, the earlier one is deleted.
own-data-download = Download
own-data-do = Put my data together
said-own-data-asked = We are putting your data together and will write to you when the file is there.

own-data-ready-subject = Your data is ready
own-data-ready-body = Hello { $name },

    The file with your data is ready. You can fetch it on your account page until { $until }; then we delete it. If you did not ask for it, please change your password at once, and write to us.

own-data-failed-subject = Your data could not be put together
own-data-failed-body = Hello { $name },

    The file with your data could not be put together. That is our fault, not yours, and whoever looks after the system sees it. Please ask for it again on your account page; if it fails once more, write to us.

own-data-file-readme = READ ME.txt
own-data-file-sheet = Your data.pdf
own-data-sheet-title = What is kept about { $name }
own-data-sheet-lead = What { $association } and this system keep, as of { $at }. The whole of it, word by word, is in the files beside this one.
own-data-sheet-withheld = Ratings whose reading you gave up
own-data-yes = yes
own-data-no = no

own-data-readme = What { $association } and this system keep about you, as of { $at }.

    locker.json is your locker in the format endorse-locker/1. Other programs can read it; “endorse assess” says what the rules make of it. The folder “documents” holds your files as you sent them. The folder “data” holds everything else.
own-data-readme-withheld = Withheld. You gave up the right to read what these raters said, in writing, before they were asked; they were told so. Of these ratings there is the name and the day they came:
own-data-readme-none = - none
own-data-readme-rating = - { $name }, { $at }
own-data-readme-rest = Not in here either: what reviewers wrote for the coordinator and notes of the association's staff, which are about their work and told to you in the letters; the names of your reviewers; what others keep in their own lockers; and passwords, codes and links, of which only digests are kept. Of ratings, lockers say neither how many answers were “not enough information” nor what the rater is endorsed as; digests of lockers are of the whole.

    What is in which file, and how many things:
own-data-part-account = Account
own-data-part-roles = Roles
own-data-part-role-invitations = Invitations to roles
own-data-part-sessions = Sign-ins
own-data-part-helped = Help with the locker by a coordinator
own-data-part-files-opened-by-auditors = When an auditor opened a file
own-data-part-second-factor = Two-step sign-in
own-data-part-recovery-codes = Recovery codes: when they were made and used
own-data-part-passkeys = Passkeys: where they are good and when they were used
own-data-part-identities = Sign-in through other providers
own-data-part-mailed-links = Links that were mailed: what for, when
own-data-part-address-changes = Changes of the e-mail address
own-data-part-consents = What you agreed to, word by word
own-data-part-entries = Entries in the locker, those put away included
own-data-part-earlier-wordings = Earlier wordings of entries
own-data-part-drafts = Drafts of forms
own-data-part-kept-answers = Answers of “find your category”
own-data-part-documents = Documents: names, kinds, days
own-data-part-applications = Applications
own-data-part-application-steps = Steps of applications
own-data-part-submissions = What was handed in, frozen as it was, and what the rules said
own-data-part-references = Whom you asked for a reference
own-data-part-decisions = Decisions and their letters
own-data-part-exam-results = Exam results
own-data-part-signatures = Agreements signed, with their text and its digest
own-data-part-payments = Fees and payments
own-data-part-memberships = Memberships
own-data-part-membership-claims = Memberships that you reported
own-data-part-endorsements = Endorsements
own-data-part-endorsement-history = Standing of endorsements
own-data-part-former-names = Names that endorsements carried before
own-data-part-badges = Badges, as they were signed
own-data-part-renewals = Renewals
own-data-part-messages = Messages
own-data-part-reviews = Files that were given to you to review
own-data-part-advising = Advisors: who was proposed, what you agreed to, what has ended
own-data-part-talks-about-you = Talks with you that an advisor noted
own-data-part-people-advised = Applications on which you advised somebody
own-data-part-talks-noted = Talks that you noted as an advisor
own-data-part-trail = The record of what you did and of what was done to what is yours
own-data-part-requests-for-data = Requests for your data
own-data-part-requests-for-erasure = Requests to erase your account
