standing-valid = Vigente
standing-lapsed = Vencida, sin renovar
standing-inactive = En pausa
standing-retired = En retiro
standing-revoked = Revocada
standing-not-yet = Aún sin acreditación

endorsements-title = Sus acreditaciones
endorsements-none-title = Todavía no tiene acreditación
endorsements-none = Cuando la asociación le otorgue la acreditación, aquí encontrará su certificado, su insignia digital y sus renovaciones.
endorsements-since = desde el { $day }
endorsements-until = vigente hasta el { $day }

endorsement-title = Acreditación { $number }
endorsement-stands-valid = Usted cuenta con la acreditación como { $category } desde el { $since }, vigente hasta el { $until }.
endorsement-stands-lapsed = Usted tuvo la acreditación como { $category } hasta el { $until }. No se ha renovado.
endorsement-stands-inactive = Su acreditación como { $category }, del { $since }, está en pausa.
endorsement-stands-retired = Usted obtuvo la acreditación como { $category } el { $since } y ya se retiró.
endorsement-stands-revoked = Su acreditación como { $category }, del { $since }, fue revocada.
endorsement-stands-not-yet = Su acreditación como { $category } comienza el { $since }.
endorsement-number = Número
endorsement-standing = Hoy
endorsement-awarded = Fecha de acreditación
endorsement-valid-until = Vigente hasta
endorsement-name-title = Las letras después de su nombre
endorsement-name-lead = Puede escribir estas letras después de su nombre mientras su acreditación esté vigente.
endorsement-name-not-now = Por ahora no use las letras: corresponden a una acreditación vigente.
endorsement-copy = Copiar
endorsement-copied = Copiado
endorsement-check-title = Cómo la comprueban otras personas
endorsement-check-lead = Dé esta dirección a su empleador o imprima el certificado, que la lleva como código QR. Siempre indica la situación de hoy.
endorsement-see-what-others-see = Ver lo que otras personas ven ahí
endorsement-files-title = Para guardar
endorsement-certificate = Certificado (PDF)
endorsement-badge = Archivo de la insignia (JSON)
endorsement-badge-what = La insignia es un archivo firmado en el formato Open Badges 3.0. Se puede comprobar sin nosotros y las carteras de insignias la leen.
endorsement-carries = Llevan el nombre { $name }. Si no es correcto o usted ahora tiene otro, escriba a { $contact }.
endorsement-files-not-now = El certificado y la insignia volverán a estar aquí cuando la acreditación esté vigente.
endorsement-listing-title = Registro público
endorsement-listed = En la lista
endorsement-listed-what = Quien busque su nombre encuentra su categoría, número y fechas. No se muestra nada más.
endorsement-not-listed = Fuera de la lista
endorsement-not-listed-what = Su nombre no aparece en el registro. Quien tenga su enlace o su certificado aún puede comprobarlo.
endorsement-unlist = Quitarme de la lista
endorsement-list = Ponerme en la lista
endorsement-renew-title = Renovación { $cycle }
endorsement-renew-by = Renueve a más tardar el { $day }. Se pide lo siguiente:
endorsement-renew-late = Su acreditación estuvo vigente hasta el { $day }. Aún puede presentar la renovación; mientras no se confirme, usted no figura con acreditación vigente.
endorsement-renew-first = Usted obtuvo la acreditación el { $awarded }. El período de renovación termina el { $until } para todas las personas, así que su primera renovación también vence ese día, aunque quede poco tiempo. Aquí no se conoce ninguna regla que exima de la primera renovación: si necesita más tiempo, consulte a la coordinación de acreditación. Una vez confirmada, su acreditación estará vigente hasta el { $next }.
endorsement-renew-asks = Se pide lo siguiente:
endorsement-renew-if-gives = Si usted ofrece supervisión/consulta reflexiva:
endorsement-renew-if-not = Si no la ofrece:
endorsement-renew-handed-in = Usted presentó esta renovación el { $when }. La coordinación de acreditación la confirma; entonces recibirá un mensaje.
endorsement-renew-long-over = Faltó más de una renovación: la renovación { $cycle } por sí sola extendería su acreditación hasta el { $next }, fecha que también pasó. Aquí no se sabe qué se pide para retomarla. Escriba a { $contact } antes de comenzar.
endorsement-renew = Ir a la renovación { $cycle }

