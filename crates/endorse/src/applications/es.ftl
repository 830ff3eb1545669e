applications-new-title = Iniciar una solicitud
applications-new-lead = Elija la categoría que corresponde a su trabajo. Puede empezar a reunir todo de inmediato; los pagos y trámites pueden esperar.
applications-category = Categoría
applications-not-sure = ¿No sabe cuál?
applications-not-sure-text = Cada categoría tiene una página que dice para quién es y qué pide.
applications-compare = Comparar las categorías
applications-stand = Cómo quedaría su carpeta para cada categoría
applications-start = Iniciar
applications-cancel = Cancelar
applications-open-already = Usted ya tiene una solicitud abierta para esta categoría. Continúe con esa.
applications-go-to-open = Ir a su solicitud abierta
said-application-started = Su solicitud está abierta. Agregue evidencia cuando quiera; todo se guarda.
said-application-withdrawn = Su solicitud está retirada. Su carpeta no cambia.

applications-list-title = Sus solicitudes
applications-another = Iniciar otra
applications-none-title = Todavía no hay solicitudes
applications-none-text = Una solicitud pide una categoría de acreditación. Se basa en su carpeta, le dice en todo momento qué cuenta y qué falta, y conserva sus reglas aunque cambien después.
applications-none-example = Ejemplo: Especialista Familiar Infantil, expediente IFS 26-009, 12 de 14 requisitos cumplidos.
applications-none-do = Iniciar una solicitud
applications-none-locker = Llenar primero la carpeta

applications-home-title = Su solicitud
applications-rules-of = reglas del { $day }
applications-rules-version = reglas de la versión { $version }
applications-what-it-asks = lo que pide
applications-not-yet = { $n ->
    [0] Todavía no. No se cumple ninguno de { $all } requisitos.
    [one] Todavía no. Se cumple 1 de { $all } requisitos.
   *[other] Todavía no. Se cumplen { $n } de { $all } requisitos.
}
applications-yes = Sí, está todo lo que se pide.
applications-yes-but-person = { $n ->
    [one] Sí, hasta donde podemos contar. Un punto lo decide una persona.
   *[other] Sí, hasta donde podemos contar. { $n } puntos los decide una persona.
}
applications-headline-submitted = Presentada. Tenemos su solicitud.
applications-headline-in-review = Su solicitud está en revisión.
applications-headline-approved-for-exam = Aprobada. Sigue el examen escrito.
applications-headline-exam-passed = Usted aprobó el examen.
applications-headline-endorsed = Usted tiene la acreditación. ¡Felicitaciones!
applications-headline-deferred = Por ahora no.
applications-headline-on-hold = Su solicitud está en pausa.
applications-headline-withdrawn = Usted retiró esta solicitud.
applications-headline-expired = El plazo de esta solicitud terminó.
applications-lead-submitted = Desde el { $day }. Por ahora no tiene que hacer nada. Le escribiremos cuando empiece la revisión.
applications-lead-in-review = Desde el { $day }. Las personas revisoras leen lo que usted presentó. Por ahora no tiene que hacer nada.
applications-lead-more-information = Pedido el { $day }. Lea la carta de abajo, agregue lo que falta y presente de nuevo.
applications-lead-approved-for-exam = Desde el { $day }. La coordinación le indica las fechas del examen.
applications-lead-exam-passed = Desde el { $day }. Se está preparando la acreditación.
applications-lead-endorsed = Desde el { $day }. Su certificado está en Acreditaciones.
applications-lead-deferred = Decidido el { $day }. La carta explica por qué. Puede empezar de nuevo cuando quiera; su carpeta no cambia.
applications-lead-on-hold = Desde el { $day }. Seguirá donde estaba.
applications-lead-withdrawn = El { $day }. Su carpeta no cambia y puede empezar de nuevo.
applications-lead-expired = El { $day }. Su carpeta no cambia y puede empezar de nuevo.
applications-tally-met = { $n ->
    [one] 1 cumplido
   *[other] { $n } cumplidos
}
applications-tally-person = { $n ->
    [one] 1 lo decide una persona
   *[other] { $n } los decide una persona
}
applications-tally-todo = { $n ->
    [one] 1 pendiente
   *[other] { $n } pendientes
}

