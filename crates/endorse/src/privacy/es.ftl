# Borrar una cuenta, cuánto tiempo se guardan las cosas, qué se aceptó.
privacy-erase-title = Borrar su cuenta
privacy-erase-lead = Esto es lo que se va y lo que queda de lo que se guarda de usted.
privacy-goes = Qué se va
privacy-stays = Qué queda
privacy-goes-account = { $n ->
   *[other] Su cuenta: nombre, dirección, contraseña, sesiones, segundo factor y funciones vigentes.
}
privacy-goes-entries = { $n ->
    [one] Una entrada de su carpeta, con sus versiones anteriores.
   *[other] { $n } entradas de su carpeta, con sus versiones anteriores.
}
privacy-goes-documents = { $n ->
    [one] Un documento.
   *[other] { $n } documentos.
}
privacy-goes-applications = { $n ->
    [one] Una solicitud que no llevó a una acreditación, con lo que se entregó y lo que se dijo de ella.
   *[other] { $n } solicitudes que no llevaron a una acreditación, con lo que se entregó y lo que se dijo de ellas.
}
privacy-goes-references = { $n ->
    [one] Una referencia, con el nombre y la dirección de la persona a quien se la pidió.
   *[other] { $n } referencias, con los nombres y direcciones de las personas a quienes las pidió.
}
privacy-goes-messages = { $n ->
    [one] Un mensaje.
   *[other] { $n } mensajes.
}
privacy-stays-record = El registro de quién hizo qué: con un identificador que ya no dice nada, y sin sus palabras.
privacy-stays-applications = { $n ->
    [one] De una solicitud que llevó a una acreditación: número, categoría, días y la decisión sin su carta.
   *[other] De { $n } solicitudes que llevaron a una acreditación: número, categoría, días y las decisiones sin sus cartas.
}
privacy-stays-number = Acreditación { $number }: categoría, días y estado, sin su nombre. Quien tenga el número todavía puede comprobarla.
privacy-stays-named = Acreditación { $number }: categoría, días y estado; y su nombre tal como se emitió, durante el tiempo que fijó la asociación.
privacy-stays-charges = { $n ->
    [one] Una cuota: importe y días, sin su nombre.
   *[other] { $n } cuotas: importes y días, sin su nombre.
}
privacy-stays-decisions = Lo que usted decidió o evaluó en una función, como hecho por alguien que ya no es parte del equipo.
privacy-erase-before = Quizás quiera llevarse antes sus datos:
privacy-erase-wait = Se cierra su sesión en todas partes y tiene siete días para pensarlo otra vez: inicie sesión y no se borra nada. Después ya no se puede deshacer.
privacy-erase-type = Para seguir, escriba: { $word }
privacy-erase-word = borrar
privacy-erase-word-label = La palabra
privacy-erase-word-wrong = Esta no es la palabra de arriba.
privacy-erase-do = Borrar mi cuenta
privacy-erase-held = Por ahora hay que guardar un expediente suyo, por una queja, una apelación o la ley. Pregunte a la asociación; no se puede borrar nada hasta que eso termine.
privacy-erase-held-work = Por ahora hay que guardar un expediente que usted revisó, decidió, asesoró o ayudó a preparar, y con él quién lo hizo. Pregunte a la asociación; no se puede borrar nada hasta que eso termine.
privacy-erase-last = Usted es la única persona con la función de administración de una asociación. Invite antes a otra, en «Funciones», para que alguien pueda seguir asignando funciones.
privacy-erase-last-coordinator = Usted es la única persona con la función de coordinación de una asociación. La administración debe invitar antes a otra, para que alguien pueda seguir atendiendo las solicitudes.
privacy-erase-last-of-network = Nadie más está a cargo de esta instalación. Asigne antes la función a otra persona, desde la línea de comandos.
said-privacy-erasure = Se cerró su sesión en todas partes. Su cuenta se borrará en siete días, a menos que inicie sesión antes.
privacy-erasure-subject = Su cuenta se va a borrar
privacy-erasure-body = Hola, { $name }:

    Usted pidió que se borre su cuenta. Se hará después de esta fecha: { $at }.

    Si no lo pidió o lo ha pensado mejor, inicie sesión antes y no se borra nada.
privacy-erased-person = Cuenta borrada
privacy-erased-staff = Ya no es parte del equipo
privacy-erased-name = Nombre borrado

