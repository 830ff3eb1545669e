# Lo que dicen las reglas sobre una carpeta. $more se forma con rules-more-…, las cantidades con rules-amount-….
rules-title-education = Formación académica
rules-title-work-promotion = Trabajo relacionado
rules-title-work-prevention = Trabajo de prevención e intervención temprana
rules-title-work-imhs-practice = Práctica como Especialista
rules-title-work-provides-rsc = Supervisión reflexiva a otras personas
rules-title-work-policy-leadership = Liderazgo en políticas o programas
rules-title-work-academic-leadership = Liderazgo en docencia o investigación
rules-title-leadership = Liderazgo en la práctica
rules-title-training-total = Capacitación
rules-title-training-imh = Capacitación sobre salud mental infantil temprana
rules-title-training-rsc = Capacitación sobre cómo brindar supervisión
rules-title-training-dei = Capacitación sobre diversidad, equidad e inclusión
rules-title-rsc-total = Supervisión reflexiva recibida
rules-title-rsc-about-rsc = Sobre la supervisión que brinda
rules-title-references = Valoraciones de referencia
rules-title-agreement-code-of-ethics = Código de Ética
rules-title-agreement-endorsement = Acuerdo de Acreditación
rules-title-membership = Membresía
rules-title-competencies = Áreas de competencia
rules-title-exam = Examen escrito
rules-title-base-endorsement = Acreditación de base

rules-status-met = Cumplido
rules-status-unmet = Pendiente
rules-status-needs-person = Lo decide una persona

rules-stands = { $counted } de { $required }.
rules-stands-in-doubt = { $counted } de { $required }; una persona debe revisar { $doubt } más.
rules-stands-unknown = { $counted } hasta ahora. No se sabe cuánto se pide.
rules-excused = Todavía no se pide: la primera renovación está dispensada.
rules-met-by = No hace falta, porque en su lugar se cumple: { $other }.

rules-amount-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
}
rules-amount-hours = { $n ->
    [one] 1 hora
   *[other] { $hours } horas
}
rules-amount-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
rules-amount-months = { $n ->
    [one] 1 mes
   *[other] { $n } meses
}
rules-amount-years = { $n ->
    [one] 1 año
   *[other] { $n } años
}
rules-amount-degrees = { $n ->
    [one] 1 título
   *[other] { $n } títulos
}
rules-amount-ratings = { $n ->
    [one] 1 valoración
   *[other] { $n } valoraciones
}
rules-amount-signatures = { $n ->
    [one] 1 firma
   *[other] { $n } firmas
}
rules-amount-memberships = { $n ->
    [one] 1 membresía
   *[other] { $n } membresías
}
rules-amount-areas = { $n ->
    [one] 1 área
   *[other] { $n } áreas
}
rules-amount-parts = { $n ->
    [one] 1 parte
   *[other] { $n } partes
}
rules-amount-endorsements = { $n ->
    [one] 1 acreditación
   *[other] { $n } acreditaciones
}

rules-more-minutes = { $n ->
    [one] 1 minuto más
   *[other] { $n } minutos más
}
rules-more-hours = { $n ->
    [one] 1 hora más
   *[other] { $hours } horas más
}
rules-more-days = { $n ->
    [one] 1 día más
   *[other] { $n } días más
}
rules-more-months = { $n ->
    [one] Alrededor de 1 mes más
   *[other] Alrededor de { $n } meses más
}

rules-more-families = { $n ->
    [one] 1 familia más
   *[other] { $n } familias más
}

rules-closes-education = Un título que valga para esta categoría
rules-closes-work-promotion = { $more } de trabajo remunerado relacionado
rules-closes-work-prevention = { $more } de trabajo de prevención o intervención temprana
rules-closes-work-imhs-practice = { $more } de práctica como Especialista
rules-closes-work-provides-rsc = { $more } brindando supervisión reflexiva
rules-closes-work-policy-leadership = { $more } de liderazgo en políticas o programas
rules-closes-work-academic-leadership = { $more } de liderazgo en docencia o investigación
rules-closes-leadership = { $more } de liderazgo en la práctica
rules-closes-training-total = { $more } de capacitación
rules-closes-training-imh = { $more } de capacitación sobre salud mental infantil temprana
rules-closes-training-rsc = { $more } de capacitación sobre cómo brindar supervisión reflexiva
rules-closes-training-dei = { $more } de capacitación sobre diversidad, equidad e inclusión
rules-closes-rsc-total = { $more } de supervisión reflexiva con una persona que cumpla los requisitos
rules-closes-rsc-about-rsc = { $more } de supervisión reflexiva sobre la supervisión que brinda
rules-closes-references = { $n ->
    [one] Una valoración de { $people }
   *[other] { $n } valoraciones, de: { $people }
}
rules-closes-references-each = { $n } valoraciones, cada una de { $people }
rules-closes-references-several = { $people } ({ $n } valoraciones)
rules-closes-endorsed-rater = Una valoración de una persona acreditada, o la confirmación de la asociación de que basta la que hay
rules-closes-agreement-code-of-ethics = La firma en el Código de Ética
rules-closes-agreement-endorsement = La firma en el Acuerdo de Acreditación
rules-closes-membership = Una membresía vigente ese día
rules-closes-areas = { $n ->
    [one] Evidencia de un área más: { $areas }
   *[other] Evidencia de { $n } áreas más: { $areas }
}
rules-closes-many-areas = Evidencia de { $n } áreas más, entre ellas: { $areas }
rules-closes-exam = { $n ->
    [one] Aprobar la parte { $parts } del examen escrito
   *[other] Aprobar las partes { $parts } del examen escrito
}
rules-closes-base-endorsement = Una acreditación en la que esta pueda basarse
rules-closes-families = { $more } en este trabajo
rules-closes-attest = Una declaración, hecha con la renovación, de que es así
rules-closes-looked = La asociación debe revisar lo que está en duda
rules-closes-ask = No se conoce ninguna regla sobre esto. La asociación debe decir qué pide

