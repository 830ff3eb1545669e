# Cómo quedaría la carpeta.
compare-title = ¿Cómo quedaría su carpeta?
compare-lead = Para cualquier categoría, en cualquier fecha: lo que ya está, lo que falta y con qué se completa. La más cercana aparece primero. Mirar no inicia ni envía nada.
compare-category = Categoría
compare-every-category = Todas
compare-association = Asociación
compare-on = En esta fecha
compare-on-hint = Con las reglas de ese día y solo con lo ocurrido hasta entonces.
compare-do = Ver
compare-by = Según las reglas de { $association } al { $day }.
compare-all-categories = Todas las categorías
compare-no-association = Elija una asociación de la lista.
compare-not-offered = Esta asociación no ofrece esta categoría, o aquí no se conocen sus reglas. Elija otra.
compare-word-met = Está todo
compare-word-unmet = Pendiente
compare-word-needs-person = Lo decide una persona
compare-answer-met = Está todo lo que hace falta para presentar la solicitud: { $met } de { $all }.
compare-answer-unmet = { $met } de { $all } requisitos están cumplidos.
compare-answer-needs-person = { $met } de { $all } requisitos están cumplidos; el resto debe revisarlo una persona.
compare-or = { $one }. O en su lugar: { $other }
compare-missing = Lo que falta
compare-open = Lo que debe revisar una persona
compare-details = Ver qué cuenta
compare-start = Iniciar una solicitud
compare-empty-title = Su carpeta todavía está vacía
compare-empty-text = Por eso abajo falta todo. Anote algo que haya hecho, por ejemplo una capacitación, y vuelva a mirar: la respuesta cambia con cada entrada.
compare-find = Mejor responder unas preguntas
compare-start-waits = Usted guardó respuestas de «Encuentre su categoría» que aún no son entradas.
compare-start-go = Seguir con ellas
compare-note = La más cercana es aquella a la que menos le falta; cada requisito cuenta lo mismo y la mitad de uno cuenta la mitad. Las valoraciones de referencia se dan para una sola solicitud; por eso aquí siempre faltan. Esto es aritmética y no una decisión: sobre una solicitud deciden personas.

# Encuentre su categoría.
find-title = Encuentre su categoría
find-lead = Ocho preguntas breves, unos cinco minutos. Responda lo que sepa y deje lo demás en blanco. Sin cuenta, sin costo, y no se guarda nada a menos que usted lo pida.
find-do = Ver mi respuesta
find-change = Cambiar mis respuestas
find-your-answers = Sus respuestas
find-no-such-answer = Elija entre las respuestas dadas.
find-choose-one = Elija al menos una respuesta, para que podamos decirle algo.
find-choose-only-one = Elija aquí una sola respuesta.
find-headline = Empiece por esta: { $category }
find-headline-none = Ninguna de las categorías es del todo para el trabajo que usted indicó
find-why-fits = Es para un trabajo como el suyo, con niños de estas edades.
find-why-not-work = Es para un trabajo distinto del que usted indicó ({ $scope }).
find-why-not-ages = Es para niños de otras edades ({ $ages }).
find-there = Sus respuestas ya muestran: { $what }.
find-missing = Lo que todavía faltaría
find-at-most = { $step } como máximo
find-nothing-missing = Con sus respuestas aquí no queda nada pendiente
find-everybody = Toda persona que presenta una solicitud muestra además lo siguiente; usted lo iría reuniendo:
find-keep = Guardar esto como comienzo de mi carpeta
find-keep-register = Guardar esto y registrarme
find-unknown = Estas también le servirían, pero aquí aún no se conocen sus reglas. Consulte a la coordinación de acreditación:
find-others = Las demás categorías, la más cercana primero
find-how = Cómo llegamos a esta respuesta
find-how-text = Sus respuestas se juzgaron con las mismas reglas que una solicitud real en esta fecha. Las tomamos como usted las dio y dimos por hecho que puede demostrarlas con fechas, que su trabajo fue pagado y posterior a su título, que sus capacitaciones fueron impartidas y dicen de qué trataban, y que su supervisión la brindó alguien acreditado como Mentor/a – Clínica. Es un primer vistazo y no una decisión.

# El comienzo de la carpeta.
find-start-title = El comienzo de su carpeta
find-start-ask = Podemos guardar sus respuestas y llevarle de cada una a una entrada. No anotamos nada por usted: solo usted conoce las fechas y los lugares.
find-start-lead = Cada respuesta puede convertirse en una entrada de su carpeta. Ya pusimos lo que usted nos dijo; usted agrega las fechas y los lugares.
find-start-keep = Guardar mis respuestas
find-start-leave = Seguir sin ellas
find-start-entries = En qué pueden convertirse
find-start-none = Sus respuestas aún no indican nada que pueda ser una entrada.
find-start-begun = Empezado
find-start-open = Por completar
find-start-compare = Ver cómo queda mi carpeta
find-start-forget = Olvidar mis respuestas
find-draft-education = Aún no sabemos de qué institución ni de cuándo.
find-draft-work = Aún no sabemos dónde ni desde cuándo hasta cuándo.
find-draft-work-years = { $n ->
    [one] Al menos un año. Aún no sabemos dónde ni desde cuándo hasta cuándo.
   *[other] Al menos { $n } años. Aún no sabemos dónde ni desde cuándo hasta cuándo.
}
find-draft-trainings = { $n ->
    [one] Una hora o más. Agregue cada capacitación con su fecha, sus horas y sus áreas de competencia.
   *[other] { $n } horas o más. Agregue cada capacitación con su fecha, sus horas y sus áreas de competencia.
}
find-draft-rsc = { $n ->
    [one] Una hora o más. Agregue quién la brindó, cuándo y cuántas horas cada vez.
   *[other] { $n } horas o más. Agregue quién la brindó, cuándo y cuántas horas cada vez.
}
find-draft-leadership = Aún no sabemos qué hizo ni desde cuándo hasta cuándo.
said-answers-kept = Sus respuestas están guardadas. Complételas cuando quiera.
said-answers-forgotten = Sus respuestas se olvidaron. Lo que usted ha anotado se queda.
