account-email = Correo electrónico
account-password = Contraseña

register-title = Crear una cuenta
register-lead = Es gratis y puede empezar a reunir su evidencia de inmediato. Más adelante decide si presenta una solicitud.
register-name = Su nombre
register-name-hint = Tal como debe aparecer en un certificado.
register-email-hint = Conviene una dirección personal: los filtros del trabajo suelen retener nuestras cartas.
register-password-hint = Al menos 15 caracteres. Sirven bien tres o cuatro palabras que solo usted juntaría.
register-password-short = Use al menos 15 caracteres, por ejemplo varias palabras.
register-password-simple = Esto se repite o va en serie, y se adivinaría pronto. Son mejores tres o cuatro palabras que solo usted juntaría.
register-address-taken = Ya hay una cuenta con esta dirección. Inicie sesión o pida una contraseña nueva.
register-do = Crear cuenta
register-have-account = ¿Ya tiene una cuenta?

sign-in-title = Iniciar sesión
sign-in-do = Iniciar sesión
sign-in-forgotten = Olvidé mi contraseña
sign-in-no-account = ¿Todavía no tiene cuenta?
sign-in-wrong = Esta dirección y esta contraseña no coinciden con ninguna cuenta. Revise ambas.
sign-in-wait = Hubo demasiados intentos fallidos con esta dirección. Espere 20 minutos o pida una contraseña nueva.

confirm-title = Confirme su dirección
confirm-lead = Oprima el botón para confirmar que { $email } es su dirección.
confirm-do = Sí, es mi dirección
confirm-link-spent = Este enlace ya se usó o es demasiado antiguo. Si su dirección aún no está confirmada, puede pedir otro enlace en su página de inicio.
confirm-go-home = Ir a su página de inicio
confirm-subject = Confirme su dirección de correo
confirm-body = Hola, { $name }:

    Gracias por crear una cuenta. Abra este enlace y oprima el botón, para que sepamos que nuestras cartas le llegan:

reset-title = Una contraseña nueva
reset-lead = Le enviamos un enlace a su dirección. Funciona durante dos horas.
reset-do = Enviarme un enlace
reset-sent = Si hay una cuenta con esta dirección, la carta va en camino. Revise también la carpeta de correo no deseado.
reset-choose-title = Elija una contraseña nueva
reset-new-password = Contraseña nueva
reset-choose-do = Guardar esta contraseña
reset-link-spent = Este enlace ya se usó o es demasiado antiguo.
reset-subject = Una contraseña nueva
reset-body = Hola, { $name }:

    Alguien, probablemente usted, pidió una contraseña nueva. Abra este enlace para elegirla. Si no fue usted, no tiene que hacer nada.

said-registered = Su cuenta está lista. Le enviamos una carta para confirmar su dirección; mientras tanto ya puede empezar.
said-registered-later = Su cuenta está lista. A este buzón ya salieron varias cartas en la última hora, así que por ahora no enviamos más; desde su página de inicio puede pedir más tarde la que confirma su dirección.
said-signed-out = Su sesión quedó cerrada.
said-address-confirmed = Gracias, su dirección quedó confirmada.
said-address-confirmed-sign-in = Gracias, su dirección quedó confirmada. Inicie sesión para continuar.
said-confirmation-sent = Otra carta va en camino.
said-confirmation-enough = Ya le enviamos tres cartas en la última hora. Revise su carpeta de correo no deseado o inténtelo más tarde.
said-password-changed = Su contraseña nueva está lista y se cerraron todas sus sesiones. Inicie sesión.
