# Las valoraciones, como las ve la persona solicitante.
references-title = Referencias
references-back = Su solicitud
references-lead = Personas que conocen su trabajo lo valoran de manera confidencial. Cada una recibe una carta con su propio enlace y no necesita cuenta. Toma unos diez minutos.
references-asked-for = Lo que se pide
references-no-number = No se conoce un número para estas reglas. Pida tres valoraciones y, si tiene dudas, escriba a la coordinación.
references-or = o
references-anyone = Alguien que conozca su trabajo
references-nobody = Nadie todavía
references-people = Personas a quienes preguntó
references-nobody-yet = Todavía no ha preguntado a nadie. Lo mejor es alguien que conozca su trabajo desde hace un año o más.
references-since = desde el { $day }
references-waived = usted renunció a leerla
references-kept = usted conservó el derecho a leerla
references-suggests = Sugiere preguntar a: { $someone }
references-suggestion = Sugiere preguntar a
references-ask = Pedir una valoración
references-closed = Esta solicitud está cerrada; ya no se puede pedir ninguna valoración para ella.
references-confirm-first = Antes de que escribamos a otras personas en su nombre, confirme su propia dirección: abra la carta que le enviamos y oprima el botón.
references-confirm-again = Enviarme esa carta otra vez
references-enough = En este momento hay seis personas a quienes ha preguntado. Para preguntar a otra, abra una de la lista y retire primero su petición.
references-enough-today = Ya salieron tantas cartas como se permiten en un día para esta solicitud. Continúe mañana, por favor.
references-relation = ¿Qué relación tiene con usted?
references-relation-hint = El formulario que recibe está redactado para esa relación.
references-name = Nombre de la persona
references-name-hint = Con un máximo de 80 caracteres.
references-email = Correo electrónico de la persona
references-email-hint = Lo mejor es una dirección personal: los filtros del trabajo suelen retener nuestras cartas.
references-language = ¿En qué idioma debemos escribirle?
references-language-en = Inglés
references-language-es = Español
references-waiver = ¿Podrá usted leer después esta valoración?
references-waiver-hint = Su decisión queda fija al enviar la carta, y se le comunica a la persona. Ambas opciones están bien; ninguna cambia cómo se juzga su solicitud.
references-waive = Renuncio a mi derecho a leer esta valoración
references-keep = Conservo mi derecho a leerla
references-waiver-why = ¿Qué significa esto?
references-waiver-because = Muchas personas escriben con más franqueza cuando saben que solo leerá su respuesta quien juzga la solicitud, y algunas solo responden en ese caso. Si usted conserva el derecho, podrá leer la valoración cuando se haya decidido su solicitud, no antes. Siempre verá quién respondió y quién no.
references-sign = Firme su decisión con su nombre
references-sign-hint = Su nombre tal como figura en su cuenta. Al escribirlo, firma la decisión de arriba.
references-other-name = Este no es el nombre de su cuenta. Escriba su nombre tal como figura en ella.
references-do-ask = Enviar la carta
references-own-address = Este es su propio buzón. La valoración tiene que venir de otra persona.
references-same-address = Este es el buzón al que escribimos. Si la carta se perdió, envíe mejor un recordatorio.
references-asked-already = Ya escribió a este buzón para esta solicitud. Nombre a otra persona.
references-asked-lately = Escribimos a este buzón hace menos de siete días. Espere a que pasen siete días o use otra dirección.
references-mailbox-full = Desde ayer enviamos muchas cartas a este buzón. Inténtelo de nuevo mañana o use otra dirección.
references-written-to = Escribimos a
references-right = Derecho a leerla
references-waived-you = Usted renunció al derecho a leer esta valoración.
references-kept-you = Usted conservó el derecho a leer esta valoración una vez decidida su solicitud. Antes no se muestra.
references-waived-long = La persona solicitante renunció al derecho a leer esta valoración.
references-kept-long = La persona solicitante conservó el derecho a leer esta valoración una vez decidida la solicitud.
references-remind = Enviar un recordatorio
references-remind-text = Recibirá otra carta con un enlace nuevo. El enlace de la carta anterior lo indicará.
references-remind-from = Puede enviar un recordatorio a partir del { $day }. También enviamos uno por nuestra cuenta dos semanas después de la primera carta.
references-do-remind = Enviar el recordatorio
references-correct = Corregir la dirección
references-correct-text = Si la carta fue a una dirección equivocada: el enlace anterior deja de funcionar de inmediato y una carta nueva va a la dirección correcta.
references-do-correct = Enviar a la nueva dirección
references-replace = Preguntar a otra persona
references-replace-text = Usted retira su petición. El enlace deja de funcionar de inmediato y lo que se haya empezado no cuenta. Después puede nombrar a otra persona.
references-do-replace = Retirar la petición
references-relation-program-supervisor = Quien supervisa el programa
references-relation-department-chair = Quien dirige o supervisa el departamento
references-relation-rsc-provider = Quien brinda la supervisión reflexiva
references-relation-rsc-recipient = Recibe supervisión reflexiva de la persona solicitante
references-relation-colleague = Colega
references-relation-student = Estudiante
references-relation-teacher = Docente
references-relation-parent = Madre o padre a quien se atendió
references-relation-other = Otra persona que conoce el trabajo
references-state-asked = Carta enviada
references-state-bounced = La carta no llegó
references-state-started = Empezada
references-state-submitted = Respondida
references-state-declined = Dijo que no
references-state-void = Respondida, demasiado poco para contar
references-state-replaced = Petición retirada
references-state-expired = El enlace es demasiado antiguo
references-known-for = la conoce desde hace { $months } meses
references-rater-endorsed = Con acreditación de { $category } desde el { $day }, según indica.
references-signed-by = Firmada por { $name }.
references-signed-mark = Firmada con otro nombre
references-signed-otherwise = Firmada como «{ $name }»; se invitó a «{ $rater }».
references-is-void = { $n } respuestas son «no tengo suficiente información»: este formulario no cuenta.
references-is-inconsistent = Aquí hay valoraciones bajas junto con una recomendación sin reservas. Puede valer la pena preguntar a quien respondió.
said-rater-asked = La carta va en camino.
said-rater-reminded = El recordatorio va en camino.
said-reminded-lately = Han pasado menos de siete días desde la última carta. Espere un poco, por favor.
said-mailbox-full = Desde ayer enviamos muchas cartas a este buzón. Envíe el recordatorio mañana.
said-rater-corrected = El enlace anterior ya no funciona, y una carta va a la nueva dirección.
said-rater-replaced = Su petición queda retirada y el enlace ya no funciona. Ahora puede nombrar a otra persona.