endorsement-first-renewal = La acreditación está vigente hasta el { $until }; renuévela a más tardar ese día.
endorsement-first-renewal-soon = La acreditación está vigente hasta el { $until }. El período de renovación termina ese día para todas las personas, así que la primera renovación ya vence entonces: la página a la que lleva esta carta indica qué se pide, y ahí mismo puede renovar.
endorsement-endorsed-subject = Ya tiene su acreditación
endorsement-endorsed-body = { $name }:

    ¡Felicitaciones! Usted cuenta ahora con la acreditación (Endorsement®) como { $category }. Su número es { $number } y puede escribir { $letters } después de su nombre. { $renewal }

    Su certificado y su insignia digital están listos. El registro público muestra su nombre, categoría, número y fechas, y nada más. Si prefiere no figurar en la lista, puede indicarlo en la misma página; su certificado se puede comprobar de todos modos.
endorsement-renewed-subject = Su acreditación está renovada
endorsement-renewed-body = { $name }:

    Su renovación está confirmada. Su acreditación como { $category } ({ $number }) está vigente ahora hasta el { $until }. Hay un certificado y un archivo de insignia nuevos; las letras después de su nombre siguen siendo { $letters }.

said-endorsement-listed = A partir de ahora usted figura en el registro.
said-endorsement-not-listed = Usted ya no figura en el registro. Su enlace y su certificado siguen funcionando.

badge-description = Acreditación (Endorsement®) otorgada por { $association }. No es una licencia para ejercer ni la sustituye.
badge-field = Salud mental infantil y de la primera infancia
badge-exam = Examen escrito
badge-exam-passed = Aprobado
badge-exam-not-passed = No aprobado
badge-review = Revisión del portafolio
badge-review-found = La asociación revisó la documentación y determinó que se cumplen los requisitos de esta categoría.

certificate-title = Certificado de acreditación
certificate-lead = Por el presente se certifica que
certificate-statement = cumple los requisitos de la acreditación (Endorsement®) como
certificate-note = La acreditación no es una licencia para ejercer ni la sustituye.
certificate-check = ¿Está vigente hoy? Consulte el registro:
certificate-qr = Código QR que abre la página del registro sobre este certificado
certificate-credential = La insignia firmada (Open Badges 3.0)

endorsement-desk-title = Acreditaciones
endorsement-desk-search = Nombre o número
endorsement-desk-any = Cualquiera
endorsement-desk-look = Buscar
endorsement-desk-none = Ninguna acreditación coincide.
endorsement-desk-person = Nombre y número
endorsement-desk-category = Acreditación como
endorsement-desk-pages = Páginas
endorsement-desk-before = Entradas anteriores
endorsement-desk-after = Más entradas
endorsement-desk-more = También aquí
endorsement-desk-file = El expediente del que procede
endorsement-history = Historial
endorsement-was = { $word }: del { $from } al { $until }
endorsement-was-a-moment = { $word }: el { $from }, cambiada el mismo día
endorsement-is = { $word }: desde el { $from }
endorsement-change = Cambiar la situación
endorsement-no-change = Lo que se revocó queda revocado. Solo una nueva solicitud permite volver.
endorsement-change-means = El registro, la página de comprobación y los mensajes de la persona se actualizan de inmediato.
endorsement-act-hold = Poner en pausa
endorsement-act-resume = Reanudar
endorsement-act-retire = Dar por retirada
endorsement-act-revoke = Revocar
endorsement-ask-hold = ¿Poner esta acreditación en pausa?
endorsement-ask-resume = ¿Reanudar esta acreditación?
endorsement-ask-retire = ¿Dar esta acreditación por retirada?
endorsement-ask-revoke = ¿Revocar esta acreditación?
endorsement-means-hold = A partir de hoy no se indica a nadie que esté vigente. Puede reanudarse en cualquier momento; su último día sigue siendo el { $until }.
endorsement-means-resume = A partir de hoy vuelve a estar vigente, hasta el { $until }.
endorsement-means-resume-late = Su último día fue el { $until }. Con esto no vuelve a estar vigente: constará como terminada y sin renovar, y una renovación la recupera.
endorsement-means-retire = A partir de hoy el registro indica que la persona se retiró. Esto no se puede deshacer.
endorsement-means-revoke = A partir de hoy el registro indica que fue revocada, y la insignia queda en la lista pública de revocaciones. Esto no se puede deshacer.
endorsement-stands-now = Situación de hoy: { $word }
endorsement-reason = Motivo
endorsement-reason-hint = Queda en el expediente con su nombre, y la persona lo lee en un mensaje. El registro no lo muestra.
endorsement-reason-language = La persona lee: { $language }
endorsement-reason-short = Indique el motivo en una frase que se entienda dentro de unos años (al menos 20 caracteres).
endorsement-leave = Dejarla como está
endorsement-correct-name = Corregir el nombre
endorsement-correct-name-ask = ¿Corregir el nombre en esta acreditación?
endorsement-correct-name-means = El certificado, la insignia, el registro y la página de comprobación llevan el nombre nuevo de inmediato. Un archivo de insignia con el nombre anterior deja de valer; la persona descarga uno nuevo. El número y las fechas no cambian. La cuenta conserva el nombre que la persona le puso.
endorsement-carries-now = Lleva el nombre { $name }.
endorsement-of-account = En su cuenta, la persona escribe hoy { $name }.
endorsement-on-certificate = Nombre en la acreditación
endorsement-on-certificate-hint = Tal como debe figurar en el certificado, con 80 caracteres como máximo.
endorsement-name-same = Ya lleva ese nombre.
endorsement-former-names = Nombres que llevó antes
endorsement-former-until = hasta el { $when }
said-endorsement-name = El nombre se ha corregido. La persona ha recibido el aviso.
said-endorsement-hold = La acreditación está en pausa. La persona ha recibido el aviso.
said-endorsement-resume = La acreditación se reanudó. La persona ha recibido el aviso.
said-endorsement-retire = La acreditación consta como retirada. La persona ha recibido el aviso.
said-endorsement-revoke = La acreditación está revocada. La persona ha recibido el aviso.

