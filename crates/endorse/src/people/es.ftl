account-email = Correo electrónico
account-password = Contraseña

register-title = Crear una cuenta
register-lead = Crear una cuenta y llevar su carpeta no cuesta nada, y puede empezar a reunir su evidencia de inmediato. Más adelante decide si presenta una solicitud; lo que la asociación cobra por ella, hasta donde se sabe, está aquí:
register-fees = Categorías y sus cuotas
register-name = Su nombre
register-name-hint = Tal como debe aparecer en un certificado, con un máximo de 80 caracteres. Después puede cambiarlo.
register-email-hint = Conviene una dirección personal: los filtros del trabajo suelen retener nuestras cartas.
register-password-hint = Al menos 15 caracteres. Sirven bien tres o cuatro palabras que solo usted juntaría.
register-password-short = Use al menos 15 caracteres, por ejemplo varias palabras.
register-password-simple = Esto se repite o va en serie, y se adivinaría pronto. Son mejores tres o cuatro palabras que solo usted juntaría.
register-password-lost = Esta contraseña figura en una lista de contraseñas robadas, que son las primeras que se prueban en todas partes. Elija otra y cámbiela también donde la use.
register-password-common = Está hecha de palabras o secuencias que se prueban primero. Son mejores tres o cuatro palabras que solo usted juntaría.
register-password-ours = Está hecha de palabras nuestras, o de su nombre o dirección, y se adivinaría pronto. Son mejores tres o cuatro palabras que no tengan que ver con nosotros ni con usted.
register-do = Crear cuenta
register-means = Al crear una cuenta, usted acepta lo que se hace con sus datos:
register-have-account = ¿Ya tiene una cuenta?

sign-in-title = Iniciar sesión
sign-in-do = Iniciar sesión
sign-in-forgotten = Olvidé mi contraseña
sign-in-no-account = ¿Todavía no tiene cuenta?
sign-in-wrong = Esta dirección y esta contraseña no coinciden con ninguna cuenta. Revise ambas. Si la cuenta es nueva, abra el enlace de nuestra primera carta antes de iniciar sesión.
sign-in-wait = Hubo demasiados intentos fallidos con esta dirección. Espere 20 minutos o pida una contraseña nueva.

confirm-title = Confirme su dirección
confirm-lead = Oprima el botón para confirmar que { $email } es su dirección.
confirm-registered = Se registró el { $when }, a nombre de { $name }.
confirm-beside = Con esta dirección se registró otra cuenta el { $when }, a nombre de { $name }. La dirección es de la que usted confirme primero; la otra solo podrá usarse donde alguien siga con la sesión abierta en ella. Si en esa otra anotó algo, confirme esa: su propia carta trae su enlace.
confirm-link-lead = ¿La registró usted y no sabe su contraseña? Le enviamos a { $email } un enlace para iniciar sesión en esta cuenta.
confirm-link-do = Envíenme un enlace a esta cuenta
link-password = Contraseña de esa cuenta
link-password-hint = En este navegador no tiene la sesión abierta en ella. Si la cuenta no es suya, salga de esta página.
link-password-missing = Escriba la contraseña de esa cuenta, o inicie sesión en ella y abra otra vez el enlace.
link-password-wrong = Esta no es la contraseña de esa cuenta.
confirm-do = Sí, es mi dirección
confirm-link-spent = Este enlace ya se usó o es demasiado antiguo. Si su dirección aún no está confirmada, puede pedir otro enlace en su página de inicio.
confirm-elsewhere = Ya hay una cuenta con la dirección { $email }. Inicie sesión en esa; si ya no sabe su contraseña, pida una nueva.
confirm-elsewhere-new = Esta carta es de otra cuenta, que se registró con la dirección el { $when }. No recibe la dirección, y solo puede usarse donde alguien siga con la sesión abierta en ella; no ve nada de lo suyo. Si no la registró usted, no tiene que hacer nada.
confirm-go-home = Ir a su página de inicio
confirm-subject = Confirme su dirección de correo
confirm-body = Hola:

    Gracias por crear una cuenta el { $when }. Hasta que su dirección esté confirmada, su sesión existe solo en el navegador en que se registró. Si no fue usted quien se registró, no haga nada con esta carta. Si fue usted, abra este enlace y oprima el botón de esa página:

