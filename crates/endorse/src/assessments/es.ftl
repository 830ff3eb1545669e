assess-group-training = Capacitación
assess-group-training-add = Agregar una capacitación
assess-group-rsc = Supervisión reflexiva recibida
assess-group-rsc-add = Agregar horas
assess-group-education-work = Educación y trabajo
assess-group-people = Competencias, personas, firmas
assess-door-education = Agregar un título
assess-door-work = Agregar trabajo
assess-door-leadership = Agregar liderazgo
assess-door-ratings = Ver a quién pregunta
assess-door-references = Nombrar a una persona
assess-door-membership = Ir a los pagos
assess-door-competencies = Agregar un curso
assess-door-sign = Leer y firmar
assess-counted = Lo que contó
assess-total = Contado
assess-not-counted = Lo que no contó y por qué
assess-closes = Lo que falta:
assess-source = Dónde está escrito:
assess-beside = { $n ->
    [one] Otra entrada trata de otra cosa y no aparece aquí.
   *[other] Otras { $n } entradas tratan de otra cosa y no aparecen aquí.
}
assess-left-out = { $n ->
    [one] una entrada no cuenta
   *[other] { $n } entradas no cuentan
}
assess-of = de { $required }
assess-short-hours = { $hours } h
assess-short-years = { $n ->
    [one] 1 año
   *[other] { $n } años
}
assess-short-months = { $n ->
    [one] 1 mes
   *[other] { $n } meses
}
assess-since = desde el { $day }
assess-from-to = { $from } – { $to }
assess-not-dated = aún sin fecha
assess-a-degree = Un título
assess-a-course = Un curso
assess-a-job = Trabajo
assess-a-training = Una capacitación
assess-a-leadership = Liderazgo
assess-rsc-individual = Individual
assess-rsc-group = En grupo
assess-rsc-peer = Grupo de pares
assess-exam-part = Examen escrito, parte { $n }
assess-added = Agregado
assess-changed = Cambiado
assess-removed = Eliminado
