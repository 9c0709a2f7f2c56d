"""The ways in to what a person has done on the pages."""

from people.access import own
from people.policy import guard
from portal.pages.models import CourseTick

guard(CourseTick, own("user", "coursetick.view"))
