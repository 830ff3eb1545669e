account-email = E-mail address
account-password = Password

register-title = Create an account
register-lead = Making an account and keeping your locker cost nothing, and you can start gathering your evidence at once. You decide later whether to apply; what the association charges for that, as far as it is known, stands here:
register-fees = Categories and their fees
register-name = Your name
register-name-hint = As it should stand on a certificate, in at most 80 characters. You can change it later.
register-email-hint = A personal address is best: filters at work often hold our letters back.
register-password-hint = At least 15 characters. Three or four words that only you would put together are good.
register-password-short = Please use at least 15 characters, for example a few words.
register-password-simple = This repeats or counts, and would be guessed soon. Three or four words that only you would put together are better.
register-password-lost = This password is on a list of stolen ones, which are tried first everywhere. Please choose another, and change it wherever else you use it.
register-password-common = This is made of words or patterns that are tried first. Three or four words that only you would put together are better.
register-password-ours = This is made of our own words, or of your name or address, and would be guessed soon. Three or four words that have nothing to do with us or you are better.
register-do = Create account
register-means = With an account you agree to what is done with your data:
register-have-account = You have an account already?

sign-in-title = Sign in
sign-in-do = Sign in
sign-in-forgotten = I forgot my password
sign-in-no-account = No account yet?
sign-in-wrong = This address and password do not go together. Please check both. If the account is new, open the link in our first letter before you sign in.
sign-in-wait = There were too many wrong tries for this address. Please wait 20 minutes, or ask for a new password.

confirm-title = Confirm your address
confirm-lead = Please press the button to confirm that { $email } is your address.
confirm-registered = It was registered on { $when }, as { $name }.
confirm-beside = Another account was registered with this address on { $when }, as { $name }. The address goes to the one that you confirm first; the other one can then be used only where somebody is still signed in to it. If you have entered something there, confirm that one: its own letter has its link.
confirm-link-lead = You registered it and do not know its password? We send a link to sign in to this account to { $email }.
confirm-link-do = E-mail me a link to this account
link-password = Password of that account
link-password-hint = You are not signed in to it in this browser. If it is not your account, leave this page.
link-password-missing = Type the password of that account, or sign in to it first and open the link again.
link-password-wrong = This is not the password of that account.
confirm-do = Yes, this is my address
confirm-link-spent = This link has been used already or is too old. If your address is not confirmed yet, you can ask for a new link on your home page.
confirm-elsewhere = There is an account with the address { $email } already. Please sign in to that one; if you do not know its password any more, ask for a new one.
confirm-elsewhere-new = This letter belongs to another account that was registered with the address on { $when }. It does not get the address, and can be used only where somebody is still signed in to it; it sees nothing of yours. If you did not register it, you need not do anything.
confirm-go-home = Go to your home
confirm-subject = Please confirm your address
confirm-body = Hello,

    Thank you for creating an account on { $when }. Until your address is confirmed, you are signed in only in the browser in which you registered. If it was not you who registered, leave this letter alone. If it was you, open this link, and press the button on its page:

reset-title = A new password
reset-lead = We send a link to your address. It works for 30 minutes.
reset-do = Send me a link
reset-sent = If there is an account with this address, a letter is on its way. Please look into your spam folder too.
reset-choose-title = Choose a new password
reset-new-password = New password
reset-choose-do = Keep this password
reset-link-spent = This link has been used already or is too old.
reset-subject = A new password
reset-body = Hello { $name },

    Somebody, probably you, asked for a new password. Please open this link within 30 minutes to choose one. If it was not you, you need not do anything.

