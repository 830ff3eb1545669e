account-email = E-mail address
account-password = Password

register-title = Create an account
register-lead = It is free, and you can start gathering your evidence at once. You decide later whether to apply.
register-name = Your name
register-name-hint = As it should stand on a certificate.
register-email-hint = A personal address is best: filters at work often hold our letters back.
register-password-hint = At least 15 characters. Three or four words that only you would put together are good.
register-password-short = Please use at least 15 characters, for example a few words.
register-password-simple = This repeats or counts, and would be guessed soon. Three or four words that only you would put together are better.
register-address-taken = There is an account with this address already. Please sign in, or ask for a new password.
register-do = Create account
register-have-account = You have an account already?

sign-in-title = Sign in
sign-in-do = Sign in
sign-in-forgotten = I forgot my password
sign-in-no-account = No account yet?
sign-in-wrong = This address and password do not go together. Please check both.
sign-in-wait = There were too many wrong tries for this address. Please wait 20 minutes, or ask for a new password.

confirm-title = Confirm your address
confirm-lead = Please press the button to confirm that { $email } is your address.
confirm-do = Yes, this is my address
confirm-link-spent = This link has been used already or is too old. If your address is not confirmed yet, you can ask for a new link at home.
confirm-go-home = Go to your home
confirm-subject = Please confirm your address
confirm-body = Hello { $name },

    Thank you for creating an account. Please open this link and press the button, so that we know that our letters reach you:

reset-title = A new password
reset-lead = We send a link to your address. It works for two hours.
reset-do = Send me a link
reset-sent = If there is an account with this address, a letter is on its way. Please look into your spam folder too.
reset-choose-title = Choose a new password
reset-new-password = New password
reset-choose-do = Keep this password
reset-link-spent = This link has been used already or is too old.
reset-subject = A new password
reset-body = Hello { $name },

    Somebody, probably you, asked for a new password. Please open this link to choose one. If it was not you, you need not do anything.

said-registered = Your account is ready. We have sent you a letter to confirm your address; you can start meanwhile.
said-registered-later = Your account is ready. Several letters have gone to this mailbox within the hour, so we send no more just now; you can ask for the one that confirms your address later, at home.
said-signed-out = You are signed out.
said-address-confirmed = Thank you, your address is confirmed.
said-address-confirmed-sign-in = Thank you, your address is confirmed. Sign in to go on.
said-confirmation-sent = Another letter is on its way.
said-confirmation-enough = Three letters have left within the hour. Please look into your spam folder, or try again later.
said-password-changed = Your new password is set, and you are signed out everywhere. Please sign in.