reset-title = Una contraseña nueva
reset-lead = Le enviamos un enlace a su dirección. Funciona durante 30 minutos.
reset-do = Enviarme un enlace
reset-sent = Si hay una cuenta con esta dirección, la carta va en camino. Revise también la carpeta de correo no deseado.
reset-choose-title = Elija una contraseña nueva
reset-new-password = Contraseña nueva
reset-choose-do = Guardar esta contraseña
reset-link-spent = Este enlace ya se usó o es demasiado antiguo.
reset-subject = Una contraseña nueva
reset-body = Hola, { $name }:

    Alguien, probablemente usted, pidió una contraseña nueva. Abra este enlace antes de 30 minutos para elegirla. Si no fue usted, no tiene que hacer nada.

said-registered = Su cuenta está lista y ya puede empezar. Abra pronto el enlace de nuestra carta: si cierra la sesión, solo podrá iniciarla otra vez con la dirección confirmada.
said-signed-out = Su sesión quedó cerrada.
said-account-stays = Usted pidió borrar su cuenta. Como ha iniciado sesión, se queda, con todo lo que hay en ella.
said-arrived = Su dirección está confirmada. Antes podría haberla registrado cualquier persona, así que la contraseña escrita entonces ya no sirve: elija una en «Cuenta».
said-address-confirmed = Gracias, su dirección quedó confirmada.
said-address-confirmed-sign-in = Gracias, su dirección quedó confirmada. Inicie sesión para continuar.
said-address-confirmed-other = Gracias, la dirección de esa cuenta quedó confirmada. En este navegador tiene abierta la sesión de otra cuenta.
said-confirm-link-sent = Un enlace para iniciar sesión en esta cuenta va en camino, salvo que ya hayan salido tres a este buzón en la última hora. Funciona durante 10 minutos.
said-confirmation-sent = Otra carta va en camino, salvo que ya hayan salido tres a este buzón en la última hora: es lo máximo. Revise también el correo no deseado.
said-password-changed = Su contraseña nueva está lista y se cerraron todas sus sesiones. Inicie sesión.

# La cuenta propia.
account-title = Su cuenta
account-name = Nombre
account-name-hint = Tal como debe aparecer en un certificado, con un máximo de 80 caracteres. Lo que ya se emitió conserva el nombre con el que se emitió.
account-language = Idioma de las cartas
account-language-hint = El idioma de las páginas se elige en el menú.
account-change = Cambiar
account-keep = Guardar
account-yours = Lo que se guarda de usted
account-cancel = Cancelar
account-details-title = Nombre e idioma
account-email-confirmed = Confirmado
account-email-unconfirmed = Aún sin confirmar
account-email-waiting = Falta confirmar { $email } con el enlace de la carta que enviamos allí.
account-email-title = Otro correo electrónico
account-email-lead = Usted inicia sesión con { $email } y allí llegan nuestras cartas. Enviamos un enlace a la dirección nueva: en cuanto la confirme, valdrá esa. La dirección actual también recibe una carta, con la que se puede detener el cambio.
account-email-new = Correo electrónico nuevo
account-email-do = Enviar el enlace
account-email-same = Esta ya es su dirección.
account-email-enough = Ya lo pidió tres veces en la última hora. Inténtelo más tarde.
account-password-since = Se cambió por última vez el { $at }
account-password-unknown = No se sabe cuándo se cambió por última vez
account-password-title = Otra contraseña
account-password-lead = Se cerrarán las sesiones que tenga abiertas en otros lugares.
account-password-present = Su contraseña actual
account-password-wrong = Esta no es su contraseña actual.
account-factor-none = Desactivado
account-factor-since = Activado desde el { $at }
account-factor-codes = { $n ->
    [0] No queda ningún código de recuperación.
    [one] Queda un código de recuperación.
   *[other] Quedan { $n } códigos de recuperación.
  }
account-factor-set-up = Configurar

sessions-title = Dónde tiene la sesión abierta
sessions-lead = Si no reconoce alguna, ciérrela y elija otra contraseña. Una sesión se cierra sola a los 14 días, o antes si nadie la usa.
sessions-browser-on = { $browser } en { $system }
sessions-browser-unknown = Un navegador que no dijo cuál es
sessions-since = Sesión iniciada el { $at }
sessions-since-from = Sesión iniciada el { $at }, desde { $from }
sessions-used = usada por última vez el { $at }
sessions-current = Esta sesión
sessions-end = Cerrar
sessions-end-others = Cerrar todas las demás sesiones