said-registered = Your account is ready, and you can start. Please open the link in our letter soon: once signed out, you can sign in again only when your address is confirmed.
said-signed-out = You are signed out.
said-account-stays = You asked for your account to be erased. Since you have signed in, it stays, with everything in it.
said-arrived = Your address is confirmed. Anybody could have registered it before, so the password that was typed then no longer works: choose one under “Account”.
said-address-confirmed = Thank you, your address is confirmed.
said-address-confirmed-sign-in = Thank you, your address is confirmed. Sign in to go on.
said-address-confirmed-other = Thank you, the address of that account is confirmed. In this browser you are signed in to another account.
said-confirm-link-sent = A link to sign in to this account is on its way, unless the mailbox has had three within the hour. It works for 10 minutes.
said-confirmation-sent = Another letter is on its way, unless three have gone to this mailbox within the hour: it gets at most three an hour. Please look into your spam folder too.
said-password-changed = Your new password is set, and you are signed out everywhere. Please sign in.

# One's own account.
account-title = Your account
account-name = Name
account-name-hint = As it should stand on a certificate, in at most 80 characters. What was issued before keeps the name that it was issued with.
account-language = Language of letters
account-language-hint = The language of the pages is chosen in the menu.
account-change = Change
account-keep = Save
account-yours = What is kept about you
account-cancel = Cancel
account-details-title = Name and language
account-email-confirmed = Confirmed
account-email-unconfirmed = Not confirmed yet
account-email-waiting = { $email } waits to be confirmed by the link in the letter there.
account-email-title = Another e-mail address
account-email-lead = You sign in with { $email }, and our letters go there. We send a link to the new address: from the moment you confirm it, the new one counts. The present address gets a letter too, with a way to stop the change.
account-email-new = New e-mail address
account-email-do = Send the link
account-email-same = This is your address already.
account-email-enough = You have asked for this three times within the hour. Please try again later.
account-password-since = Last changed on { $at }
account-password-unknown = It is not known when it was last changed
account-password-title = Another password
account-password-lead = Wherever else you are signed in, you are signed out.
account-password-present = Your present password
account-password-wrong = This is not your present password.
account-factor-none = Off
account-factor-since = On since { $at }
account-factor-codes = { $n ->
    [0] No recovery code is left.
    [one] One recovery code is left.
   *[other] { $n } recovery codes are left.
  }
account-factor-set-up = Set up

sessions-title = Where you are signed in
sessions-lead = If you do not know one of these, end it and choose another password. A session ends by itself after 14 days, and sooner if nobody uses it.
sessions-browser-on = { $browser } on { $system }
sessions-browser-unknown = A browser that did not say what it is
sessions-since = Signed in on { $at }
sessions-since-from = Signed in on { $at }, from { $from }
sessions-used = last used on { $at }
sessions-current = This session
sessions-end = End
sessions-end-others = End all other sessions

address-notice-subject = Your e-mail address is about to change
address-notice-body = Hello { $name },

    Somebody, probably you, asked that you sign in with { $email } from now on, and that our letters go there. If it was you, you need not do anything here: please look for the link in the letter to the new address.

    If it was not you, open this link and stop it. The link works until three days after the change:
address-link-subject = Your new e-mail address
address-link-body = Hello,

    Please open this link and press the button to sign in with this address from now on. The link works for 24 hours. If you did not ask for it, you need not do anything.
address-taken-body = Hello,

    Somebody, perhaps you, asked to use this address for an account. It has an account already, so nothing changes. If it was you, sign in with this address.
address-make-title = Confirm your new address
address-make-lead = From now on you sign in with { $new } in place of { $old }, and our letters go there.
address-make-do = Yes, use the new address
address-stop-title = Stop the change of address
address-stop-lead = Somebody asked to change { $old } to { $new }. If you stop it, { $old } stands, everybody is signed out of the account, and the password works no more: whoever asked knew it. Passkeys and linked accounts are removed, too. Then you choose a new one.
address-stop-do = Stop the change
address-link-spent = This link has been used already or is too old.
address-go-account = Go to your account

