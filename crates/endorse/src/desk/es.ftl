desk-title = { $n ->
    [0] No hay nada pendiente
    [one] Un asunto espera por usted
   *[other] { $n } asuntos esperan por usted
}
desk-title-found = { $n ->
    [0] Nada coincide con «{ $q }»
    [one] Un expediente abierto coincide con «{ $q }»
   *[other] { $n } expedientes abiertos coinciden con «{ $q }»
}
desk-empty-title = Su escritorio está al día
desk-empty-text = Cuando alguien inicie una solicitud, su expediente aparecerá aquí. Lo que requiere su atención va primero: expedientes sin persona revisora, revisiones por decidir, pagos por confirmar, personas de referencia a quienes no llega la carta, renovaciones.
desk-empty-do = Ver las categorías
desk-search = Persona o expediente
desk-order = Lo más urgente primero
desk-keys = para las teclas
desk-filter = Filtrar por estado
desk-all = Todos
desk-today = Hoy
desk-this-week = Esta semana
desk-later = Cuando haya tiempo
desk-files = Expedientes abiertos
desk-found = Expedientes encontrados
desk-none-found = Ningún expediente abierto coincide.
desk-none-here = Por ahora no hay nada aquí.
desk-all-of = Ver los { $n }
desk-pages = Páginas
desk-page-before = Expedientes anteriores
desk-page-after = Más expedientes
desk-days = { $n ->
    [0] hoy
    [one] 1 día
   *[other] { $n } días
}
desk-no-reviewer = Presentado, falta una persona revisora
desk-no-reviewer-why = Por ahora nadie tiene el encargo de juzgarlo.
desk-reviewed = Revisado: decida
desk-reviewed-why = Todas las revisiones de este expediente están terminadas.
desk-exam-passed = Examen aprobado: acredite
desk-exam-passed-why = Todas las partes constan como aprobadas.
desk-promised = { $kind }: pago prometido
desk-promised-why = Confírmelo cuando llegue el dinero.
desk-stuck-declined = Una persona de referencia dijo que no
desk-stuck-bounced = Una carta a una persona de referencia fue devuelta
desk-renewal = Renovación { $cycle } presentada
desk-renewal-why = Revísela y confírmela.
desk-do-assign = Asignar a revisión
desk-do-decide = Decidir
desk-do-confirm = Confirmar el pago
desk-do-waive = Eximir
desk-do-look = Ver

