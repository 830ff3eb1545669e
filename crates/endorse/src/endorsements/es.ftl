standing-valid = Vigente
standing-lapsed = Vencida, sin renovar
standing-inactive = En pausa
standing-retired = Terminada por retiro
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
endorsement-copy = Copiar
endorsement-copied = Copiado
endorsement-check-title = Cómo la comprueban otras personas
endorsement-check-lead = Dé esta dirección a su empleador o imprima el certificado, que la lleva como código QR. Siempre indica la situación de hoy.
endorsement-see-what-others-see = Ver lo que otras personas ven ahí
endorsement-files-title = Para guardar
endorsement-certificate = Certificado (PDF)
endorsement-badge = Archivo de la insignia (JSON)
endorsement-badge-what = La insignia es un archivo firmado en el formato Open Badges 3.0. Se puede comprobar sin nosotros y las carteras de insignias la leen.
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
endorsement-renew = Ir a la renovación { $cycle }

endorsement-endorsed-subject = Ya tiene su acreditación
endorsement-endorsed-body = { $name }:

    ¡Felicitaciones! Usted cuenta ahora con la acreditación (Endorsement®) como { $category }. Su número es { $number } y puede escribir { $letters } después de su nombre. La acreditación está vigente hasta el { $until }; renuévela antes de ese día.

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
