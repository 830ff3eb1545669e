inbox-title = Messages
inbox-empty = No messages yet. Whatever the association writes to you is kept here, even if an e-mail gets lost.
inbox-new = new
inbox-go = Go there
inbox-footer = { $association } · You find this message in your inbox too.