endorsement-hold-subject = Su acreditación está en pausa
endorsement-hold-body = { $name }:

    A partir de hoy su acreditación como { $category } ({ $number }) está en pausa. Mientras lo esté, no escriba las letras { $letters } después de su nombre. Puede reanudarse.

    Motivo: { $reason }

    Si hay un error, escriba a la asociación.
endorsement-resume-subject = Su acreditación se ha reanudado
endorsement-resume-body = { $name }:

    Su acreditación como { $category } ({ $number }) ya no está en pausa. Su último día es el { $until }. Si ese día ya pasó, una renovación le devuelve la vigencia: la encontrará en la página de la acreditación.

    Motivo: { $reason }
endorsement-renamed-subject = Se corrigió el nombre en su acreditación
endorsement-renamed-body = { $name }:

    Su acreditación como { $category } ({ $number }) lleva ahora el nombre { $name } en el certificado, en la insignia y en el registro. Vuelva a descargar el certificado y la insignia: un archivo de insignia con el nombre anterior ya no vale. Su cuenta conserva el nombre que usted le puso; con ese firma, y puede cambiarlo en Cuenta.

    El motivo: { $reason }

    Si esto no es correcto, escriba a la asociación.
endorsement-retire-subject = Su acreditación consta como retirada
endorsement-retire-body = { $name }:

    A partir de hoy el registro indica que usted tuvo la acreditación como { $category } ({ $number }) y que ya se retiró. Gracias por su trabajo con bebés y familias.

    Motivo: { $reason }
endorsement-revoke-subject = Su acreditación fue revocada
endorsement-revoke-body = { $name }:

    Hoy se revocó su acreditación como { $category } ({ $number }). Ya no escriba las letras { $letters } después de su nombre ni use el certificado o la insignia.

    Motivo: { $reason }

    Si tiene preguntas o cree que hay un error, escriba a la asociación.
endorsement-lapse-subject = Su acreditación terminó y todavía puede renovarse
endorsement-lapse-body = { $name }:

    Su acreditación como { $category } ({ $number }) estuvo vigente hasta el { $until } y no hemos recibido su renovación. Desde entonces el registro indica que terminó y no se renovó.

    Todavía puede presentar la renovación, en la página a la que lleva este mensaje. Una vez confirmada, su acreditación vuelve a estar vigente desde ese día.
