# La portada.
front-title = Acreditación
front-doors = Empiece aquí
front-find = Encuentre su categoría
front-find-text = Unas preguntas y una respuesta clara: qué categoría podría ser la suya y qué le faltaría. Sin cuenta y sin costo.
front-find-do = Responder las preguntas
front-sign-in = Inicie sesión o regístrese
front-sign-in-text = Siga con su carpeta, responda un mensaje, renueve. ¿Es su primera vez? Regístrese y empiece enseguida; las cuotas vienen después.
front-home = Siga donde estaba
front-home-text = Su solicitud, su carpeta y sus mensajes.
front-home-do = Ir a su página de inicio
front-check = Compruebe una acreditación
front-check-text = Por nombre o número, para hoy o para una fecha pasada. Abierto a empleadores, tribunales y familias.
front-check-do = Comprobar ahora
front-all-categories = Todas las categorías, cada una en una frase
front-steps = Cómo se obtiene la acreditación
front-dates = Próximas fechas
front-no-dates = No se conocen fechas.
front-fax = Fax { $number }
dates-month = { $month } de { $year }
dates-span = del { $from } al { $to }
dates-old = de una página antigua

# Todas las categorías.
categories-title = Categorías
categories-find = ¿No sabe cuál es la suya? Responda unas preguntas
categories-work = Su trabajo
categories-unlinked = Una categoría sin enlace es una que, hasta donde se sabe, no puede solicitarse aquí.
categories-figure = { $what }: { $figure }
categories-add-on = Complemento de una categoría
categories-others = No se sabe si se ofrecen aquí
categories-others-text = La Alianza también tiene lo siguiente. Aquí no está publicado si { $association } lo ofrece. Consulte a la coordinación de acreditación.

# Una categoría.
category-all = Todas las categorías
category-on = Ver las reglas de un día
category-on-do = Ver
category-not-yet = Esta categoría no existía ese día. Se muestran las reglas de hoy.
category-asks = Qué exige hoy
category-asked = Qué exigía el { $day }
category-will-ask = Qué exige el { $day }
category-start-title = ¿Podría ser la suya?
category-start-text = Anote lo que ya tiene y vea enseguida qué cuenta y qué falta. Las cuotas vienen después.
category-start = Empezar con esta categoría
category-stand = ¿Cómo quedaría mi carpeta?
rule-part = { $amount }: { $what }
rule-or = O en su lugar: { $other }
rule-after-review = Después de la revisión de la solicitud.
rule-page-cut = La asociación no ha publicado aquí la regla completa. Consulte a la coordinación.
rule-partial = Es un punto de un texto más largo.
rule-inferred = Tomado de una categoría o asociación hermana. Pida a la coordinación que lo confirme.
rule-recall = De memoria. Pida a la coordinación que lo confirme.
versions-title = Las reglas a lo largo del tiempo
versions-short = Versiones de estas reglas
versions-changed = Cambió el { $day }: { $what }.
versions-compare = Comparar las versiones
versions-requirement = Requisito
versions-change = Qué cambió
versions-not-asked = no se exigía
versions-shown = en esta página
versions-only = Se conoce una sola versión
versions-until = Hasta el { $day }
versions-since = Desde el { $day }
change-new = Nuevo
change-gone = Ya no se exige
change-figure = Otra cantidad
change-known = Antes no se conocía
change-conditions = Otras condiciones
category-renewal = Qué exige la renovación
category-renewal-provides = Para quienes brindan supervisión reflexiva.
category-renewal-not-provides = Para quienes no brindan supervisión reflexiva.
category-renewal-since = Desde la renovación de { $year }.
fees-title = Cuotas
fees-what = Cuota
fees-amount = Monto
fees-note = Qué se sabe
fees-unknown = no se conoce
fee-registration = Inscripción
fee-processing = Trámite
fee-membership = Membresía
fee-exam = Examen
fee-renewal = Renovación
fee-late-renewal = Renovación tardía
sources-title = Fuentes
sources-one = Fuente { $number }
sources-text = Cada cifra lleva al lugar donde está escrita. Donde no se conoce ninguna regla, lo decimos.
source-undated = sin fecha
source-dated-or = { $one } o { $two }

# Cifras, en grande.
figure-unknown = no se conoce ninguna regla
figure-hours = h
figure-years = { $n ->
    [one] año
   *[other] años
}
figure-degrees = { $n ->
    [one] título
   *[other] títulos
}
figure-ratings = { $n ->
    [one] valoración
   *[other] valoraciones
}
figure-signatures = { $n ->
    [one] firma
   *[other] firmas
}
figure-memberships = { $n ->
    [one] membresía
   *[other] membresías
}
figure-areas = { $n ->
    [one] área
   *[other] áreas
}
figure-parts = { $n ->
    [one] parte
   *[other] partes
}
figure-endorsements = { $n ->
    [one] acreditación
   *[other] acreditaciones
}