applications-next = Siguiente paso
applications-next-education = Ponga su título en la carpeta
applications-next-education-text = Muchas otras reglas cuentan desde la fecha de un título; empiece por aquí.
applications-next-education-do = Agregar un título
applications-next-background = Anote su título o su trabajo
applications-next-background-text = Para esta categoría sirve un título y sirve también el trabajo suficiente. Anote lo que tenga.
applications-next-background-do = Ir a su carpeta
applications-next-work = Anote su trabajo con bebés y familias
applications-next-work-text = Los empleos, con primer y último día. Los días que coinciden cuentan una vez; la suma la hacemos nosotros.
applications-next-work-do = Agregar trabajo
applications-next-references = Nombre a las personas que pueden valorar su trabajo
applications-next-references-text = Toma dos minutos. Las personas necesitan tiempo para responder; pídalo primero y siga con sus horas mientras espera.
applications-next-references-do = Nombrar a una persona
applications-next-sign-text = Léalo con calma; firmar toma un minuto.
applications-next-sign-do = Leer y firmar
applications-next-sign = Leer y firmar
applications-next-payments = Indique cómo se pagará
applications-next-payments-text = Diga a la coordinación, para cada pago, si envía un cheque o una transferencia, o si paga su empleador.
applications-next-payments-do = Ir a los pagos
applications-next-confirm = Confirme su correo electrónico
applications-next-confirm-text = Le enviamos una carta con un enlace. Mientras tanto todo funciona, menos presentar la solicitud.
applications-next-confirm-do = Ver sus mensajes
applications-next-submit = Revise sus respuestas y presente
applications-next-submit-text = Está todo lo que se puede contar. Mírelo una vez más y preséntelo.
applications-next-submit-do = Revisar y presentar
applications-next-again = Presente de nuevo
applications-next-again-text = Cuando haya agregado lo que pide la carta, revise sus respuestas y preséntelas otra vez.
applications-next-again-do = Revisar y presentar

applications-changes = Cambios en su carpeta desde que presentó
applications-changes-text = Las personas revisoras ven lo que usted presentó. Estos cambios valen solo si se le pide presentar de nuevo.
applications-later = Después de presentar vienen la revisión y luego: { $what }. Por ahora no tiene que hacer nada para eso.
applications-check = Revisar sus respuestas
applications-withdraw = Retirar
applications-people = Sus personas de referencia
applications-people-none = Por ahora, nadie.
applications-person-asked = Pedida
applications-person-opened = Abierta
applications-person-started = Empezada
applications-person-submitted = Respondida
applications-person-declined = Dijo que no
applications-person-bounced = La carta fue devuelta
applications-person-void = Respondida, demasiado poco para contar
applications-person-to-name = Por nombrar
applications-dates = Fechas
applications-messages = Mensajes
applications-messages-none = Todavía no hay mensajes.
applications-also = También aquí
applications-references = Referencias
applications-past = Lo que ha pasado
applications-by = { $association }
applications-event-application-started = Solicitud iniciada
applications-event-of-fee = { $what }: { $fee }
applications-event-charge-promised = Pago prometido
applications-event-promise-withdrawn = Promesa de pago retirada
applications-event-charge-confirmed = Pago recibido
applications-event-charge-reopened = Pago abierto otra vez
applications-event-charge-waived = Pago eximido
applications-decision-more-information = Hace falta más información
applications-decision-deferred = Decisión: por ahora no
applications-decision-approved-for-exam = Decisión: aprobada para el examen
applications-decision-endorsed = Decisión: acreditación otorgada

applications-state-preparing = En preparación
applications-state-submitted = Presentada
applications-state-in-review = En revisión
applications-state-more-information = Se pidió más información
applications-state-approved-for-exam = Aprobada para el examen
applications-state-exam-passed = Examen aprobado
applications-state-endorsed = Acreditación otorgada
applications-state-deferred = Aplazada
applications-state-on-hold = En pausa
applications-state-withdrawn = Retirada
applications-state-expired = Vencida