# The second factor. People know it as signing in with two steps.
factor-title = Two-step sign-in
factor-required = Your role lets you see other people’s files. Please set this up before you go on.
factor-lead = After the password we ask for a code from your phone. So nobody gets in with your password alone.
factor-app = You need an authenticator app: the one that your phone or password manager brings along will do. To begin, please type your password once more.
factor-begin = Begin
factor-code-title = Add the account to your app
factor-code-lead = Scan this picture with the app, or press the button if the app is on this device. It then shows a code of six digits, a new one every 30 seconds.
factor-picture = QR code for the app; the same secret stands below as text
factor-open = Open in your app
factor-secret = If you cannot scan it or open it, type or copy this secret into the app:
factor-code = Code
factor-code-hint = The six digits that the app shows now.
factor-code-or-recovery = The six digits that the app shows now, or one of your recovery codes.
factor-confirm = Turn it on
factor-code-wrong = This code is not right. Please type the one that the app shows now, or a recovery code that you have not used; each works once.
factor-wait = There were too many wrong codes. Please wait 20 minutes.
factor-on = Two-step sign-in is on. Wherever else you were signed in, you are signed out.
factor-codes-made = Your recovery codes
factor-codes-lead = If you lose your phone, each of these lets you in once. Print them or write them down now, and keep them where you keep important papers: we cannot show them again.
factor-codes-kept = I have kept them
factor-codes-title = New recovery codes
factor-codes-anew = You get ten new codes. The earlier ones work no more.
factor-codes-do = Make new codes
factor-off-title = Turn two-step sign-in off
factor-off-lead = From then on your password alone is enough to get in.
factor-off-do = Turn it off
factor-asking-title = Your code
factor-asking-lead = Open your authenticator app and type the code that it shows for this account.
factor-lost = I do not have my phone with me
factor-lost-text = Type one of the recovery codes that you got when you set this up. If you have none left, please write to the endorsement coordinator.

account-told-password-subject = Your password was changed
account-told-password-body = Hello { $name },

    The password of your account was changed on your account page. If it was not you, ask for a new password at once, and write to us.
account-told-erasure-off-subject = Your account stays
account-told-erasure-off-body = Hello { $name },

    you signed in after asking for your account to be erased. It stays, with everything in it. If you still want it erased, please ask again.

    If it was not you who signed in, choose a new password now.
account-told-factor-on-subject = Two-step sign-in is on
account-told-factor-on-body = Hello { $name },

    From now on we ask for a code after your password. If you did not turn this on, please write to us at once.
account-told-factor-off-subject = Two-step sign-in is off
account-told-factor-off-body = Hello { $name },

    From now on your password alone is enough to sign in. If you did not turn this off, choose a new password at once, and write to us.
account-told-codes-subject = You have new recovery codes
account-told-codes-body = Hello { $name },

    Ten new recovery codes were made for your account; the earlier ones work no more. If it was not you, choose a new password at once, and write to us.
account-told-code-used-subject = A recovery code was used
account-told-code-used-body = Hello { $name },

    One of your recovery codes was used in place of the code from your app. If it was not you, choose a new password at once, and write to us.

link-title = Sign in by a link that we e-mail you
link-lead = We send a link to your address. It works once, for 10 minutes.
link-do = Send me a link
link-sent = If there is an account with this address, a letter is on its way. Please look into your spam folder too.
link-come-in-lead = Please press the button to sign in as { $email }.
link-spent = This link has been used already or is too old.
link-subject = Your link to sign in
link-body = Hello { $name },

    Please open this link and press the button to sign in. It works once, for 10 minutes. If you did not ask for it, you need not do anything.

said-account-details = Your changes are saved.
said-account-password = Your new password is set. You are signed out everywhere else.
said-account-email = We have sent a link to the new address. The present one counts until you confirm it.
said-address-changed = Your new address is confirmed. Please sign in with it from now on.
said-address-changed-other = That account has its new address. In this browser you are signed in to another account.
said-address-stopped = The change is stopped, and everybody is signed out. The old password works no more: please ask for a link to choose a new one.
said-session-ended = The session is ended.
said-other-sessions-ended = All other sessions are ended.
said-factor-off = Two-step sign-in is off.
said-half-too-late = That took too long. Please begin again with your password.

