#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes legal-clock-2020-2031.csv: the last valid day for every end of an audited period from 2020 to 2031.

It knows nothing of adding months. It walks the calendar day by day, as one would with a finger: from the first day of the
period (the day after the audited one, s) it counts the turns of the month until the sixteenth; there it looks for the day
that bears s's number. The day before it is the last one; where that month has no such day, its last day is.

    python3 legal-clock.py > legal-clock-2020-2031.csv
"""
from datetime import date, timedelta

ONE = timedelta(days=1)


def last_valid_day(audited_until):
    first = day = audited_until + ONE
    turns = 0
    while turns < 16:
        day += ONE
        if day.day == 1:
            turns += 1
    while True:
        if day.day == first.day:
            return day - ONE
        if (day + ONE).day == 1:
            return day
        day += ONE


if __name__ == "__main__":
    day = date(2020, 1, 1)
    print("audited_until,last_valid_day", end="\n")
    while day <= date(2031, 12, 31):
        print(f"{day},{last_valid_day(day)}", end="\n")
        day += ONE