applications-check-title = Revise sus respuestas
applications-blocked = { $n ->
    [one] Una cosa lo impide
   *[other] { $n } cosas lo impiden
}
applications-blocked-text = { $n ->
    [one] Cuando esto esté resuelto, podrá presentar. Nada de lo que anotó se pierde.
   *[other] Cuando todo esto esté resuelto, podrá presentar. Nada de lo que anotó se pierde.
}
applications-see-requirement = Ver el requisito
applications-block-charge = Indique cómo se pagará.
applications-block-address = Su correo electrónico no está confirmado
applications-block-address-text = Abra el enlace de la carta que le enviamos al registrarse.
applications-asked = Lo que se le pidió
applications-unchanged = Nada ha cambiado en su carpeta desde la última vez que la presentó. Si la envía así, las personas revisoras verán el mismo expediente. Agregue o corrija primero lo que se le pidió, o escriba a la coordinación si tiene una pregunta.
applications-for-a-person = Esto lo decide una persona
applications-for-a-person-text = Aquí no basta con contar. Puede presentar; decide la asociación.
applications-answers = Lo que presentaría
applications-payment = Pago:
applications-submit-shares = Usted acepta que la asociación, y las personas revisoras a quienes asigne su expediente, lo lean.
applications-submit-means = Al presentar se guarda tal cual lo que hoy hay en su carpeta, junto con las reglas y lo que dicen. Puede seguir usando su carpeta; los cambios posteriores no cambian lo que se revisa.
applications-submit = Presentar mi solicitud
applications-not-now = Ahora no
applications-go-on = Seguir preparando
applications-done-title = Presentada
applications-done-number = El número de su expediente es
applications-done-next = Qué sigue
applications-done-1 = La coordinación mira su expediente y lo entrega a las personas revisoras.
applications-done-2 = Si falta algo, le escribimos y su solicitud se abre de nuevo.
applications-done-3 = Recibe cada decisión como carta, en sus mensajes y por correo electrónico.
applications-done-frozen = ¿Cómo sé que nada cambia?
applications-done-frozen-text = Lo que presentó se guarda palabra por palabra. Esta es su huella (SHA-256); cualquier cambio daría otra.
applications-done-home = Ir a su solicitud

applications-withdrawal-title = ¿Retirar esta solicitud?
applications-withdrawal-text = Termina aquí y no se puede retomar. Su carpeta, sus firmas y los registros de sus valoraciones se conservan; puede iniciar otra solicitud cuando quiera.
applications-withdrawal-do = Retirar
applications-withdrawal-no = Conservarla

applications-submitted-subject = Su solicitud { $number } está presentada
applications-submitted-body = Recibimos su solicitud { $number }. Lo que presentó se guarda tal como está hoy.

    Le escribiremos cuando empiece la revisión o si falta algo. Por ahora no tiene que hacer nada.
applications-arrived-subject = { $number }: { $name } presentó su solicitud
applications-arrived-body = { $name } presentó la solicitud { $number }. Espera en su escritorio a que se asignen personas revisoras.
applications-block-membership = Usted ya indicó cómo pagará y no tiene que hacer nada más. La coordinación lo confirma cuando llegue el dinero; entonces podrá presentar.
applications-wait-raters = Por ahora no tiene que hacer nada. Esperamos a sus personas de referencia; están en la lista de esta página.
applications-wait-payment = Por ahora no tiene que hacer nada. Esperamos a que la coordinación confirme su membresía; encuentra el pago en Pagos.
applications-wait-both = Por ahora no tiene que hacer nada. Esperamos a sus personas de referencia, que están en la lista de esta página, y a que la coordinación confirme su membresía; encuentra el pago en Pagos.
applications-wait-others = Por ahora no tiene que hacer nada.
applications-more-asked = La asociación pide algo más. Lea la carta, por favor.
applications-endorsed-title = Su acreditación
applications-endorsed-text = Su situación de hoy, cuándo se renueva, y el certificado y la insignia.
applications-endorsed-do = Ver sus acreditaciones