# Showing once more who it is.
again-title = Please show that it is you
again-lead = What you are about to do deserves a second look, and it is more than 15 minutes ago that you showed who you are. What you have typed is not lost: it goes on from here.
again-or-code = Or, in place of the password:
again-do = Go on
again-not-yet = We do not know yet that it is you. Sign in anew in another window, come back here, and go on.
again-elsewhere = Neither at hand? Sign in anew in another window, come back here, and go on.
again-passkey = Show a passkey instead

# Passkeys.
passkeys-title = Passkeys
passkeys-about = A passkey lets you in with your fingerprint, your face or the PIN of your device, in place of password and code. Nobody can guess it or talk you out of it.
passkey-add = Add a passkey
passkey-add-do = Add it on this device
passkey-lead = Your device, or your password manager, makes a key and keeps it. When you sign in, it asks for your fingerprint, your face or its number, and you type nothing.
passkey-one-host = It is good for { $host } only. For another association, add one there.
passkey-name = Name
passkey-name-hint = So that you can tell it from others, for example “My phone”.
passkey-not-made = The passkey could not be kept: the answer of your device came too late, or was not right. Please try again.
passkey-enough = You have 20 passkeys. Please remove one first.
passkey-failed = That did not work, or you stopped it. Please try again, or sign in with your password.
passkey-browser = This browser cannot make passkeys.
passkey-script = Passkeys need JavaScript, which is off in this browser. Everything else works without.
passkey-needs-name = Passkeys need a site with a name. This one is reached by a number, so it cannot have any.
passkey-unused = For { $host }. Added on { $added }, not used yet.
passkey-used = For { $host }. Added on { $added }, last used on { $used }.
passkey-remove = Remove
passkey-sign-in = Sign in with a passkey
passkey-wrong = This passkey does not open an account here. Please try again, or sign in with your password.
said-passkey-added = Your passkey is added.
said-passkey-removed = The passkey is removed. Delete it on your device too.
account-told-passkey-added-subject = A passkey was added
account-told-passkey-added-body = Hello { $name },

    From now on you can sign in with a passkey. If you did not add one, remove it on your account page, choose a new password, and write to us at once.
account-told-passkey-removed-subject = A passkey was removed
account-told-passkey-removed-body = Hello { $name },

    A passkey was removed from your account. If it was not you, choose a new password at once, and write to us.

# Providers of identities, by OpenID Connect.
provider-sign-in = Sign in with { $provider }
provider-way = On to { $provider }
provider-back = Back from { $provider }
provider-go-on = Go on
provider-failed = The other site could not be asked, or did not say who you are. Please try again, or sign in in another way.
provider-too-late = That took too long, or was begun in another browser. Please begin again.
provider-no-address = The other site did not tell us an e-mail address that it has confirmed. Please create an account here; then you can link the two on your account page.
identities-title = Other ways to sign in
identity-link = Link { $provider }
identity-link-lead = { $provider } knows you as { $there }; here you are { $here }. If you link the two accounts, you can sign in with either.
identity-link-do = Link them
identity-unused = { $who }, linked on { $since }, not used yet.
identity-used = { $who }, linked on { $since }, last used on { $used }.
identity-remove = Remove
account-password-none = None: you sign in in another way
said-provider-known = There is an account with this address already. Please sign in to it once; then you can link the two.
said-identity-linked = The two are linked: you can sign in with either.
said-identity-taken = That identity is linked to another account. Nothing was changed.
said-identity-removed = It is removed; it does not sign you in any more.
said-identity-last = This is your only way to sign in. Please choose a password or add a passkey first.
account-told-identity-linked-subject = Another way to sign in was linked
account-told-identity-linked-body = Hello { $name },

    From now on an account at another site signs you in here. If you did not link it, remove it on your account page, choose a new password, and write to us at once.
account-told-identity-removed-subject = A way to sign in was removed
account-told-identity-removed-body = Hello { $name },

    An account at another site does not sign you in here any more. If it was not you who removed it, choose a new password at once, and write to us.