desk-rules = reglas { $version }
desk-since = desde el { $day }
desk-submitted-on = presentada el { $day }
desk-requirements = Requisitos
desk-frozen = Tal como se presentó el { $day }; los cambios posteriores en la carpeta no están aquí.
desk-live = Tal como está hoy la carpeta. Todavía no se ha presentado nada.
desk-findings = Revisiones
desk-agreed = { $n ->
    [0] Todavía no está de acuerdo con ningún requisito
    [one] De acuerdo con un requisito
   *[other] De acuerdo con { $n } requisitos
}
desk-take-back = Retirar esta revisión
desk-references = Referencias
desk-no-references = Todavía no se ha pedido ninguna.
desk-read-rating = Leer lo que dice { $name }
desk-rater-asked = pedida
desk-rater-bounced = la carta fue devuelta
desk-rater-declined = dijo que no
desk-rater-opened = abierta
desk-rater-started = empezada
desk-rater-submitted = respondida
desk-rater-void = respondida, demasiado poco para contar
desk-rater-expired = demasiado antigua para contar
desk-documents = Documentos
desk-no-documents = Todavía no hay documentos.
desk-timeline = Lo que ha pasado
desk-decide = Decisión
desk-not-decided = Todavía no se ha decidido nada.
desk-file-closed = Abrir este expediente queda registrado con su nombre. La persona solicitante lee que una persona auditora lo abrió, y cuándo. Después verá durante una hora el expediente y los documentos presentados con él.
desk-file-open = Abrir el expediente
desk-decide-unassigned = No se puede decidir más hasta que una persona revisora tenga el expediente. Asígnelo en «Personas revisoras».
desk-decide-before-exam = Podrá acreditar cuando todas las partes del examen estén anotadas como aprobadas.
desk-documents-later = Los documentos se ven cuando se presenta la solicitud. Hasta entonces son solo de la persona solicitante.
desk-reviewers-later = Se puede pedir una revisión cuando se haya presentado la solicitud.
desk-nobody-judges = No se pidió ninguna revisión.
desk-nothing-to-decide = En este momento no hay nada que decidir.
desk-reviewers = Personas revisoras
desk-reviewer = ¿Quién debe juzgarlo?
desk-assign = Asignarle el expediente
desk-no-more-reviewers = Nadie más tiene la función de revisión y puede juzgar este expediente.
desk-no-reviewers = No queda nadie que pueda juzgar este expediente. Primero dé a alguien la función de persona revisora.
desk-who-may-judge = La persona solicitante, las personas de referencia de este expediente y quien la asesora o la asesoró no están en la lista.
desk-review-asked = Se le pidió
desk-review-open = Leyendo
desk-review-done = Terminada
desk-review-withdrawn = Retirada
desk-review-ended = Cerrada por la decisión
desk-review-gone = Ya no es persona revisora
desk-review-gone-why = { $name } ya no tiene la función de persona revisora y no puede abrir este expediente. Retírele la revisión y elija a otra persona.
desk-exam = Examen
desk-exam-part = Parte { $part }
desk-exam-met = Aprobada
desk-exam-todo = No aprobada
desk-record-result = Anotar un resultado
desk-record-do = Guardar este resultado
desk-part = ¿Qué parte?
desk-percent = Porcentaje correcto
desk-percent-hint = Un número entero de 0 a 100. La parte 1 lo necesita.
desk-percent-missing = Indique el porcentaje de la parte 1.
desk-not-percent = Indique un número entero de 0 a 100.
desk-passed = ¿Se aprobó?
desk-taken-on = Día del examen
desk-money = Pagos
desk-no-money = No hay nada que pagar.
desk-paid-due = Por pagar
desk-paid-promised = Prometido
desk-paid-confirmed = Recibido
desk-paid-waived = Exento
desk-contact-unconfirmed = Dirección sin confirmar: esta persona no ha mostrado que es suya, y no se le envían cartas
desk-contact = Contacto
desk-cancel = Cancelar

desk-confirmation-title = Confirmar un pago
desk-confirmation-do = El dinero llegó
desk-amount = Monto recibido
desk-not-money = Indique un monto como 25 o 12.50.
desk-note = Nota
desk-note-hint = Por ejemplo, el número del cheque.
desk-do-reopen = Fue un error
desk-reopening-title = Retirar lo que se anotó de este pago
desk-reopening-means = El pago queda abierto otra vez, como antes de confirmarlo o de eximirlo. Si con él empezó una membresía, esa membresía deja de contar. Lo que se presentó o decidió mientras tanto queda como está. La persona recibe una carta con su motivo.
desk-reopening-hint = Lo lee la persona: «Se anotó a otra persona».
desk-reopening-do = Abrir el pago otra vez
said-desk-reopened = El pago queda abierto otra vez, y la persona tiene una carta.
said-desk-charge-moved-on = Ese pago ya está de otra manera. En esta página se ve cómo.
desk-waiver-means = La persona recibe una carta que dice que no se le pide nada. Su motivo no aparece en ella.
desk-waiver-membership = La membresía empieza hoy sin pago, como si estuviera pagada, y la persona recibe una carta que lo dice. Su motivo no aparece en ella.
desk-waiver-title = Eximir de un pago
desk-waiver-do = Eximir
desk-reason = Motivo
desk-reason-hint = Queda en el registro, con su nombre.