address-notice-subject = Su correo electrónico está por cambiar
address-notice-body = Hola, { $name }:

    Alguien, probablemente usted, pidió que en adelante inicie sesión con { $email } y que nuestras cartas lleguen allí. Si fue usted, aquí no tiene que hacer nada: busque el enlace en la carta enviada a la dirección nueva.

    Si no fue usted, abra este enlace y detenga el cambio. El enlace funciona hasta tres días después del cambio:
address-link-subject = Su correo electrónico nuevo
address-link-body = Hola:

    Abra este enlace y oprima el botón para iniciar sesión con esta dirección en adelante. El enlace funciona durante 24 horas. Si no lo pidió usted, no tiene que hacer nada.
address-taken-body = Hola:

    Alguien, quizás usted, pidió usar esta dirección para una cuenta. Esta dirección ya tiene una cuenta, así que nada cambia. Si fue usted, inicie sesión con esta dirección.
address-make-title = Confirme su dirección nueva
address-make-lead = En adelante usted inicia sesión con { $new } en lugar de { $old }, y allí llegan nuestras cartas.
address-make-do = Sí, usar la dirección nueva
address-stop-title = Detener el cambio de dirección
address-stop-lead = Alguien pidió cambiar { $old } por { $new }. Si lo detiene, { $old } sigue valiendo, se cierran todas las sesiones de la cuenta y la contraseña deja de funcionar, porque quien lo pidió la conocía. También se quitan las claves de acceso y las cuentas vinculadas. Después elige una contraseña nueva.
address-stop-do = Detener el cambio
address-link-spent = Este enlace ya se usó o es demasiado antiguo.
address-go-account = Ir a su cuenta

# El segundo factor: se conoce como inicio de sesión en dos pasos.
factor-title = Inicio de sesión en dos pasos
factor-required = Su función le permite ver expedientes de otras personas. Configure esto antes de continuar.
factor-lead = Después de la contraseña pedimos un código de su teléfono. Así nadie entra solo con su contraseña.
factor-app = Necesita una aplicación de autenticación: sirve la que trae su teléfono o su administrador de contraseñas. Para empezar, escriba su contraseña una vez más.
factor-begin = Empezar
factor-code-title = Agregue la cuenta a su aplicación
factor-code-lead = Escanee esta imagen con la aplicación, u oprima el botón si la aplicación está en este mismo aparato. Entonces muestra un código de seis dígitos, uno nuevo cada 30 segundos.
factor-picture = Código QR para la aplicación; la misma clave aparece abajo como texto
factor-open = Abrir en su aplicación
factor-secret = Si no puede escanearla ni abrirla, escriba o copie esta clave en la aplicación:
factor-code = Código
factor-code-hint = Los seis dígitos que la aplicación muestra ahora.
factor-code-or-recovery = Los seis dígitos que la aplicación muestra ahora, o uno de sus códigos de recuperación.
factor-confirm = Activar
factor-code-wrong = Este código no es correcto. Escriba el que la aplicación muestra ahora, o un código de recuperación que no haya usado; cada uno sirve una sola vez.
factor-wait = Hubo demasiados códigos equivocados. Espere 20 minutos.
factor-on = El inicio de sesión en dos pasos está activado. Se cerraron las sesiones que tenía abiertas en otros lugares.
factor-codes-made = Sus códigos de recuperación
factor-codes-lead = Si pierde su teléfono, cada uno de estos códigos le permite entrar una vez. Imprímalos o anótelos ahora y guárdelos con sus documentos importantes: no podemos mostrarlos otra vez.
factor-codes-kept = Ya los guardé
factor-codes-title = Códigos de recuperación nuevos
factor-codes-anew = Recibe diez códigos nuevos. Los anteriores dejan de funcionar.
factor-codes-do = Crear códigos nuevos
factor-off-title = Desactivar el inicio de sesión en dos pasos
factor-off-lead = En adelante basta su contraseña para entrar.
factor-off-do = Desactivar
factor-asking-title = Su código
factor-asking-lead = Abra su aplicación de autenticación y escriba el código que muestra para esta cuenta.
factor-lost = No tengo mi teléfono a la mano
factor-lost-text = Escriba uno de los códigos de recuperación que recibió al configurarlo. Si ya no le queda ninguno, escriba a la coordinación de acreditación.

