## Roles
nav-roles = Funciones
role-administrator = Administración
role-coordinator = Coordinación de acreditación
role-advisor = Persona asesora
role-reviewer = Persona revisora
role-treasurer = Tesorería
role-auditor = Auditoría
role-network = Administración de la red
role-administrator-does = Administración: asigna funciones y les pone fin; decide el color, el logotipo y los contactos de la asociación
role-coordinator-does = Coordinación de acreditación: lleva los expedientes, los pagos y las decisiones
role-advisor-does = Persona asesora: acompaña a algunas personas solicitantes cuando ellas aceptan; ve qué está cumplido, qué falta y los siguientes pasos, y no abre expedientes
role-reviewer-does = Persona revisora: evalúa los expedientes que se le asignan
role-treasurer-does = Tesorería: confirma y exime pagos; ve nombres, solicitudes y cuotas, y no abre expedientes
role-auditor-does = Auditoría: lee expedientes, decisiones y pagos sin cambiar nada; cada expediente que abre queda en el historial
roles-title = Funciones
roles-lead = Quién puede hacer qué aquí. Cuando una función termina, deja de valer con la siguiente página que abra la persona.
roles-invite = Invitar a alguien
roles-held = Vigentes
roles-waiting = Con invitación, sin respuesta todavía
roles-ended-title = Terminadas
roles-since = desde el { $day }
roles-until = hasta el { $day }
roles-ended = terminó el { $day }
roles-given-by = asignada por { $name }
roles-looked-over = confirmada el { $day }
roles-invited-by = invitación de { $name }
roles-works-until = se puede responder hasta el { $day }
roles-is-due = ¿Sigue haciendo falta?
roles-due =
    { $n ->
        [one] Hace tres meses que nadie revisa una de las funciones. ¿Sigue haciendo falta?
       *[other] Hace tres meses que nadie revisa { $n } funciones. ¿Siguen haciendo falta?
    }
roles-still-needed = Sigue haciendo falta
roles-end = Terminar
roles-withdraw = Retirar la invitación
roles-leave = Dejarlo como está
role-end-title = Terminar una función
role-end-ask = ¿Terminar la función de { $name }: { $role }?
role-end-lead = Tiene efecto de inmediato. Lo que se hizo en esa función queda en el historial con su nombre.
role-end-reviews = { $n ->
    [one] Tiene una revisión sin terminar. Se le retira junto con la función; si nadie más juzga el expediente, queda en espera de otra persona revisora.
   *[other] Tiene { $n } revisiones sin terminar. Se le retiran junto con la función; los expedientes que nadie más juzga quedan en espera de otra persona revisora.
}
role-end-reason = Motivo
role-end-reason-hint = Una línea para el historial: «Terminó su periodo», «Dejó el comité».
role-end-do = Terminar la función
role-ended-subject = Su función terminó: { $role }
role-ended-body =
    Hola, { $name }:

    Usted ya no tiene aquí esta función: { $role }. Lo que hizo en ella sigue en el registro con su nombre, y su cuenta y su carpeta quedan como están.

    Si le parece un error, escriba a la asociación.
role-ended-body-reviews =
    Hola, { $name }:

    Usted ya no tiene aquí esta función: { $role }. Las revisiones que no había terminado ya no están a su cargo: { $files }. No tiene que hacer nada más. Lo que hizo en la función sigue en el registro con su nombre, y su cuenta y su carpeta quedan como están.

    Si le parece un error, escriba a la asociación.
role-is-last-coordinator = Es la única persona con la función de coordinación. Invite antes a otra, para que alguien pueda seguir atendiendo las solicitudes.
role-is-last = Es la única persona con la función de administración. Invite antes a otra, para que alguien pueda seguir asignando funciones.
role-is-last-of-network = Nadie más está a cargo de esta instalación. Asigne antes la función a otra persona, desde la línea de comandos.
role-is-last-there = Es la única persona con la función de administración en la asociación. Sin ella nadie asigna funciones ahí hasta que alguien acepte una invitación suya.
role-is-last-coordinator-there = Es la única persona con la función de coordinación en la asociación. Sin ella nadie abre los expedientes, y lo que la gente envía queda sin respuesta.
role-last-sure = Sí, quiero dejar por ahora la asociación sin nadie en esta función
role-last-not-sure = Confirme que así lo quiere, o deje la función como está.

## The whole installation
nav-network = Red
network-title = Red
network-lead = Las asociaciones a las que se da servicio aquí y quién tiene qué función. Las solicitudes, las carpetas y los pagos quedan en cada asociación.
network-served = Asociaciones
network-held =
    { $n ->
        [one] una función vigente
       *[other] { $n } funciones vigentes
    }
network-no-administrator = Todavía sin administración: nadie puede asignar funciones allí.
network-administrators = Administración: { $names }
network-invite = Invitar a la administración
network-nobody = Todavía nadie tiene una función aquí.

## Invitations
invitation-title = Invitar a alguien a una función
invitation-lead = Recibirá una carta con un enlace. La función empieza cuando la acepte, con la sesión iniciada con la dirección a la que usted escribe.
invitation-role = Función
invitation-email = Correo electrónico
invitation-email-hint = El de su cuenta, o aquel con el que vaya a registrarse.
invitation-until = Último día de la función
invitation-until-hint = Déjelo vacío si no se ha acordado un final. Puede terminarla en cualquier momento.
invitation-until-over = Ese día ya pasó. Elija uno posterior, o ninguno.
invitation-language = Idioma de la carta
invitation-do = Enviar la invitación
invitation-enough = En la última hora ya salieron tres invitaciones a este buzón. Inténtelo más tarde.
invitation-subject = { $association } le ofrece una función
invitation-body =
    Hola:

    { $name }, de { $association }, le ofrece esta función: { $role }.

    La página del enlace explica en qué consiste y le permite aceptarla o rechazarla. Funciona hasta el { $day }. Si no esperaba esta carta, no tiene que hacer nada.
invitation-page-title = Invitación
invitation-page-ask = { $association } le ofrece una función: { $role }
invitation-page-by = { $name } envió esta invitación a { $email }.
invitation-page-until = La función duraría hasta el { $day }.
invitation-accept = Aceptar la función
invitation-decline = No, gracias
invitation-needs-account = Para aceptarla, inicie sesión con la cuenta de { $email } o cree una con esa dirección.
invitation-sign-in = Iniciar sesión
invitation-register = Crear una cuenta
invitation-another = Su sesión es la de { $theirs }, pero la invitación se envió a { $email }. Cierre la sesión e inicie otra con esa dirección, o pida una invitación para esta.
invitation-sign-out = Cerrar sesión
invitation-spent = Esta invitación ya se respondió, se retiró o es demasiado antigua. Quien le invitó puede enviarle otra.
invitation-front = Ir a la portada
invitation-accepted-subject = { $name } aceptó una función
invitation-accepted-body = { $name } aceptó una función: { $role }. La ofreció { $by } y ya está vigente.
said-role-invited = La invitación está en camino.
said-role-withdrawn = La invitación se ha retirado.
said-role-looked-over = Anotado: la función sigue haciendo falta.
said-role-ended = La función ha terminado.
said-role-accepted = Gracias. La función es suya desde ahora.
said-role-held = Usted ya tiene esta función.
said-role-elsewhere = Otra cuenta tiene esta dirección. Cierre la sesión, iníciela en esa cuenta y vuelva a abrir el enlace de la carta.
said-role-not-beside = Usted se ocupa de toda la instalación. Quien lo hace no tiene funciones en ninguna asociación: termine una antes de aceptar la otra.
said-role-declined = Gracias por avisarnos. No hace falta nada más.