desk-outcome-more-information = Pedir más información
desk-outcome-approved-for-exam = Aprobar para el examen
desk-outcome-endorsed = Acreditar
desk-outcome-deferred = Aplazar
desk-against-unmet = Según las reglas, no se cumple: { $what }.
desk-against-met = Según las reglas, se cumple todo lo que se pide.
desk-against-unreviewed = Ninguna persona revisora ha terminado de juzgar lo que se presentó.
desk-override = ¿Por qué lo decide así de todos modos?
desk-override-hint = Queda en el registro con su nombre y la fecha de hoy. La persona solicitante no lo lee.
desk-override-needed = Indique el motivo para decidir en contra de las reglas, en una frase que se entienda años después.
desk-letter = Carta a la persona solicitante
desk-letter-hint = Llega a su buzón y por correo electrónico, exactamente como está aquí.
desk-reads = Lee en { $language }
desk-letter-language = La persona solicitante lee: { $language }
desk-letter-so-far = Lo que cuenta hasta ahora: { $stands }
desk-cautions = Antes de decidir
desk-caution-recommends = { $name } recomienda: { $what }.
desk-caution-doubts = { $name } tiene dudas o no está de acuerdo en: { $what }.
desk-caution-helped = Usted trabajó en la carpeta de { $name } por encargo suyo. Si hay otra persona coordinadora, deje que decida ella; el expediente muestra ambas cosas.
desk-caution-unpaid = Todavía sin pagar: { $what }.
desk-caution-person = Las reglas dejan al juicio de una persona: { $what }.
desk-remarks = Lo que le dijeron las personas revisoras
desk-remarks-lead = Solo usted lo lee. Un comentario llega a la persona solicitante si usted lo pone en la carta, donde todavía puede cambiar la redacción.
desk-remarks-asked = Lo que se preguntó a la persona solicitante ya está en el borrador, tal como se escribió.
desk-remark-include = Poner en la carta
desk-remark-never = Es sobre valoraciones y queda confidencial.
desk-asks-applicant = Pregunta a la persona solicitante:
desk-review-conflict = Lo devolvió: conflicto de interés
desk-decide-do = Decidir y enviar la carta
desk-letter-unsaid = Diga en la carta lo que falta donde dice «– …».
desk-letter-without = Diga en la carta qué se pide, o por qué; el borrador sin eso no le dice nada a la persona solicitante.
desk-letter-subject = Decisión sobre su solicitud { $file }
desk-letter-more-information = Estimado/a { $name }:

    Gracias por su solicitud para { $category } ({ $file }). La hemos revisado y, antes de decidir, le pedimos un poco más:

    { $list }

    Su expediente está abierto de nuevo: complételo y preséntelo otra vez. Todo lo que ya está ahí se conserva.

    Atentamente,
    { $association }
desk-letter-approved-for-exam = Estimado/a { $name }:

    Su solicitud para { $category } ({ $file }) está completa, salvo el examen. Queda aprobada para el examen. Le escribiremos para darle la fecha.

    Atentamente,
    { $association }
desk-letter-endorsed = Estimado/a { $name }:

    ¡Felicitaciones! Usted recibe la acreditación como { $category }. Gracias por el cuidado que puso en su solicitud ({ $file }) y por su trabajo con los bebés y sus familias.

    Puede escribir { $letters } después de su nombre. { $renewal } La página a la que lleva esta carta tiene su número, su certificado y su insignia digital.

    El registro público muestra su nombre, categoría, número y fechas, y nada más. Si prefiere no figurar en la lista, puede indicarlo en la misma página; su certificado se puede comprobar de todos modos.

    Atentamente,
    { $association }
desk-letter-deferred = Estimado/a { $name }:

    Gracias por su solicitud para { $category } ({ $file }). La hemos revisado con cuidado. Por ahora la evidencia todavía no muestra lo que pide esta categoría, así que decidimos aplazarla:

    { $list }

    Lo que ha reunido se conserva en su carpeta, y puede volver a presentar una solicitud. Escríbanos si desea conversar sobre los próximos pasos.

    Atentamente,
    { $association }

