# Los datos propios en un solo archivo.
own-data-title = Sus datos
own-data-lead = Todo lo que se guarda sobre usted, en un solo archivo: su carpeta en su formato publicado, cada parte como datos que otros programas pueden leer, sus documentos tal como los envió y una versión en papel para leer. Lo preparamos y le escribimos cuando esté listo. Permanece siete días y nadie más que usted puede descargarlo.
own-data-withheld = No incluye: lo que dijeron las personas de referencia cuando usted renunció al derecho a leerlo (aparecen con su nombre y la fecha), lo que las personas revisoras y la asociación escribieron entre sí, ni secretos como su contraseña, de la que solo se guarda una huella.
own-data-asked-title = Lo que pidió
own-data-waiting = Lo pidió el { $asked }. Se está preparando.
own-data-ready = Lo pidió el { $asked }, { $kilobytes } kB. Disponible hasta el { $until }.
own-data-next = Puede pedirlos una vez al día: la próxima vez, después del { $at }. Cuando haya un archivo nuevo, se borra el anterior.
own-data-download = Descargar
own-data-do = Preparar mis datos
said-own-data-asked = Estamos preparando sus datos y le escribiremos cuando el archivo esté listo.

own-data-ready-subject = Sus datos están listos
own-data-ready-body = Hola, { $name }:

    El archivo con sus datos está listo. Puede descargarlo en la página de su cuenta hasta el { $until }; después lo borramos. Si no lo pidió usted, cambie su contraseña de inmediato y escríbanos.

own-data-failed-subject = No pudimos preparar sus datos
own-data-failed-body = Hola, { $name }:

    No pudimos preparar el archivo con sus datos. La falla es nuestra, no suya, y quien está a cargo del sistema la ve. Vuelva a pedirlo en la página de su cuenta; si falla otra vez, escríbanos.

own-data-file-readme = LÉAME.txt
own-data-file-sheet = Sus datos.pdf
own-data-sheet-title = Lo que se guarda sobre { $name }
own-data-sheet-lead = Lo que { $association } y este sistema guardan, al { $at }. El contenido completo, palabra por palabra, está en los archivos que acompañan a este.
own-data-sheet-withheld = Valoraciones a cuya lectura usted renunció
own-data-yes = sí
own-data-no = no

own-data-readme = Lo que { $association } y este sistema guardan sobre usted, al { $at }.

    locker.json es su carpeta en el formato endorse-locker/1. Otros programas pueden leerla; «endorse assess» dice cómo queda según las reglas. En la carpeta «documents» están sus archivos tal como los envió. En la carpeta «data» está todo lo demás.
own-data-readme-withheld = No se incluye. Usted renunció por escrito, antes de que se les pidiera, al derecho a leer lo que dijeron estas personas de referencia, y así se les informó. De estas valoraciones constan el nombre y el día en que llegaron:
own-data-readme-none = - ninguna
own-data-readme-rating = - { $name }, { $at }
own-data-readme-rest = Tampoco se incluye: lo que las personas revisoras escribieron para la coordinación y las notas del personal de la asociación, que tratan de su trabajo y se le comunican en las cartas; los nombres de las personas revisoras; lo que otras personas guardan en sus propias carpetas; ni contraseñas, códigos y enlaces, de los que solo se guardan huellas. De las valoraciones, las carpetas no dicen cuántas respuestas fueron «no tengo suficiente información» ni qué acreditación tiene la persona de referencia; las huellas de las carpetas son del contenido completo.

    Qué hay en cada archivo, y cuántos elementos:
own-data-part-account = Cuenta
own-data-part-roles = Funciones
own-data-part-role-invitations = Invitaciones a funciones
own-data-part-sessions = Inicios de sesión
own-data-part-helped = Ayuda de la coordinación con la carpeta
own-data-part-files-opened-by-auditors = Cuándo se abrió un expediente en una auditoría
own-data-part-second-factor = Acceso en dos pasos
own-data-part-recovery-codes = Códigos de recuperación: cuándo se crearon y se usaron
own-data-part-passkeys = Claves de acceso: dónde valen y cuándo se usaron
own-data-part-identities = Inicio de sesión mediante otros proveedores
own-data-part-mailed-links = Enlaces enviados por correo: para qué y cuándo
own-data-part-address-changes = Cambios de dirección de correo
own-data-part-consents = Lo que usted aceptó, palabra por palabra
own-data-part-entries = Datos de la carpeta, incluidos los retirados
own-data-part-earlier-wordings = Redacciones anteriores de los datos
own-data-part-drafts = Borradores de formularios
own-data-part-kept-answers = Respuestas de «encuentre su categoría»
own-data-part-documents = Documentos: nombres, tipos, fechas
own-data-part-applications = Solicitudes
own-data-part-application-steps = Pasos de las solicitudes
own-data-part-submissions = Lo presentado, conservado tal como era, y lo que dijeron las reglas
own-data-part-references = A quién pidió una referencia
own-data-part-decisions = Decisiones y sus cartas
own-data-part-exam-results = Resultados de exámenes
own-data-part-signatures = Acuerdos firmados, con su texto y su huella
own-data-part-payments = Cuotas y pagos
own-data-part-memberships = Membresías
own-data-part-membership-claims = Membresías que usted comunicó
own-data-part-endorsements = Acreditaciones
own-data-part-endorsement-history = Estado de las acreditaciones
own-data-part-former-names = Nombres que las acreditaciones llevaron antes
own-data-part-badges = Insignias, tal como se firmaron
own-data-part-renewals = Renovaciones
own-data-part-messages = Mensajes
own-data-part-reviews = Expedientes que se le dieron a revisar
own-data-part-advising = Personas asesoras: quién se propuso, qué aceptó usted y qué terminó
own-data-part-talks-about-you = Conversaciones con usted que anotó una persona asesora
own-data-part-people-advised = Solicitudes en las que usted asesoró a alguien
own-data-part-talks-noted = Conversaciones que usted anotó como persona asesora
own-data-part-trail = El registro de lo que usted hizo y de lo que se hizo con lo suyo
own-data-part-requests-for-data = Solicitudes de sus datos
own-data-part-requests-for-erasure = Solicitudes de borrar su cuenta
