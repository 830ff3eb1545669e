inbox-title = Mensajes
inbox-empty = Todavía no hay mensajes. Todo lo que la asociación le escriba queda aquí, aunque un correo se pierda.
inbox-new = nuevo
inbox-go = Ir allí
inbox-footer = { $association } · También encuentra este mensaje en su buzón.
