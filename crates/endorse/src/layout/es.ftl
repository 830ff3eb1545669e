# Palabras que comparten todas las páginas.
brand-endorsement = Acreditación
language-name = Español
language-en = inglés
language-es = español
skip-to-page = Ir al contenido
menu = Menú
menu-label = Principal
sign-out = Cerrar sesión
not-confirmed = Dirección aún sin confirmar. Abra nuestra carta antes de cerrar la sesión.
not-confirmed-do = Enviar otra vez la carta
nav-categories = Categorías
nav-registry = Comprobar una acreditación
nav-sign-in = Iniciar sesión
nav-your-home = Su página de inicio
nav-home = Inicio
nav-locker = Carpeta
nav-inbox = Mensajes
nav-endorsements = Acreditaciones
nav-account = Cuenta
nav-desk = Escritorio
nav-reviews = Revisiones
nav-association = Asociación
foot-contact = Escríbanos
foot-front = Qué es la acreditación
foot-about = Acerca de { $association }
foot-rules = Las reglas y sus fuentes
foot-registry = Registro

# A coordinator who helps somebody.
helping-somebody = Está ayudando a { $name } con { $number } hasta el { $until }. La carpeta y los documentos que usted ve son los de { $name }; lo que haga ahí queda registrado como hecho por usted en su nombre.
helping-is-over = El tiempo para ayudar a { $name } con { $number } terminó el { $until }. Indique que ha terminado.
helping-called-off = { $name } terminó la ayuda de usted con { $number } el { $until }. Ya no se guarda nada más en su carpeta. Indique que ha terminado.
helping-locker = Su carpeta
helping-end = He terminado

# Formularios.
problems-title = Hay algo que corregir
field-optional = (opcional)
field-choose = Elija una opción
field-file-hint = PDF, JPEG o PNG, de hasta 10 MB. También sirve una foto clara.
field-file-too-large = Este archivo ocupa { "{size}" }. Elija uno de { "{most}" } como máximo.
saving = Guardando…
saved-at = Guardado a las { "{time}" }
not-saved = No se ha guardado. Lo intentamos de nuevo; no cierre esta página.
not-saved-away = Su sesión está cerrada y esto no se ha guardado. Inicie sesión en otra pestaña; entonces lo guardamos aquí.
not-saved-gone = Esto ya no se puede guardar aquí: se decidió, se retiró o ya no le corresponde llenarlo. Copie lo que escribió antes de salir.

# Atajos de teclado.
keys-title = Atajos de teclado
keys-search = Buscar
keys-move = Línea siguiente y anterior
keys-open = Abrir la línea
keys-act = Hacer lo que pide la línea
keys-choose = Seleccionar la línea
keys-this = Esta lista
keys-off = Desactivar los atajos de una sola tecla en este dispositivo
keys-close = Cerrar

# Cartas.
letter-to = para
letter-foot = Este mensaje queda guardado en su buzón. El correo electrónico es solo una copia.

# Cuando algo sale mal.
error-number = Si nos escribe, indique este número:
error-front = Ir a la página principal
error-400 = Una solicitud es para un solo servidor. Esta nombra varios, por eso no se siguió leyendo.
error-403-title = Este paso no le corresponde
error-403-text = Usted ha iniciado sesión, pero este paso le corresponde a otra persona.
error-403-next = Si cree que debería poder hacerlo, escriba a la coordinación de acreditación.
error-foreign-title = Este formulario no vino de una de nuestras páginas
error-foreign-text = Su navegador no indicó que una de nuestras páginas haya enviado este formulario. No se cambió nada.
error-foreign-next = Abra la página aquí y envíe el formulario de nuevo. Si vuelve a suceder, es posible que un ajuste o una extensión de su navegador oculte en qué página está.
error-404-title = No encontramos esta página
error-404-text = En esta dirección no hay nada, o no es algo que usted pueda ver.
error-404-next = Si llegó desde el enlace de una carta, compruebe que lo copió completo.
error-409-title = Otra persona hizo un cambio antes
error-409-text = Lo que usted veía ya no está al día, por eso no guardamos su cambio.
error-409-next = Vuelva atrás, cargue la página de nuevo y revise lo que ha cambiado.
error-413-title = Es demasiado grande
error-413-text = Un archivo puede tener hasta 10 MB, y lo que se escribe en un formulario, hasta 256 kB en 500 campos como máximo. No se ha perdido nada de lo ya guardado.
error-413-next = Vuelva atrás: lo que escribió sigue ahí. Elija un archivo más pequeño o una foto de menor tamaño, o acorte el texto.
error-421 = Nadie responde en este nombre de servidor. Revise la dirección o búsquela en el sitio web de su asociación.
error-422-title = No pudimos leer lo que envió
error-422-text = Hay algo en el formulario o en la dirección que no entendemos.
error-422-next = Vuelva atrás e inténtelo otra vez. Lo ya guardado está a salvo.
error-429-title = Demasiados intentos
error-429-text = Para proteger a las personas y lo que guardan aquí, nos detenemos tras muchos intentos en poco tiempo.
error-429-next = Espere unos minutos e inténtelo de nuevo.
error-500-title = El error es nuestro
error-500-text = Algo falló en nuestro sistema. Lo ya guardado está a salvo.
error-500-next = Inténtelo de nuevo en un minuto. Si vuelve a ocurrir, escriba a la coordinación de acreditación.
