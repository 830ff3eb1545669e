month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
list-and = y
problem-missing = Complete este dato.
problem-too-long = Acorte este texto; es más largo de lo que podemos guardar.
problem-line-break = Escriba esto en una sola línea.
problem-link-in-name = Los nombres aparecen en cartas a otras personas, y ahí esto se convertiría en un enlace. Quite la dirección de la página web; después del punto de un título, deje un espacio.
problem-name-too-long = Un nombre tiene como máximo 80 caracteres. Acórtelo.
problem-turns-text = Escriba esto de nuevo: contiene un carácter invisible que invierte el sentido del texto.
problem-not-a-day = Indique un día que exista, con un año entre 1900 y 2200: el 5 de enero de 2026 es 2026-01-05.
problem-not-yet = Ese día todavía no llega. Indique un día hasta hoy.
problem-not-an-address = Revise esta dirección de correo; debería ser como nombre@example.org.
problem-choose = Elija una opción.
span-months = { $n ->
    [one] un mes
   *[other] { $n } meses
}
span-years = { $n ->
    [one] un año
   *[other] { $n } años
}