# Cartas a quienes valoran.
references-letter-first-subject = { $applicant } le pide una referencia
references-letter-first-body = Hola, { $name }:

    { $applicant } solicita la acreditación como { $category } y nos dio el nombre de usted como persona que conoce su trabajo. { $association } le pide una valoración de referencia.

    Toma unos diez minutos y no hace falta una cuenta. Sus respuestas se guardan a medida que avanza; puede interrumpir y volver con el mismo enlace hasta el { $until }.

    { $waiver }

    Si prefiere no responder, puede decirlo en la misma página. No reenvíe esta carta: el enlace es solo para usted.
references-letter-again-subject = Recordatorio: { $applicant } le pide una referencia
references-letter-again-body = Hola, { $name }:

    { $applicant } solicita la acreditación como { $category } y sigue esperando su valoración de referencia. { $association } le envía un enlace nuevo; el de la carta anterior ya no funciona.

    Toma unos diez minutos y no hace falta una cuenta. El enlace funciona hasta el { $until }.

    { $waiver }

    Si prefiere no responder, puede decirlo en la misma página; después nadie se lo recordará.
references-letter-begun-subject = Su referencia para { $applicant } está sin terminar
references-letter-begun-body = Hola, { $name }:

    Usted empezó una valoración de referencia para { $applicant }, que solicita la acreditación como { $category }. Sus respuestas están guardadas. { $association } le envía un enlace nuevo para continuar; el de la carta anterior ya no funciona.

    El enlace funciona hasta el { $until }.

    { $waiver }

    Si al final prefiere no responder, puede decirlo en la misma página.
references-letter-waived = { $applicant } renunció al derecho a leer su valoración. Solo la leen quienes juzgan la solicitud y la coordinación, y una persona auditora de la asociación si abre el expediente.
references-letter-kept = { $applicant } conservó el derecho a leer su valoración una vez decidida la solicitud. Antes, solo la leen quienes juzgan la solicitud y la coordinación, y una persona auditora de la asociación si abre el expediente.

# Cartas a la persona solicitante.
reference-submitted-subject = { $rater } respondió
reference-submitted-body = Hola, { $name }:

    Llegó la valoración de referencia de { $rater }. Gracias por haberla pedido.
reference-void-subject = La valoración de { $rater } no puede contar
reference-void-body = Hola, { $name }:

    Llegó la valoración de referencia de { $rater }, pero no dice lo suficiente sobre su trabajo para contar. No es culpa de nadie. Pida una valoración a otra persona.
reference-declined-subject = { $rater } no puede responder
reference-declined-body = Hola, { $name }:

    { $rater } nos dijo que no puede dar una referencia. Pida una valoración a otra persona.

