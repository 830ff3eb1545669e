# La portada.
front-title = Acreditación
front-doors = Empiece aquí
front-find = Encuentre su categoría
front-find-text = Unas preguntas y una respuesta clara: qué categoría podría ser la suya y qué le faltaría. Sin cuenta y sin costo.
front-find-do = Responder las preguntas
front-sign-in = Inicie sesión o regístrese
front-sign-in-text = Siga con su carpeta, responda un mensaje, renueve. ¿Es su primera vez? La cuenta y la carpeta no cuestan nada; las cuotas de una solicitud figuran con su categoría.
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
front-all-dates = Todas las fechas y de dónde procede cada una
front-contact-own = Indicado por { $association }.
front-fax = Fax { $number }
dates-month = { $month } de { $year }
dates-span = del { $from } al { $to }
dates-old = de una página antigua
dates-own = Fijada por { $association } el { $day }.
dates-title = Fechas
dates-lead = Lo que viene, hasta donde se sabe, y dónde se leyó cada fecha.
dates-read-at = Del programa. Se leyó en:
dates-kind-application = Solicitudes
dates-kind-review = Revisiones
dates-kind-exam = Examen
dates-kind-membership = Membresía
dates-kind-renewal = Renovación
dates-kind-other = Otra

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
category-start-text = Anote lo que ya tiene y vea enseguida qué cuenta y qué falta. La cuenta y la carpeta no cuestan nada; las cuotas de una solicitud figuran en esta página.
category-start-not-yet = No se conocen reglas de esta categoría para hoy, así que todavía no se puede iniciar una solicitud.
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

# Lo que la asociación decide para sí.
settings-title = La asociación
settings-lead = Lo que figura aquí vale en todas las páginas en cuanto usted lo guarda. Donde no decida nada, vale lo que dice el programa.
settings-as-in-program = Como en el programa
settings-set = Lo decidió { $name } el { $day }
settings-nothing = Nada todavía
settings-change = Cambiar
settings-undo = Como en el programa
settings-undo-ask = ¿Otra vez como en el programa: { $what }?
settings-undo-means = Lo que ustedes fijaron deja de valer. Queda en el registro.
settings-undo-do = Usar lo del programa
settings-remove = Quitar
settings-remove-ask = ¿Quitar lo que ustedes fijaron: { $what }?
settings-remove-means = Desaparece de todas las páginas de inmediato y nada ocupa su lugar. Cópielo antes si quizás lo quiera otra vez.
settings-remove-do = Quitarlo
settings-goes = Esto se va
settings-comes = Esto vale entonces
settings-in-program = En el programa: { $value }
settings-do = Guardar
settings-leave = Dejarlo como está
setting-accent = Color
setting-accent-hint = El color de los enlaces y los botones, con # y seis cifras o letras: #0b5c63. Un tono más oscuro y otro para pantallas oscuras se derivan solos. Debe ser lo bastante oscuro para leerse sobre blanco.
setting-logo = Logotipo
setting-logo-file = Imagen
setting-logo-hint = Un PNG de 200 kB como máximo, tan alto como ancho o hasta el doble de ancho. Ocupa el lugar de nuestro símbolo junto al nombre de la asociación, así que no necesita llevar el nombre.
setting-logo-too-large = Esta imagen tiene más de 200 kB. Elija una más pequeña.
setting-logo-no-png = Esto no es un PNG de entre 16 y 2000 píxeles por lado. Guarde la imagen como tal.
setting-logo-shape = Elija una imagen al menos tan ancha como alta, y como máximo el doble de ancha.
setting-email = Correo electrónico
setting-email-hint = Adonde se escribe por asuntos de acreditación. Figura en la portada, al pie de cada página pública y en las insignias que se firmen desde ahora.
setting-phone = Teléfono
setting-phone-hint = El número que figura en la portada.
setting-post = Dirección postal
setting-post-hint = Como en un sobre, una línea tras otra. Figura en la portada.
setting-languages = Idiomas
setting-languages-hint = El primer idioma es el de quien llega a su portada sin haber indicado ninguno; las invitaciones parten de él. El idioma que ustedes no ofrezcan deja de estar enlazado, y sus direcciones llevan a la misma página en el otro. Lo que ya se escribió, firmó y envió queda como está, y quien eligió un idioma para sus cartas lo conserva: la elección es suya y vale en todas las asociaciones.
setting-languages-en-es = Inglés primero, español también
setting-languages-es-en = Español primero, inglés también
setting-languages-en = Solo inglés
setting-languages-es = Solo español
setting-about-en = Acerca de ustedes, en inglés
setting-about-en-hint = Una página propia, al pie de cada página pública. Una línea vacía empieza un párrafo, «# » un encabezado, «- » un punto de una lista. Los enlaces y las imágenes se omiten.
setting-about-es = Acerca de ustedes, en español
setting-about-es-hint = La misma página para quienes leen español. Mientras no esté escrita, verán la inglesa.
setting-not-a-phone = Escriba un número al que se pueda llamar, como 203-555-0100.
problem-not-a-colour = Escriba el color con # y seis cifras o letras de la a a la f: #0b5c63.
problem-pale-colour = No todo el mundo podría leer un texto de este color: sobre blanco o en una pantalla oscura, su contraste es menor de 4.5 a 1. Elija uno más oscuro.
said-setting-changed = Guardado. Ya vale en todas las páginas.
said-setting-undone = Vuelve a ser como en el programa.
said-setting-removed = Ya no está.

