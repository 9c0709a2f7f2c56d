"""The ways in to what comes from the schedule, and to what it is told."""

from people.access import by_role, own
from people.policy import guard
from scheduling.models import BookedFile, Delivery, ScheduleEvent, ScheduleFile, ScheduleShift, WorkplaceCode

guard(WorkplaceCode, by_role(), add="change", delete="change")
guard(ScheduleShift)  # closed: what it says of a person's time is read as her availability
guard(ScheduleFile, by_role(), own("read_by", "schedulefile.view", "schedulefile.apply"))
guard(ScheduleEvent, by_role())
guard(Delivery, by_role(area=["booking__order__workplace__area"]))
guard(BookedFile, by_role(area=["area"]))
