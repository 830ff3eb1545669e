payments-title = Pagos
payments-back = Solicitud
payments-lead = Lo que cuesta su solicitud y cómo va cada pago. Usted paga directamente a la asociación; aquí no se piden tarjetas.
payments-none = No hay nada que pagar por esta solicitud.
payments-lead-all = Todo lo que hay o hubo que pagar y cómo va cada pago. Usted paga directamente a la asociación; aquí no se piden tarjetas.
payments-none-all = No hay nada que pagar.
payments-not-blocking = Puede seguir preparando su solicitud aunque falte un pago. Antes de presentarla, indique cómo se hará cada pago; para las cuotas basta con eso. Solo la membresía debe confirmarla la coordinación antes de que usted pueda presentar.
payments-ask = Para saber un monto, o a nombre de quién y adónde enviarlo, consulte a la coordinación de acreditación:
payments-contacts = todos los contactos
payments-kind-registration = Inscripción
payments-kind-membership = Membresía
payments-kind-processing = Trámite
payments-kind-renewal = Renovación
payments-state-due = Por pagar
payments-state-promised = Usted indicó cómo
payments-state-confirmed = Recibido
payments-state-waived = Nada que pagar
payments-amount-unknown = La coordinación le indica el monto
payments-amount-open = Monto sin definir
payments-way-check = Con cheque
payments-way-transfer = Por transferencia bancaria
payments-way-employer = Paga mi empleador
payments-promised-on = Indicado el { $day }
payments-confirmed-on = Recibido el { $day }
payments-waived-on = Eximido el { $day }
payments-promise = Indicar cómo pagará
payments-change = Cambiar
payments-withdraw = Retirar lo dicho
payments-promise-title = ¿Cómo pagará?
payments-way = Elija una forma
payments-note = Algo que la coordinación deba saber
payments-note-hint = Por ejemplo, el número del cheque o quién paga en su agencia.
payments-promise-do = Guardar
payments-cancel = Cancelar
payments-subject = Pago: { $what }
payments-confirmed-body = La asociación recibió { $amount } por: { $what }. Gracias.
payments-confirmed-membership-body = La asociación recibió { $amount } por su membresía. Su membresía vale hasta el { $day }. Gracias.
payments-waived-body = Hola, { $name }:

    { $association } no le pide ningún pago por: { $what }. No tiene que hacer nada más al respecto.

payments-reopened-body = Hola, { $name }:

    { $association } retiró lo que se había anotado de este pago: { $what }. Queda abierto otra vez.

    El motivo: { $reason }

    Si ya lo pagó, escriba a la asociación.

payments-waived-membership-body = Hola, { $name }:

    { $association } no le pide ningún pago por su membresía. Su membresía vale hasta el { $day }.

payments-reopened-subject = Abierto otra vez: { $what }
payments-reopened-membership-body = Hola, { $name }:

    { $association } retiró lo que se había anotado del pago de su membresía. Queda abierto otra vez, y la membresía que empezó con él no cuenta.

    El motivo: { $reason }

    Si ya lo pagó, escriba a la asociación.

said-payment-promised = Guardado. La coordinación lo verá.
said-promise-withdrawn = Retirado. Por ahora no hay nada prometido para este pago.
payments-way-member = Ya soy miembro

payments-member = ¿Ya es miembro de esta asociación o de otra de salud mental infantil? Indíquelo: cuando la coordinación lo confirme, no habrá nada que pagar por la membresía.
payments-member-do = Ya soy miembro
membership-title = Sus membresías
membership-lead = La acreditación y la renovación piden ser miembro de una asociación de salud mental infantil. Aquí está lo que la coordinación confirmó y lo que usted indicó.
membership-kept = Confirmadas
membership-none = Todavía no hay ninguna membresía confirmada. Si ya es miembro, indíquelo arriba con el primer y el último día, por ejemplo del 1 de enero al 31 de diciembre de 2026. Si no lo es, la membresía estará entre sus pagos cuando inicie una solicitud.
membership-claims = Lo que usted indicó
membership-claim = Ya soy miembro
membership-claim-lead = Indique de qué asociación y hasta cuándo. La coordinación lo revisa; cuenta una vez confirmado.
membership-back = Volver
membership-whose = ¿De qué asociación?
membership-own = { $association }
membership-other = Otra asociación de salud mental infantil
membership-name = Su nombre
membership-name-hint = Solo si es otra. Tal como figura en su membresía.
membership-from = Miembro desde
membership-until = Miembro hasta
membership-document = Un documento que lo muestre
membership-document-hint = De entre sus documentos. Ayuda si la coordinación no puede ver la lista de la otra asociación.
membership-no-document = Ninguno
membership-upload = Si tiene una tarjeta o una carta que lo muestre, súbala primero y vuelva aquí:
membership-upload-do = sus documentos
membership-note-hint = Por ejemplo, su número de miembro.
membership-claim-do = Enviar a la coordinación
membership-ends-before = El último día es anterior al primero.
membership-waits-already = Lo que indicó para este año ya está pendiente de la coordinación. Si quiere cambiarlo, retírelo primero en “Sus membresías”.
membership-is-over = Esta membresía ya terminó. Indique una que esté vigente hoy.
membership-span = { $from } – { $until }
membership-said = Indicado el { $day }
membership-state-waiting = Pendiente de la coordinación
membership-state-confirmed = Confirmada
membership-state-declined = Sin confirmar
membership-state-undone = Ya no está confirmada
membership-state-withdrawn = Retirada
membership-withdraw = Retirar lo dicho
membership-waiver = Miembro de { $association }
membership-confirmed-subject = Su membresía está confirmada
membership-confirmed-body = { $name }:

    Su membresía en { $association }, hasta el { $until }, está confirmada. Ahora no hay nada que pagar por una membresía.
membership-declined-subject = No se pudo confirmar su membresía
membership-declined-body = { $name }:

    No pudimos confirmar su membresía en { $association }. Motivo: { $reason }

    Puede indicarla de nuevo con otras fechas o un documento, o pagar una membresía como se muestra en sus pagos.
membership-undone-subject = Su membresía ya no está confirmada
membership-undone-body = { $name }:

    Su membresía en { $association } estaba confirmada y ya no lo está. Motivo: { $reason }

    Lo que había que pagar por la membresía vuelve a estar pendiente. Si hay un error, escriba a la asociación.
said-membership-claimed = Guardado. La coordinación lo revisará.
said-membership-withdrawn = Retirado.