applications-pin-choose-title = Entraron en vigor reglas nuevas
applications-pin-choose-text = Su solicitud se presentó con las { $old } y sigue con ellas. Desde el { $day } rigen las { $new }. Usted puede quedarse o cambiar; mientras no elija, nada cambia.
applications-pin-stayed-title = Usted se quedó con las { $old }
applications-pin-stayed-text = Desde el { $day } rigen las { $new }. Todavía puede cambiar a ellas mientras su solicitud esté abierta.
applications-pin-follow-title = Para su solicitud rigen reglas nuevas
applications-pin-follow-text = Lo que se presenta a partir del { $day } se juzga por las { $new }. Usted aún no ha presentado su solicitud; por eso rigen para usted y ya no las { $old }. Así aplica sus reglas su asociación; no es una elección.
applications-pin-coming-title = Vienen reglas nuevas
applications-pin-coming-text = Si usted presenta su solicitud antes del { $day }, rigen las { $old }. A partir de ese día rigen las { $new }.
applications-pin-decided-title = Regirán las reglas del día de la decisión
applications-pin-decided-text = Rigen las reglas vigentes el día de la decisión: a partir del { $day }, las { $new }; antes, las { $old }.
applications-pin-held-title = Para usted siguen rigiendo las { $old }
applications-pin-held-text = Así lo decidió su asociación, por este motivo: { $reason }
applications-pin-desk-choose-title = Entraron en vigor reglas más nuevas
applications-pin-desk-choose-text = Presentada con las { $old }; desde el { $day } rigen las { $new }. La persona solicitante puede quedarse o cambiar y aún no ha elegido.
applications-pin-desk-stayed-title = Se quedó con las { $old }
applications-pin-desk-stayed-text = Desde el { $day } rigen las { $new }. La persona solicitante eligió quedarse y todavía puede cambiar mientras el expediente esté abierto.
applications-pin-desk-follow-title = Rigen reglas más nuevas
applications-pin-desk-follow-text = Aún no se ha presentado: lo que se presenta a partir del { $day } se juzga por las { $new }, ya no por las { $old }.
applications-pin-desk-coming-title = Vienen reglas nuevas
applications-pin-desk-coming-text = Si este expediente se presenta antes del { $day }, rigen las { $old }; a partir de ese día, las { $new }.
applications-pin-desk-decided-title = Rigen las reglas del día de la decisión
applications-pin-desk-decided-text = A partir del { $day } son las { $new }; el expediente se juzgó por las { $old }.
applications-pin-desk-held-title = Sigue con las { $old }
applications-pin-desk-held-text = Motivo en el registro: { $reason }
applications-pin-stand = { $n ->
    [one] Según las { $rules }, se cumple 1 de { $all } requisitos.
   *[other] Según las { $rules }, se cumplen { $n } de { $all } requisitos.
}
applications-pin-move = Cambiar a las reglas nuevas
applications-pin-stay = Quedarme con las anteriores
applications-pin-subject = Qué reglas rigen para { $number }
applications-pin-told-stayed = Usted eligió quedarse: su solicitud { $number } se juzga por las { $rules }. Mientras esté abierta, todavía puede cambiar.
applications-pin-told-moved = Usted eligió cambiar: desde ahora su solicitud { $number } se juzga por las { $rules }.
applications-pin-told-grandfathered = Su asociación mantiene su solicitud { $number } bajo las { $rules }, por este motivo:

    { $reason }
applications-event-rules-stayed = Se quedó con las reglas anteriores
applications-event-rules-moved = Cambió a las reglas más nuevas
applications-event-rules-followed = Rigen las reglas del día de la presentación
applications-event-rules-grandfathered = Sigue con reglas anteriores, con un motivo
said-application-stayed = Usted se queda con las reglas que tenía.
said-application-moved = Desde ahora rigen las reglas nuevas.

applications-exam = Su examen
applications-exam-part = Parte { $part }
applications-exam-passed = Aprobada
applications-exam-failed = Aún no aprobada
applications-exam-open = Aún sin resultado
applications-exam-day = Presentada el { $day }
applications-exam-percent = Presentada el { $day }: { $percent } %
applications-exam-ask = Para inscribirse, conocer su fecha o pedir una adaptación, consulte a la coordinación de acreditación:
applications-exam-contacts = todos los contactos

# Alguien que acompaña.
applications-advisor = Su persona asesora
applications-advisor-since = desde el { $day }
applications-advisor-now = Ve qué está cumplido, qué falta y cuándo cambió algo por última vez. No ve documentos, ni lo que escribieron las referencias, ni pagos.
applications-advisor-gone = Ya no asesora aquí y no ve nada de lo suyo.
applications-advisor-end = Terminar la asesoría
applications-advisor-offered = { $name } podría asesorarle
applications-advisor-offered-text = { $association } propone a { $name } como su persona asesora: alguien que conoce el camino y puede decirle qué hacer a continuación. Usted decide. Nada se muestra antes de que acepte, y puede terminarlo en cualquier momento.
applications-advisor-sees = Lo que vería { $name }
applications-advisor-sees-met = qué requisitos están cumplidos y cuáles no
applications-advisor-sees-next = qué falta y los siguientes pasos
applications-advisor-sees-references = cuántas referencias han llegado
applications-advisor-sees-day = cuándo cambió algo por última vez
applications-advisor-not = Lo que queda solo para usted
applications-advisor-not-entries = sus entradas y documentos
applications-advisor-not-references = quiénes son sus personas de referencia y lo que dicen
applications-advisor-not-notes = notas, borradores y mensajes
applications-advisor-not-payments = cuotas y pagos
applications-advisor-notes = Si { $name } anota una conversación con usted (día, minutos, una línea), la encontrará en el archivo con sus datos.
applications-advisor-agree = Acepto
applications-advisor-refuse = No, gracias
applications-event-advisor-proposed = Se propuso una persona asesora
applications-event-advising-agreed = Asesoría aceptada
applications-event-advising-declined = Persona asesora rechazada
applications-event-advising-ended = Asesoría terminada