rules-or = o
rules-relation-anyone = alguien que conozca bien el trabajo
rules-relation-endorsed = { $people }, con acreditación propia
rules-relation-program-supervisor = quien supervisa el programa
rules-relation-department-chair = la jefatura del departamento
rules-relation-rsc-provider = quien brinda la supervisión reflexiva
rules-relation-rsc-recipient = alguien que recibe la supervisión de la persona solicitante
rules-relation-colleague = un/a colega
rules-relation-student = un/a estudiante
rules-relation-teacher = un/a docente
rules-relation-parent = un padre o una madre de una familia atendida
rules-relation-other = otra persona

rules-person-may-look = La asociación puede revisarlo.
rules-reason-after-date = Tiene una fecha posterior al { $day }.
rules-reason-after-date-education = No se había otorgado al { $day }.
rules-reason-after-date-competencies = No se había terminado al { $day }.
rules-reason-after-date-membership = Comienza después del { $day }.
rules-reason-before-degree = Fue antes del título al que debe seguir.
rules-reason-before-window = Fue antes del { $since }.
rules-reason-provider-not-qualified = En esas fechas, quien la brindó no tenía la acreditación que piden estas reglas.
rules-reason-provider-standing-ended = Para entonces, la acreditación de quien la brindó ya había terminado.
rules-reason-straddles = Solo cuentan algunos de estos días, y las horas de todo el período no se pueden repartir con aritmética. Hay que registrarlas por fecha.
rules-reason-peer-setting = Los grupos de pares no tienen una persona calificada que brinde la supervisión.
rules-reason-not-while-serving = Estas horas deben acompañar cierto trabajo, y la entrada nombra otro.
rules-reason-not-while-serving-doubt = Estas horas deben acompañar cierto trabajo, y la entrada no lo nombra.
rules-reason-unpaid = No fue remunerado, o la entrada no dice que lo fuera.
rules-reason-wrong-age = Los niños tenían otra edad.
rules-reason-no-competency = No nombra ningún área de competencia.
rules-reason-no-competency-competencies = No nombra ningún área de esta categoría.
rules-reason-wrong-subject = Trata de otra cosa.
rules-reason-wrong-subject-education = Este título no vale para esta categoría.
rules-reason-wrong-subject-work = Es otro tipo de trabajo.
rules-reason-wrong-subject-references = Esta categoría no pide una valoración de esta persona.
rules-reason-wrong-subject-exam = Es el resultado de otro examen.
rules-reason-wrong-subject-membership = Es la membresía de otra asociación.
rules-reason-wrong-subject-base-endorsement = Esta acreditación no sirve de base aquí.
rules-reason-wrong-track = Corresponde a otra modalidad de Mentor/a.
rules-reason-not-didactic = Las horas sobre cómo brindar supervisión deben ser didácticas, y la entrada no dice que lo fueran.
rules-reason-void = No dice lo suficiente para contar.
rules-reason-void-references = Demasiadas respuestas son «no tengo suficiente información».
rules-reason-void-education = No tiene expediente académico, y se pide uno.
rules-reason-void-exam = Esta parte no se aprobó.
rules-reason-expired = Es demasiado antiguo, o ya terminó.
rules-reason-expired-references = Tiene más de un año.
rules-reason-expired-membership = Esta membresía ya terminó.
rules-reason-slot-taken = Otra valoración ya ocupa su lugar.
rules-reason-slot-taken-training = Ya están contadas todas las horas de voluntariado que pueden contar.
rules-reason-slot-taken-exam = Esta parte ya cuenta.

rules-line-rule = Regla: { $text }
rules-line-counted = Cuenta: { $amount } ({ $id })
rules-line-excluded = No cuenta: { $amount } ({ $id }). { $sentence }
rules-line-closes = Se completa con: { $step }
rules-line-source = Fuente: { $source }
rules-head = { $category } en { $association }, según las reglas de la versión { $version } ({ $from } – { $to }), al { $day }.
rules-head-from-ever = comienzo desconocido
rules-head-to-open = vigente
rules-whole-met = Está todo lo que se pide.
rules-whole-unmet = Todavía falta algo.
rules-whole-needs-person = Lo decide una persona.

# Lo que se puede ser con una parte pendiente. $open se compone de rules-title-….
rules-emerging-met = Lo demás está completo, así que se puede obtener la condición “en desarrollo” (emerging) mientras esto queda pendiente: { $open }.
rules-emerging-needs-person = Se puede obtener la condición “en desarrollo” (emerging) mientras esto queda pendiente: { $open }. Antes, una persona tiene que revisar parte de lo demás.
rules-emerging-unmet = Se puede obtener la condición “en desarrollo” (emerging) mientras esto queda pendiente: { $open }. Antes tiene que estar lo demás, y todavía falta algo.
rules-emerging-months = { $n ->
    [one] A partir de entonces hay 1 mes para completarlo.
   *[other] A partir de entonces hay { $n } meses para completarlo.
}

rules-head-renewal = Renovación de { $cycle } como { $category } en { $association }, al { $day }.
rules-compared = Todas las categorías en { $association }, al { $day }, la más cercana primero.
rules-compared-one = { $place }. { $category } ({ $id }): { $whole }

# De una versión de las reglas a otra.
rules-change-harder = Pide más
rules-change-easier = Pide menos
rules-change-new = Nuevo
rules-change-gone = Ya no se pide
rules-change-otherwise = Distinto
rules-change-was = Antes:
rules-change-will = Ahora:
