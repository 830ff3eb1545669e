reviews-title = { $n ->
    [0] No hay nada pendiente
    [one] Un expediente espera su revisión
   *[other] { $n } expedientes esperan su revisión
}
reviews-lead = Usted ve lo que se presentó, tal como estaba ese día. Las cuentas ya están hechas; el juicio es suyo.
reviews-empty-title = Todavía no hay expedientes
reviews-empty-text = Cuando la coordinación le asigne un expediente, aparecerá aquí con su número y categoría, y usted recibirá un mensaje. Usted lee quién presenta la solicitud y declara que no tiene conflicto de interés; después se abre el expediente.
reviews-waiting = Pendientes
reviews-done = Terminadas
reviews-open = Abrir
reviews-is-new = Nuevo
reviews-is-new-why = Primero indique si tiene un conflicto de interés.
reviews-is-open = En curso
reviews-is-done = Terminada
reviews-is-ended = Cerrada
reviews-none-waiting = Ningún expediente espera su revisión. Cuando la coordinación le asigne uno, aparecerá aquí y usted recibirá un mensaje.
reviews-ended-title = Esta revisión se cerró
reviews-ended-decided = El { $day } la asociación decidió sobre este expediente antes de que terminara la revisión. No queda nada por hacer. Gracias por el tiempo que le dedicó; lo que había escrito queda con la coordinación.
reviews-ended-taken-back = El { $day } la coordinación retiró la asignación de este expediente. No queda nada por hacer; lo que había escrito queda con la coordinación.
reviews-ended-conflict = El { $day } usted indicó que tiene, o podría tener, un conflicto de interés. El expediente volvió a la coordinación y no queda nada por hacer.
reviews-ended-back = Ir a sus revisiones
reviews-families = { $n ->
    [one] Una familia
   *[other] { $n } familias
}

reviews-applicant = Quién presenta la solicitud
reviews-employers = Trabaja o trabajó en
reviews-stop = Descubrí un conflicto de interés
reviews-stop-title = Dejar la revisión por un conflicto de interés
reviews-stop-lead = Su revisión de este expediente termina y la coordinación lo asigna a otra persona. Lo que usted escribió queda con la coordinación. Esto no se puede deshacer.
reviews-stop-do = Dejar la revisión y devolver el expediente
reviews-stop-not = Seguir leyendo
reviews-declare-lead = Antes de abrir el expediente, indique si algo podría dificultarle juzgarlo con imparcialidad. Hay conflicto, por ejemplo, si:
reviews-declare-family = usted es familiar o amistad cercana de la persona solicitante;
reviews-declare-work = usted la supervisa, la emplea o trabaja con ella, o lo hizo en los últimos años;
reviews-declare-rated = usted dio una referencia o tiene un interés económico en el resultado.
reviews-declare-name-is = El nombre en su cuenta es { $name }.
reviews-conflict = ¿Tiene un conflicto de interés con este expediente?
reviews-conflict-no = No, y si descubro alguno al leer, me detendré y lo diré
reviews-conflict-yes = Sí, o no estoy seguro/a: asígnenlo a otra persona
reviews-typed-name = Su nombre
reviews-typed-name-hint = Al escribirlo firma su declaración. No hace falta si tiene un conflicto.
reviews-not-your-name = Escriba su nombre tal como figura en su cuenta.
reviews-declare-do = Continuar
said-reviews-conflict = Gracias. El expediente volvió a la coordinación.