privacy-retention-title = Cuánto tiempo se guarda
privacy-retention-lead = Lo que decidió la asociación, y quién lo dispuso. Lo que no tiene plazo se guarda hasta que la persona lo borre. Cada día se elimina lo que venció.
privacy-retention-none = No hay plazo fijado: se guarda.
privacy-retention-none-register = No hay plazo fijado: el nombre se va con la cuenta.
privacy-retention-term = Durante { $span } desde { $from }. Fijado por: { $authority }
privacy-retention-due = { $n ->
    [0] Nada vence en 30 días
    [one] Uno vence en 30 días
   *[other] { $n } vencen en 30 días
}
privacy-retention-last = Última ronda, { $day }: { $n } eliminados
privacy-term-set = Fijar un plazo
privacy-term-change = Cambiar
privacy-term-since = Fijado el { $at }
privacy-term-from = Se cuenta desde { $from }.
privacy-term-months = Meses
privacy-term-months-wrong = Indique meses enteros, de 1 a 1,200.
privacy-term-authority = Quién lo dispuso
privacy-term-authority-hint = Por ejemplo, una decisión de la junta y su fecha, o una ley. Todas las personas pueden leerlo.
privacy-term-keep = Fijar el plazo
privacy-term-look = Ver antes qué se eliminaría
privacy-term-look-again = Ver otra vez
privacy-term-takes = { $n ->
    [0] Con este plazo hoy no se eliminaría nada ({ $what }).
    [one] Con este plazo se eliminaría uno con la próxima ronda diaria ({ $what }).
   *[other] Con este plazo se eliminarían { $n } con la próxima ronda diaria ({ $what }).
}
privacy-term-takes-many = Con este plazo se eliminarían { $n } o más con las próximas rondas diarias ({ $what }).
privacy-term-takes-of = { $n ->
    [one] Son de una persona.
   *[other] Son de { $n } personas.
}
privacy-term-end = Quitar el plazo: guardar todo
privacy-term-end-register = Con el plazo se van de inmediato los nombres de las personas cuyas cuentas se borraron.
said-privacy-term-set = El plazo está fijado. Lo que venció se va con la próxima ronda diaria.
said-privacy-term-ended = Ya no hay plazo. Se guarda.
privacy-held-title = Expedientes que hay que guardar
privacy-held-none = Ninguno. Un expediente se retiene desde su propia página.
privacy-hold-title = Retener este expediente
privacy-hold-lead = De un expediente retenido no se elimina nada al vencer su plazo, y la cuenta de su titular no se puede borrar: por una queja, una apelación o un tribunal.
privacy-hold-since = Retenido desde: { $at }.
privacy-hold-reason = Por qué
privacy-hold-reason-hint = Para quien lo consulte después. La persona solicitante no lo lee.
privacy-hold-do = Retener el expediente
privacy-hold-end-means = Al terminarla, lo que venció se va con la próxima ronda diaria y su titular puede borrar su cuenta.
privacy-hold-end = Terminar la retención
said-privacy-hold-begun = El expediente está retenido.
said-privacy-hold-ended = La retención terminó.

privacy-agreed-title = Lo que aceptó
privacy-agreed-lead = Qué palabras, cuándo y desde dónde. El resumen criptográfico muestra que las palabras siguen siendo las mismas.
privacy-agreed-none = No hay nada anotado. Las cuentas anteriores a este registro no tienen nada.
privacy-agreed-privacy-notice = Qué se guarda sobre usted
privacy-agreed-sharing = Que la asociación lea una solicitud
privacy-agreed-registry = Que el registro público muestre su nombre
privacy-agreed-at = El { $at }
privacy-agreed-at-from = El { $at }, desde { $from }
privacy-agreed-until = Hasta el { $at }
privacy-agreed-words = Las palabras
privacy-agreed-ends = Lo que hace falta para su cuenta termina con ella. Una solicitud abierta se puede retirar en su propia página.
privacy-listing-title = Su nombre en el registro público
privacy-listing-lead = Esto se puede terminar de inmediato, en cualquier momento. Quien tenga el número de una acreditación todavía puede comprobarla.
privacy-listed = Figura
privacy-not-listed = No figura
privacy-list = Mostrarlo
privacy-unlist = Quitarlo
