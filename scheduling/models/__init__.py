"""What the schedule has said, what it is told, and the files and messages that carry it."""

from scheduling.models.booked_file import BookedFile
from scheduling.models.delivery import Delivery
from scheduling.models.event import ScheduleEvent
from scheduling.models.schedule_file import ScheduleFile
from scheduling.models.shift import ScheduleShift
from scheduling.models.workplace_code import WorkplaceCode

__all__ = ["BookedFile", "Delivery", "ScheduleEvent", "ScheduleFile", "ScheduleShift", "WorkplaceCode"]
