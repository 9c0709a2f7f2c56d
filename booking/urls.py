"""The addresses of orders, bookings and what leads to them: one list for each who works there."""

from django.urls import path

from booking.views.manager import cancelling, changing, halting, orders, placing, policy
from booking.views.substitute import (
    availability,
    bookings,
    by_link,
    calendar,
    calendar_feed,
    enquiries,
    jobs,
    lateness,
    offline,
    profile,
    profile_email,
    profile_las,
    profile_phone,
    profile_places,
    profile_wishes,
    sickness,
    workplaces,
)

app_name = "booking"

substitute = [
    path("kalender/", calendar.month, name="month"),
    path("kalender/vecka/", calendar.week, name="week"),
    path("kalender/lagg-tid/", availability.put_in, name="put_in"),
    path("kalender/tid/<uuid:pk>/ta-bort/", availability.take_away, name="take_away"),
    path("kalender/prenumerera/", calendar_feed.page, name="calendar_feed"),
    path("kalender/prenumerera/ny/", calendar_feed.open_, name="open_calendar_feed"),
    path("kalender/prenumerera/byt/", calendar_feed.renew, name="renew_calendar_feed"),
    path("kalender/prenumerera/stang/", calendar_feed.close, name="close_calendar_feed"),
    path("kalender/prenumeration/<str:token>.ics", calendar_feed.file, name="calendar_feed_file"),
    path("lediga-jobb/", jobs.jobs, name="jobs"),
    path("lediga-jobb/<uuid:pk>/", jobs.job, name="job"),
    path("lediga-jobb/<uuid:pk>/intresse/", jobs.register, name="register"),
    path("lediga-jobb/<uuid:pk>/ta/", jobs.take, name="take"),
    path("lediga-jobb/<uuid:pk>/angra/", jobs.withdraw, name="withdraw"),
    path("forfragningar/", enquiries.enquiries, name="enquiries"),
    path("forfragningar/<uuid:pk>/", enquiries.enquiry, name="enquiry"),
    path("forfragningar/<uuid:pk>/svar/", enquiries.answer, name="answer"),
    path("forfragningar/<uuid:pk>/inte-den-dagen/", enquiries.not_that_day, name="not_that_day"),
    path("f/<str:token>/", by_link.enquiry, name="enquiry_by_link"),
    path("bokningar/", bookings.bookings, name="bookings"),
    path("bokningar/utan-nat/", offline.without_network, name="without_network"),
    path("bokningar/<uuid:pk>/", bookings.booking, name="booking"),
    path("bokningar/<uuid:pk>/angra/", enquiries.regret, name="regret"),
    path("bokningar/<uuid:pk>/kalender.ics", bookings.file, name="booking_file"),
    path("bokningar/<uuid:pk>/sjuk/", sickness.report, name="sick"),
    path("bokningar/<uuid:pk>/sen/", lateness.report, name="late"),
    path("bokningar/<uuid:pk>/i-tid/", lateness.in_time, name="in_time"),
    path("frisk/", sickness.well_again, name="well_again"),
    path("profil/", profile.profile, name="profile"),
    path("profil/arbetsplatser/", workplaces.workplaces, name="workplaces"),
    path("profil/arbetsplatser/ny/", workplaces.ask, name="ask_for_workplace"),
    path("profil/arbetsplatser/<uuid:pk>/aterta/", workplaces.withdraw, name="withdraw_workplace"),
    path("profil/mobilnummer/", profile_phone.number, name="phone"),
    path("profil/mobilnummer/kod/", profile_phone.code, name="phone_code"),
    path("profil/mobilnummer/avbryt/", profile_phone.cancel, name="cancel_phone"),
    path("profil/e-post/", profile_email.address, name="email"),
    path("profil/e-post/<str:word>/", profile_email.confirm, name="confirm_email"),
    path("profil/onskemal/", profile_wishes.wishes, name="wishes"),
    path("profil/har-kan-du-jobba/", profile_places.places, name="places"),
    path("profil/las-dagar/", profile_las.las, name="las"),
]

manager = [
    path("bestallningar/", orders.orders, name="orders"),
    path("bestallningar/ny/", placing.new, name="new_order"),
    path("bestallningar/regelverk/", policy.policy, name="policy"),
    path("bestallningar/<uuid:pk>/", orders.order, name="order"),
    path("bestallningar/grupp/<uuid:pk>/", orders.group, name="order_group"),
    path("bestallningar/<uuid:pk>/andra/", changing.change, name="change_order"),
    path("bestallningar/<uuid:pk>/stoppa/", halting.act, {"deed": halting.STOP}, name="stop_order"),
    path("bestallningar/<uuid:pk>/starta/", halting.act, {"deed": halting.RESUME}, name="resume_order"),
    path("bestallningar/<uuid:pk>/begar-igen/", halting.act, {"deed": halting.TAKE_UP}, name="take_up_order"),
    path("bestallningar/<uuid:pk>/annonsera/", halting.act, {"deed": halting.ADVERTISE}, name="advertise_order"),
    path("bestallningar/<uuid:pk>/ta-ner/", halting.act, {"deed": halting.STOP_ADVERTISING}, name="hide_order"),
    path("bestallningar/<uuid:pk>/ta-bort/", cancelling.cancel, name="cancel_order"),
]

urlpatterns = [*substitute, *manager]
