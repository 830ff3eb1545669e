# Las personas asesoras y a quienes acompañan.
nav-advising = Asesoría
advising-title = A quién asesora usted
advising-lead = En qué punto está cada persona y qué le hace falta ahora. Primero quien lleva más tiempo sin cambiar nada.
advising-waiting =
    { $n ->
        [one] Se le preguntó a una persona si usted puede asesorarla. Verá quién es cuando acepte.
       *[other] Se les preguntó a { $n } personas si usted puede asesorarlas. Verá quiénes son cuando acepten.
    }
advising-empty-title = Nadie todavía
advising-empty-text = La coordinación de acreditación le propone a alguien; cuando esa persona acepta, aparece aquí con lo que está cumplido, lo que falta y los siguientes pasos.
advising-empty-example = Por ejemplo: «Último cambio el 3 de febrero. 9 requisitos cumplidos, 4 pendientes. Sigue: 6 horas más de supervisión reflexiva».
advising-next = Sigue:
advising-closed-gone = Una solicitud ya decidida o retirada deja de mostrarse.
advising-pages = Más personas
advising-before = Anteriores
advising-after = Más
advising-changed = último cambio el { $day }
advising-quiet =
    { $n ->
        [one] Sin cambios desde hace un día
       *[other] Sin cambios desde hace { $n } días
    }
advising-steps = Siguientes pasos
advising-steps-words = Con las palabras que lee { $name }.
advising-steps-none = No falta nada que la persona pueda hacer ahora.
advising-references = Referencias
advising-references-in =
    { $n ->
        [0] No ha llegado ninguna
        [one] Ha llegado una
       *[other] Han llegado { $n }
    }
advising-references-asked =
    { $n ->
        [0] Ninguna espera respuesta
        [one] Una se pidió y no tiene respuesta todavía
       *[other] { $n } se pidieron y no tienen respuesta todavía
    }
advising-references-open =
    { $n ->
        [0] Para todas se ha pedido a alguien
        [one] Para una no se ha pedido a nadie todavía
       *[other] Para { $n } no se ha pedido a nadie todavía
    }
advising-talks = Sus conversaciones
advising-talks-none = Todavía no hay nada anotado.
advising-talk-day = Día
advising-talk-minutes = Minutos
advising-talk-note = De qué trató
advising-talk-note-hint = Una línea, si quiere. La persona encuentra el día, los minutos y esta línea en sus propios datos; la coordinación solo ve que se anotó algo.
advising-talk-do = Anotar la conversación
advising-not-minutes = Escriba minutos enteros, de 1 a 1440.
advising-minutes =
    { $n ->
        [one] 1 minuto
       *[other] { $n } minutos
    }
advising-hours =
    { $n ->
        [one] Una conversación anotada, { $hours } h.
       *[other] { $n } conversaciones anotadas, { $hours } h en total.
    }
advising-limits = Usted ve esto porque { $name } aceptó. Las entradas, los documentos, las personas de referencia y los pagos no se muestran a las personas asesoras.
advising-end = Terminar la asesoría
advising-end-text = Se avisa a { $name } y a la coordinación, y esta página desaparece para usted de inmediato. Lo que anotó de las conversaciones queda.
advising-end-do = Terminarla
said-advising-agreed = Gracias. Su persona asesora ya puede ver en qué punto está usted.
said-advising-declined = Gracias. No se mostró nada a nadie.
said-advising-ended = La asesoría ha terminado. Se avisó a las demás personas.
said-advising-noted = Anotada.

advising-told-proposed-subject = { $association } propone una persona asesora para { $file }
advising-told-proposed-body =
    Hola, { $name }:

    { $association } propone a { $advisor } como su persona asesora para { $file }: alguien que le acompaña. En la página de su solicitud puede leer qué vería una persona asesora y qué no, y aceptar o decir que no. Nada se muestra antes de que acepte.
advising-told-taken-back-subject = Se retiró la propuesta de una persona asesora para { $file }
advising-told-taken-back-body =
    Hola, { $name }:

    Se retiró la propuesta de que { $advisor } le asesore con { $file }. No se mostró nada.
advising-told-begun-subject = { $person } aceptó: usted asesora con { $file }
advising-told-begun-body =
    Hola, { $name }:

    { $person } aceptó que usted le asesore con { $file }. Ya puede ver qué está cumplido, qué falta y los siguientes pasos. Si no conviene, puede terminarlo en la misma página.
advising-told-agreed-subject = { $person } aceptó a la persona asesora para { $file }
advising-told-agreed-body =
    Hola, { $name }:

    { $person } aceptó que { $advisor } le asesore con { $file }.
advising-told-declined-subject = { $person } no desea una persona asesora para { $file }
advising-told-declined-body =
    Hola, { $name }:

    { $person } dijo que no a { $advisor } como persona asesora para { $file }. No se mostró nada. Puede proponer a otra persona.
advising-told-over-for-person-subject = La asesoría para { $file } ha terminado
advising-told-over-for-person-body =
    Hola, { $name }:

    { $advisor } ya no le asesora con { $file } y no ve nada más de esa solicitud. { $by ->
        [advisor] { $advisor } la terminó.
       *[other] La coordinación de acreditación la terminó.
    } Si desea otra persona asesora, escriba a la coordinación.
advising-told-over-for-advisor-subject = La asesoría para { $file } ha terminado
advising-told-over-for-advisor-body =
    Hola, { $name }:

    Usted ya no asesora a { $person } con { $file }. { $by ->
        [applicant] { $person } la terminó.
       *[other] La coordinación de acreditación la terminó.
    } Gracias por su ayuda.
advising-told-over-for-desk-subject = La asesoría para { $file } ha terminado
advising-told-over-for-desk-body =
    Hola, { $name }:

    { $advisor } ya no asesora a { $person } con { $file }. { $by ->
        [advisor] { $advisor } la terminó.
       *[other] { $person } la terminó.
    } Puede proponer a otra persona.