# La página de quien valora.
rating-title = Su referencia para { $applicant }
rating-your-reference-for = Su referencia para
rating-applies = Solicita la acreditación como { $category }.
rating-ten-minutes = Toma unos diez minutos. Puede interrumpir cuando quiera: vuelva con el mismo enlace hasta el { $until }.
rating-waived = { $applicant } renunció al derecho a leer sus respuestas. Solo las leen quienes juzgan la solicitud y la coordinación, y una persona auditora de la asociación si abre el expediente.
rating-kept = { $applicant } conservó el derecho a leer sus respuestas una vez decidida la solicitud. Antes, solo las leen quienes juzgan la solicitud y la coordinación, y una persona auditora de la asociación si abre el expediente.
rating-someone-else = No puedo responder, o debería hacerlo otra persona
rating-progress = { $n } de { $of } respuestas
rating-warning = Eligió { $n } veces «no tengo suficiente información». Está bien. Pero con { $most } una referencia no puede contar. Si no conoce este trabajo lo suficiente, díganoslo; no es culpa de nadie.
rating-part = Parte { $part } de { $parts }: { $title }
rating-part-done = { $n } de { $of }
rating-you = Usted y la persona solicitante
rating-endorsed-as = ¿Tiene usted una acreditación?
rating-endorsed-hint = En ese caso, elija su categoría e indique desde qué día.
rating-not-endorsed = No, o no lo sé con seguridad
rating-endorsed-since = Con acreditación desde
rating-overall = En conjunto
rating-sending = Firmar y enviar
rating-typed-name = Su nombre
rating-typed-name-hint = Al escribir aquí su nombre, usted firma.
rating-attest = Lo confirmo
rating-after-sending = Una vez enviada, ya no se puede cambiar, y el enlace no muestra nada más.
rating-send = Enviar mi referencia
rating-later = Guardar y volver más tarde
rating-send-void = Enviarla de todos modos; sé que no puede contar
rating-still-open = { $n ->
    [one] Falta una respuesta
   *[other] Faltan { $n } respuestas
}
rating-item-open = Elija una respuesta. «No tengo suficiente información» también lo es.
rating-would-be-void = Con tantas respuestas de «no tengo suficiente información», esta referencia no puede contar. Puede cambiar algunas, decirnos más abajo que debería responder otra persona o elegir enviarla de todos modos.
rating-not-months = Escriba un número de meses de hasta 1200; dos años son 24.
rating-say-why = Explique por qué en pocas palabras.
rating-attest-first = Confírmelo antes de enviar.
rating-refusal-text = Está bien; no es culpa de nadie. La persona solicitante sabrá que usted no puede responder y a quién sugiere, pero no por qué.
rating-refusal-reason = ¿Por qué no puede responder?
rating-refusal-reason-hint = Unas palabras, solo para la coordinación. Por ejemplo: no he visto lo suficiente de este trabajo.
rating-refusal-suggestion = ¿Quién conoce mejor este trabajo?
rating-refusal-suggestion-hint = Basta un nombre. Se lo comunicamos a la persona solicitante.
rating-refusal-name = Su nombre
rating-refuse = Decirle que no puedo responder
rating-closed-unknown-title = Este enlace no funciona
rating-closed-unknown-text = Tal vez no se copió completo, o se retiró la petición. Si tiene una carta nuestra más reciente, use el enlace que contiene. De lo contrario, no tiene que hacer nada.
rating-closed-older-title = Hay una carta más reciente
rating-closed-older-text = Le enviamos una carta más reciente con un enlace nuevo. Use ese; no se perdió nada de lo que respondió. Revise también su carpeta de correo no deseado.
rating-closed-submitted-title = Gracias
rating-closed-submitted-text = Recibimos su referencia. No hay nada más que hacer, y este enlace no muestra nada más.
rating-closed-declined-title = Gracias por avisarnos
rating-closed-declined-text = Avisamos a la persona solicitante que debería responder otra persona. No hay nada más que hacer.
rating-closed-expired-title = Este enlace es demasiado antiguo
rating-closed-expired-text = La persona solicitante puede hacer que le enviemos uno nuevo. No se perdió nada de lo que respondió.
rating-closed-over-title = Su respuesta ya no hace falta
rating-closed-over-text = Mientras tanto la solicitud terminó. Gracias por su disposición a ayudar.
rating-closed-own-title = Esta carta es para otra persona
rating-closed-own-text = Usted inició sesión como la persona de quien trata esta referencia. Si es usted a quien se le pidió, abra el enlace en su propio navegador.
said-rating-kept = Sus respuestas están guardadas. Para volver, use el enlace de nuestra carta.