# Fechas y un aviso.
date-list-title = Fechas
date-list-lead = Las fechas que figuran en su portada, en la página de todas las fechas y en el inicio de cada persona. Ustedes anuncian las propias, y corrigen u omiten las que vinieron con el programa. Un día que se deriva de una regla (de membresías, renovaciones o cuotas) solo cambia con las reglas.
date-so-many = { $n ->
    [0] Todas son del programa
    [one] Una fecha fijada por la asociación
   *[other] { $n } fechas fijadas por la asociación
}
date-add = Anunciar una fecha
date-coming = Próximas
date-not-announced = Del programa y sin anunciar
date-past = Anteriores
date-hide = No anunciar
date-take-back = Retirar
date-of-rules = Este día se deriva de una regla. Viene con el programa, para que lo anunciado y lo que se aplica sean lo mismo.
date-read-at = Se leyó en:
date-decided-at = se decidió en: { $where }
date-ended = la retiró { $name } el { $day }
date-hidden = Sin anunciar: { $what }
date-one-title = Una fecha propia
date-change-title = Cambiar una fecha
date-in-program = En el programa: { $when }, «{ $what }».
date-in-place = Lo que usted decida ocupa su lugar por esta única vez. Cuando haya pasado, vuelve a figurar la fecha del programa, con la ocasión siguiente.
date-kind = De qué se trata
date-first = Primer día
date-last = Último día
date-last-hint = Solo si dura más de un día.
date-title-en = Qué sucede, en inglés
date-title-es = Qué sucede, en español
date-title-hint = Una línea de 160 caracteres como máximo; por ejemplo: «Vence el plazo de solicitudes para la revisión de primavera».
date-decided = Dónde se decidió
date-decided-hint = Por ejemplo: «Reunión de la junta del 4 de mayo». Solo lo ven quienes administran.
date-is-over = Este día ya pasó. Elija uno que esté por venir.
date-ends-before = Este día es anterior al primero. Revise los dos.
said-date-gone = Ya no se anuncia.
notice-title = Aviso en la portada
notice-lead = Para lo que todos deben saber durante unos días: un cierre, un plazo. Figura al comienzo de la portada desde el primer día hasta el final del último.
notice-text-en = Texto en inglés
notice-text-es = Texto en español
notice-text-hint = 500 caracteres como máximo, y en los dos idiomas. Una línea vacía empieza un párrafo.
notice-last-hint = El aviso desaparece al día siguiente.
notice-take-down = Retirar el aviso
notice-past = Anteriores
said-notice-gone = El aviso se retiró.