account-told-password-subject = Se cambió su contraseña
account-told-password-body = Hola, { $name }:

    La contraseña de su cuenta se cambió en la página de su cuenta. Si no fue usted, pida de inmediato una contraseña nueva y escríbanos.
account-told-erasure-off-subject = Su cuenta se queda
account-told-erasure-off-body = Hola, { $name }:

    usted inició sesión después de pedir que se borrara su cuenta. Se queda, con todo lo que hay en ella. Si aún quiere que se borre, vuelva a pedirlo.

    Si no fue usted quien inició sesión, elija ahora mismo otra contraseña.
account-told-factor-on-subject = El inicio de sesión en dos pasos está activado
account-told-factor-on-body = Hola, { $name }:

    En adelante pedimos un código después de su contraseña. Si no lo activó usted, escríbanos de inmediato.
account-told-factor-off-subject = El inicio de sesión en dos pasos está desactivado
account-told-factor-off-body = Hola, { $name }:

    En adelante basta su contraseña para iniciar sesión. Si no lo desactivó usted, elija de inmediato una contraseña nueva y escríbanos.
account-told-codes-subject = Tiene códigos de recuperación nuevos
account-told-codes-body = Hola, { $name }:

    Se crearon diez códigos de recuperación nuevos para su cuenta; los anteriores dejaron de funcionar. Si no fue usted, elija de inmediato una contraseña nueva y escríbanos.
account-told-code-used-subject = Se usó un código de recuperación
account-told-code-used-body = Hola, { $name }:

    Se usó uno de sus códigos de recuperación en lugar del código de su aplicación. Si no fue usted, elija de inmediato una contraseña nueva y escríbanos.

link-title = Iniciar sesión con un enlace por correo
link-lead = Le enviamos un enlace a su dirección. Funciona una sola vez, durante 10 minutos.
link-do = Enviarme un enlace
link-sent = Si hay una cuenta con esta dirección, la carta va en camino. Revise también la carpeta de correo no deseado.
link-come-in-lead = Oprima el botón para iniciar sesión como { $email }.
link-spent = Este enlace ya se usó o es demasiado antiguo.
link-subject = Su enlace para iniciar sesión
link-body = Hola, { $name }:

    Abra este enlace y oprima el botón para iniciar sesión. Funciona una sola vez, durante 10 minutos. Si no lo pidió usted, no tiene que hacer nada.

said-account-details = Sus cambios quedaron guardados.
said-account-password = Su contraseña nueva está lista. Se cerraron sus sesiones en otros lugares.
said-account-email = Enviamos un enlace a la dirección nueva. La actual vale hasta que usted confirme la otra.
said-address-changed = Su dirección nueva quedó confirmada. En adelante inicie sesión con ella.
said-address-changed-other = Esa cuenta ya tiene su nueva dirección. En este navegador tiene abierta la sesión de otra cuenta.
said-address-stopped = El cambio quedó detenido y se cerraron todas las sesiones. La contraseña anterior ya no funciona: pida un enlace para elegir una nueva.
said-session-ended = La sesión quedó cerrada.
said-other-sessions-ended = Se cerraron todas las demás sesiones.
said-factor-off = El inicio de sesión en dos pasos está desactivado.
said-half-too-late = Pasó demasiado tiempo. Empiece otra vez con su contraseña.

# Demostrar otra vez de quién se trata.
again-title = Demuestre que es usted
again-lead = Lo que está por hacer merece una segunda mirada, y hace más de 15 minutos que demostró quién es. Lo que escribió no se pierde: continúa desde aquí.
again-or-code = O bien, en lugar de la contraseña:
again-do = Continuar
again-not-yet = Todavía no sabemos que es usted. Inicie sesión de nuevo en otra ventana, regrese aquí y continúe.
again-elsewhere = ¿No tiene ninguna de las dos a mano? Inicie sesión de nuevo en otra ventana, regrese aquí y continúe.
again-passkey = Usar una clave de acceso

