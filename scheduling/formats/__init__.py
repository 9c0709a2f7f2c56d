"""What goes between the schedule and the portal, as files and messages write it. Pure: no database, no settings.

A fact about a shift in the schedule, and about a booked one (`facts`); a clock that is read (`clock`); CSV (`csv_in`,
`csv_out`), iCalendar (`calendar_in`, `calendar_out`) and JSON (`json_in`); and who signed a message (`signing`).
"""