desk-event-other = Otro paso, anotado en el registro
desk-event-application-application-started = Solicitud iniciada
desk-event-helping-help-started = Comenzó la ayuda con la carpeta
desk-event-helping-help-called-off = La persona terminó la ayuda con la carpeta
desk-event-application-help-ended = Terminó la ayuda con la carpeta
desk-event-entry-entry-added = Entrada añadida en nombre de la persona
desk-event-entry-entry-corrected = Entrada corregida en nombre de la persona
desk-event-entry-entry-removed = Entrada quitada en nombre de la persona
desk-event-entry-entry-restored = Entrada devuelta en nombre de la persona
desk-event-document-document-added = Documento añadido en nombre de la persona
desk-event-document-document-removed = Documento quitado en nombre de la persona
desk-event-document-document-restored = Documento recuperado en nombre de la persona
desk-event-draft-draft-kept = Borrador guardado en nombre de la persona
desk-event-draft-draft-removed = Borrador descartado en nombre de la persona
desk-event-application-file-opened = Una persona de auditoría abrió el expediente
desk-kept = Se guarda: retención legal desde el { $day }, { $reason }
desk-event-file-legal-hold-begun = Comenzó la retención del expediente: no se elimina nada de él
desk-event-file-legal-hold-ended = Terminó la retención del expediente
desk-event-reference-rater-asked = Referencia pedida
desk-event-reference-rater-address-corrected = Dirección de una persona de referencia corregida
desk-event-reference-rater-reminded = Recordatorio a una persona de referencia
desk-event-reference-rater-replaced = Persona de referencia sustituida
desk-event-reference-rating-started = Valoración empezada
desk-event-reference-rating-submitted = Llegó una valoración
desk-event-reference-rating-declined = Una persona de referencia dijo que no
desk-event-endorsement-endorsed = Acreditación otorgada
desk-event-charge-charge-confirmed = Pago confirmado
desk-event-charge-charge-reopened = Pago abierto otra vez
desk-event-charge-charge-waived = Exención de pago
desk-event-charge-charge-promised = Pago prometido
desk-event-charge-promise-withdrawn = Promesa de pago retirada
desk-event-advising-advisor-proposed = Persona asesora propuesta
desk-event-advising-advising-agreed = Asesoría aceptada
desk-event-advising-advising-declined = Persona asesora rechazada
desk-event-advising-advising-ended = Asesoría terminada
desk-event-advising-contact-noted = La persona asesora anotó una conversación
desk-event-assignment-assigned = Asignado a una persona revisora
desk-event-assignment-withdrew = Revisión retirada
desk-event-assignment-declared = Declaró no tener conflicto de interés
desk-event-assignment-conflict-found = Conflicto de interés hallado por la persona revisora
desk-event-assignment-reviewed = Revisión terminada
desk-event-assignment-ended = Revisión cerrada por la decisión
desk-event-endorsement-endorsement-hold = Acreditación puesta en pausa
desk-event-endorsement-endorsement-resume = Acreditación reanudada
desk-event-endorsement-endorsement-retire = Acreditación dada por retirada
desk-event-endorsement-name-corrected = Nombre corregido en la acreditación
desk-event-endorsement-endorsement-revoke = Acreditación revocada
desk-event-endorsement-endorsement-lapse = Acreditación terminada, sin renovar
desk-event-decision-decided-more-information = Decisión: más información
desk-event-decision-decided-approved-for-exam = Decisión: aprobada para el examen
desk-event-decision-decided-endorsed = Decisión: acreditada
desk-event-decision-decided-deferred = Decisión: aplazada
desk-event-exam-result-recorded = Resultado del examen anotado
desk-message-to = «{ $subject }» a { $name }
desk-mail-sent = en el buzón, correo enviado
desk-mail-failed = en el buzón, correo devuelto
desk-mail-waiting = en el buzón, correo en camino
desk-mail-kept-back = en el buzón; no se envió por correo, porque la dirección no estaba confirmada
desk-letter-sent = correo enviado
desk-letter-failed = correo devuelto
desk-letter-waiting = correo en camino
desk-earlier = { $n ->
    [one] Una entrada anterior
   *[other] { $n } entradas anteriores
}

said-desk-assigned = Se avisó a la persona revisora.
said-desk-taken-back = La revisión fue retirada.
said-desk-moved-on = Eso no se puede decidir aquí en este momento. En esta página se ve en qué punto está el expediente y qué se decidió.
said-desk-decided = Decidido. La carta va en camino.
said-desk-confirmed = El pago está confirmado.
said-desk-waived = Queda exenta de este pago.
said-desk-exam-passed = Guardado. Todas las partes están aprobadas: ya puede acreditar.
said-desk-result-kept = El resultado está guardado.

desk-rules-title = Mantener reglas anteriores
desk-rules-lead = Un expediente abierto puede juzgarse por una versión anterior, por ejemplo porque la persona empezó de buena fe con ella. La persona solicitante lee su motivo.
desk-rules-version = ¿Por qué reglas?
desk-rules-reason = ¿Por qué motivo?
desk-rules-reason-hint = Al menos 20 caracteres. Queda en el registro con su nombre, y la persona solicitante lo lee.
desk-rules-reason-needed = Indique el motivo en una frase que la persona solicitante pueda leer y que se entienda años después.
desk-rules-do = Mantener estas reglas
desk-against-overtaken = El día de la decisión rigen reglas más nuevas que aquellas por las que se juzgó este expediente.
desk-event-application-rules-stayed = Se quedó con las reglas anteriores
desk-event-application-rules-moved = Cambió a las reglas más nuevas
desk-event-application-rules-followed = Rigen las reglas del día de la presentación
desk-event-application-rules-grandfathered = Sigue con reglas anteriores
said-desk-held = El expediente sigue con estas reglas, y se le explica el motivo a la persona solicitante.