reviews-requirements = Requisitos
reviews-progress = { $done } de { $of } juzgados
reviews-not-judged = sin juzgar
reviews-judged = juzgado
reviews-summary = Resumen
reviews-place = Requisito { $n } de { $of }
reviews-counted = Lo que cuenta
reviews-nothing-counted = No contó nada.
reviews-ratings = Lo que dijeron las personas de referencia
reviews-closes = Qué cerraría la diferencia:
reviews-excluded = Lo que no cuenta y por qué
reviews-today = hoy
reviews-signed = Firmado
reviews-exam-part = Examen escrito, parte { $part }
reviews-setting-individual = Supervisión individual
reviews-setting-group = Supervisión en grupo
reviews-setting-peer = Supervisión entre pares
reviews-relation-program-supervisor = Supervisión del programa
reviews-relation-department-chair = Jefatura o dirección del departamento
reviews-relation-rsc-provider = Quien brinda la supervisión reflexiva
reviews-relation-rsc-recipient = Recibe supervisión de la persona solicitante
reviews-relation-colleague = Colega
reviews-relation-student = Estudiante
reviews-relation-teacher = Docente o capacitador/a
reviews-relation-parent = Madre o padre
reviews-relation-other = Otra persona
reviews-before = Lo que usted dijo el { $day }
reviews-before-nothing = Entonces no se pedía esto.
reviews-unchanged = Desde entonces no ha cambiado ninguna entrada de la carpeta.
reviews-changed = Cambios en la carpeta desde entonces:
reviews-verdict = Su juicio
reviews-verdict-agree = De acuerdo
reviews-verdict-question = Con dudas
reviews-verdict-disagree = En desacuerdo
reviews-comment = Comentario
reviews-comment-hint = Solo lo lee la coordinación. Si tiene dudas o no está de acuerdo, explique aquí por qué, o pregunte abajo.
reviews-say-why = Diga en una frase qué duda tiene o en qué no está de acuerdo, o haga una pregunta a la persona solicitante.
reviews-question = Pregunta a la persona solicitante
reviews-question-hint = La persona solicitante podrá leerla palabra por palabra: pasa al borrador de la carta. Escriba frases completas.
reviews-question-never = Lo que dijeron las personas de referencia es confidencial; por eso aquí no se puede preguntar nada a la persona solicitante.
reviews-keep-next = Guardar y pasar al siguiente
reviews-keep-last = Guardar y pasar al resumen
reviews-closed = Usted terminó esta revisión. Ya no se puede cambiar.
reviews-earlier = Atrás
reviews-later = Adelante
reviews-unjudged = Siguiente sin juzgar
reviews-key-verdict = juicio
reviews-key-next = guardar y seguir

reviews-missing = { $n ->
    [one] Falta su juicio sobre un requisito. Después podrá terminar.
   *[other] Falta su juicio sobre { $n } requisitos. Después podrá terminar.
}
reviews-your-verdicts = Sus juicios
reviews-recommendation = ¿Qué recomienda?
reviews-recommend-endorse = Acreditar
reviews-recommend-approve-for-exam = Aprobar para el examen
reviews-recommend-more-information = Pedir más información
reviews-recommend-defer = Aplazar: por ahora no
reviews-summary-text = En sus palabras
reviews-summary-hint = Qué es sólido, qué falta, qué debe saber la coordinación. La persona solicitante no lo lee.
reviews-not-all-judged = Primero dé su juicio sobre cada requisito.
reviews-finish = Terminar la revisión
reviews-finish-note = Después podrá leer su revisión, pero ya no cambiarla.
said-reviews-finished = Gracias. Su revisión está en manos de la coordinación.

reviews-assigned-subject = Un expediente para revisar: { $file }
reviews-assigned-body = Hola, { $name }:

    El expediente { $file } le corresponde a usted. Primero declara que no tiene conflicto de interés; después se abre. Las cuentas ya están hechas, así que suele bastar media hora. Puede interrumpir cuando quiera: todo queda guardado.
reviews-told-conflict-subject = { $file } necesita otra persona revisora
reviews-told-conflict-body = Hola, { $name }:

    { $reviewer } tiene un conflicto de interés con { $file } y lo devolvió. Elija a otra persona.
reviews-told-finished-subject = { $file } ya fue revisado
reviews-told-finished-body = Hola, { $name }:

    { $reviewer } terminó la revisión de { $file }. Los resultados están en la página del expediente.
reviews-told-ended-subject = { $file }: su revisión ya no hace falta
reviews-told-ended-body = { $name }:

    La asociación decidió sobre el expediente { $file } antes de que usted terminara la revisión. No queda nada por hacer. Gracias por el tiempo que le dedicó.
reviews-told-taken-back-subject = Se retiró la asignación de { $file }
reviews-told-taken-back-body = { $name }:

    La coordinación retiró la asignación del expediente { $file }. No queda nada por hacer. Gracias por el tiempo que le dedicó.
