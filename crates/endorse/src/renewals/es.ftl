renewal-title = Renovación { $cycle }
renewal-back = Su acreditación
renewal-asks = Lo que pide este año
renewal-progress = { $done } de { $of } completos
renewal-no-rules = No se conocen reglas de renovación para esta categoría. Pregunte a la coordinación de acreditación qué debe presentar.
renewal-owed = Por pagar
renewal-go-there = Ir allí
renewal-hand-in-title = Preséntela
renewal-hand-in-lead = Preséntela a más tardar el { $by }. Cuando la coordinación la confirme, su acreditación estará vigente hasta el { $until }. Lo que presenta se conserva tal como está ahora; usted puede seguir cambiando su carpeta.
renewal-aware = La presento aunque falta algo o algo debe revisarse
renewal-aware-hint = La coordinación ve lo que falta y decide. Si todavía puede completarlo, hágalo primero.
renewal-must-be-aware = Falta algo o algo debe revisarse. Complételo o marque esta casilla.
renewal-hand-in = Presentar la renovación
renewal-submitted = Presentada
renewal-submitted-means = La recibimos el { $when }. Recibirá un mensaje en cuanto la coordinación la confirme.
renewal-confirmed = Confirmada
renewal-confirmed-means = Confirmada el { $when }. Con esta renovación su acreditación llega hasta el { $until }.
renewal-returned = Complete esto y preséntela de nuevo
renewal-returned-subject = Su renovación { $cycle } le fue devuelta
renewal-returned-body = { $name }:

    Revise de nuevo su renovación { $cycle }. La coordinación le escribe:

    { $note }
renewal-together-same = En este ciclo también se renueva: { $others }. Las mismas horas sirven para todo.
renewal-together-divided = En este ciclo también se renueva: { $others }. Las mismas horas no sirven para todo, así que una persona revisa cómo se reparten.
renewal-together-unknown = En este ciclo también se renueva: { $others }. No está indicado si las mismas horas sirven para todo; lo decide la asociación.
renewal-desk-title = Renovación { $cycle }: { $name }
renewal-frozen-title = Tal como se presentó
renewal-frozen-at = Presentada
renewal-now-until = Vigente hasta, hoy
renewal-frozen-digest = SHA-256 de la carpeta que se conservó entonces
renewal-confirm-title = Confirmar
renewal-confirm-lead = La acreditación estará vigente hasta el { $until } y la insignia se firma de nuevo.
renewal-override = Motivo para aceptarla
renewal-override-hint = Según las reglas, falta algo o algo no está claro. Su motivo se conserva con la renovación.
renewal-needs-reason = Falta algo o algo no está claro. Escriba por qué la confirma de todos modos.
renewal-confirm = Confirmar la renovación
renewal-return-title = Devolverla
renewal-return-note = Nota para la persona
renewal-return-hint = Diga qué falta y qué debe hacer. La persona lee exactamente esto.
renewal-return = Devolver
said-renewal-submitted = Su renovación está presentada.
said-renewal-confirmed = La renovación está confirmada y la persona tiene un mensaje.
said-renewal-returned = La renovación fue devuelta con su nota.
said-renewal-too-early = Su renovación está al día. La próxima se podrá abrir cuando empiece su año.