# Claves de acceso (passkeys).
passkeys-title = Claves de acceso
passkeys-about = Con una clave de acceso (passkey) usted entra con su huella, su rostro o el PIN de su dispositivo, en lugar de contraseña y código. Nadie puede adivinarla ni sacársela con engaños.
passkey-add = Agregar una clave de acceso
passkey-add-do = Agregarla en este dispositivo
passkey-lead = Su dispositivo, o su administrador de contraseñas, crea una clave y la guarda. Al iniciar sesión le pide su huella, su rostro o su PIN, y usted no escribe nada.
passkey-one-host = Sirve solamente para { $host }. Para otra asociación, agregue una allí.
passkey-name = Nombre
passkey-name-hint = Para distinguirla de otras; por ejemplo, «Mi teléfono».
passkey-not-made = No se pudo guardar la clave de acceso: la respuesta de su dispositivo llegó tarde o no era correcta. Inténtelo de nuevo.
passkey-enough = Usted tiene 20 claves de acceso. Quite una primero.
passkey-failed = No funcionó, o usted lo interrumpió. Inténtelo de nuevo o inicie sesión con su contraseña.
passkey-browser = Este navegador no puede crear claves de acceso.
passkey-script = Las claves de acceso necesitan JavaScript, que está desactivado en este navegador. Todo lo demás funciona sin él.
passkey-needs-name = Las claves de acceso necesitan un sitio con nombre. A este se llega por un número, así que no puede tenerlas.
passkey-unused = Para { $host }. Agregada el { $added }, todavía sin usar.
passkey-used = Para { $host }. Agregada el { $added }, usada por última vez el { $used }.
passkey-remove = Quitar
passkey-sign-in = Iniciar sesión con una clave de acceso
passkey-wrong = Esta clave de acceso no abre ninguna cuenta aquí. Inténtelo de nuevo o inicie sesión con su contraseña.
said-passkey-added = Su clave de acceso quedó agregada.
said-passkey-removed = La clave de acceso quedó quitada. Bórrela también en su dispositivo.
account-told-passkey-added-subject = Se agregó una clave de acceso
account-told-passkey-added-body = Hola, { $name }:

    Desde ahora puede iniciar sesión con una clave de acceso. Si usted no la agregó, quítela en la página de su cuenta, elija una contraseña nueva y escríbanos de inmediato.
account-told-passkey-removed-subject = Se quitó una clave de acceso
account-told-passkey-removed-body = Hola, { $name }:

    Se quitó una clave de acceso de su cuenta. Si no fue usted, elija de inmediato una contraseña nueva y escríbanos.

# Proveedores de identidad (OpenID Connect).
provider-sign-in = Iniciar sesión con { $provider }
provider-way = Hacia { $provider }
provider-back = De vuelta de { $provider }
provider-go-on = Continuar
provider-failed = No se pudo consultar al otro sitio, o este no dijo quién es usted. Inténtelo de nuevo o inicie sesión de otra manera.
provider-too-late = Tardó demasiado, o se comenzó en otro navegador. Comience de nuevo.
provider-no-address = El otro sitio no nos comunicó ninguna dirección de correo que haya confirmado. Cree una cuenta aquí; después podrá vincular ambas en la página de su cuenta.
identities-title = Otras maneras de iniciar sesión
identity-link = Vincular { $provider }
identity-link-lead = { $provider } le conoce como { $there }; aquí usted es { $here }. Si vincula las dos cuentas, podrá iniciar sesión con cualquiera de ellas.
identity-link-do = Vincularlas
identity-unused = { $who }, vinculada el { $since }, todavía sin usar.
identity-used = { $who }, vinculada el { $since }, usada por última vez el { $used }.
identity-remove = Quitar
account-password-none = Ninguna: usted inicia sesión de otra manera
said-provider-known = Ya hay una cuenta con esta dirección. Inicie sesión en ella una vez; después podrá vincular ambas.
said-identity-linked = Quedaron vinculadas: puede iniciar sesión con cualquiera de las dos.
said-identity-taken = Esa identidad está vinculada a otra cuenta. No se cambió nada.
said-identity-removed = Quedó quitada; ya no sirve para iniciar sesión.
said-identity-last = Es su única manera de iniciar sesión. Elija primero una contraseña o agregue una clave de acceso.
account-told-identity-linked-subject = Se vinculó otra manera de iniciar sesión
account-told-identity-linked-body = Hola, { $name }:

    Desde ahora puede iniciar sesión aquí con una cuenta de otro sitio. Si usted no la vinculó, quítela en la página de su cuenta, elija una contraseña nueva y escríbanos de inmediato.
account-told-identity-removed-subject = Se quitó una manera de iniciar sesión
account-told-identity-removed-body = Hola, { $name }:

    Una cuenta de otro sitio ya no sirve para iniciar sesión aquí. Si no fue usted quien la quitó, elija de inmediato una contraseña nueva y escríbanos.