desk-claim = Indica ser miembro de { $association }
desk-claim-why = Confírmelo o indique por qué no.
desk-claim-title = Una membresía
desk-claim-of = Miembro de
desk-claim-span = Desde – hasta
desk-claim-document = Documento
desk-claim-confirm = Confirmar esta membresía
desk-claim-decline-title = O rechazarla
desk-claim-decline = Rechazar
desk-claim-reason-hint = La persona lo lee en un mensaje.
desk-claim-undo-title = ¿Fue un error?
desk-claim-undo-lead = La membresía deja de contar y lo que había que pagar por ella vuelve a estar pendiente.
desk-claim-undo = Deshacer la confirmación
said-desk-member = La membresía está confirmada. La persona ha recibido el aviso.
said-desk-no-member = Hecho. La persona ha recibido el aviso.

desk-no-money-came = Con un monto de 0 no se recibió nada. Para no pedir nada, exima el pago e indique el motivo.
desk-payments-title = Pagos
desk-payments-open = Abiertos
desk-payments-due = Por pagar
desk-payments-promised = Prometidos
desk-payments-paid = Recibidos
desk-payments-waived = Eximidos
desk-payments-none = Ningún pago coincide.
desk-payments-before = Pagos anteriores
desk-payments-after = Más pagos
desk-payments-together = Confirmar los pagos elegidos
desk-payments-together-means = Se confirma todo lo elegido con el monto indicado al lado, o nada.
desk-way-check = con cheque
desk-way-transfer = por transferencia bancaria
desk-way-employer = paga la parte empleadora
desk-way-member = indica que ya es miembro
said-desk-confirmed-together = Los pagos elegidos están confirmados.
desk-none-chosen = Todavía no se eligió nada y no se confirmó nada. Elija los pagos que hayan llegado.

## Helping somebody
help-title = Ayudar a { $name } con la carpeta
help-lead = Durante una hora usted añade y corrige entradas y documentos en la carpeta de { $name }. Se le avisa de inmediato y puede leer en su historial lo que usted hizo. No puede firmar, pedir valoraciones, presentar ni pagar en su nombre.
help-reason = Motivo
help-reason-hint = Una línea que también leerá esa persona: «No puede escanear los certificados».
help-agreed = Cómo dio su consentimiento
help-way-phone = Por teléfono
help-way-mail = Por correo electrónico
help-way-in-person = En persona
help-do = Abrir la carpeta
help-started-subject = { $helper } le está ayudando con { $number }
help-started-body =
    Hola, { $name }:

    { $helper } abrió su carpeta para ayudarle con { $number }. Motivo indicado: { $reason }. Cómo dio usted su consentimiento: { $agreed }.

    La tendrá abierta una hora como máximo. Todo lo que añada o cambie queda en su historial. Puede terminar esta ayuda en cualquier momento, en la página de su carpeta o de su historial. Si usted no dio su consentimiento, termínela ahí y escríbanos de inmediato.
said-help-ended = Ha terminado de ayudar. La carpeta y los documentos vuelven a ser los suyos.

# Personas asesoras.
desk-advisor = Persona asesora
desk-advisor-who = ¿Quién podría acompañar?
desk-advisor-choice = { $name } ({ $n ->
    [0] no asesora a nadie
    [one] asesora a una persona
   *[other] asesora a { $n } personas
})
desk-advisor-propose = Proponer
desk-advisor-why = Primero se pregunta a la persona solicitante; hasta que acepte, la persona asesora no ve nada. Sus personas de referencia y quienes evalúan un expediente suyo no están en la lista.
desk-advisor-asked = se preguntó a la persona solicitante
desk-advisor-agreed = asesora
desk-advisor-gone = ya no es persona asesora
desk-advisor-end = Terminar la asesoría
desk-no-advisors = No hay nadie que pueda asesorar a esta persona. La administración puede invitar a alguien a la función de persona asesora.
said-desk-advisor-proposed = Se preguntó a la persona solicitante.
