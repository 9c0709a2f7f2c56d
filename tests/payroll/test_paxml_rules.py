"""Each rule has a document that keeps it, and one that differs from it by what the rule forbids."""

import io

import pytest

from payroll.paxml_rules import RULES, faults

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<paxml>
<header><version>2.0</version><format>LÖNIN</format><datum>2026-12-01</datum><foretagorgnr>212000-0001</foretagorgnr></header>
<koder><kod id="ARB" namn="Arbetad tid"/></koder>
<tidtransaktioner>
<attesterat anstid="7" datumtom="2026-11-30"/>
<klar anstid="7" datumtom="2026-11-30"/>
<tidtrans postid="1" anstid="7"><tidkod>ARB</tidkod><datum>2026-11-02</datum>\
<timmar>8.00</timmar><kontonr>5010</kontonr>\
<resenheter><resenhet dim="1" id="HEMTJ"/></resenheter><info>a</info></tidtrans>
<tidtrans postid="2" persnr="199001012384"><tidkod>MER</tidkod>\
<starttid>2026-11-03T07:00:00</starttid><sluttid>2026-11-03T16:00:00</sluttid></tidtrans>
<tidtrans postid="3" anstid="7"><tidkod>SJK</tidkod>\
<datumfrom>2026-11-04</datumfrom><datumtom>2026-11-06</datumtom><omfattning>100</omfattning></tidtrans>
<tidtrans postid="4" anstid="7"><tidkod>VAB</tidkod><datum>2026-11-09</datum><timmar>-4.5</timmar></tidtrans>
</tidtransaktioner>
</paxml>"""

DAY, HOURS = "<datum>2026-11-02</datum>", "<timmar>8.00</timmar>"
CLOCK = "<sluttid>2026-11-03T16:00:00</sluttid>"
TIMES = GOOD[GOOD.index("<tidtransaktioner>") : GOOD.index("</paxml>")]
KODER = '<koder><kod id="ARB" namn="Arbetad tid"/></koder>'
HEADER = GOOD[GOOD.index("<header>") : GOOD.index("<koder>")]
BROKEN = {
    "root": ("paxml>", "paxm>"),
    "header_required": (HEADER, ""),
    "parts_once": (KODER, KODER * 2),
    "parts_known": (KODER, f"{KODER}<semester/>"),
    "parts_in_order": (HEADER + KODER, KODER + HEADER),
    "version": ("2.0", "2.1"),
    "header_once": ("<version>2.0</version>", "<version>2.0</version><version>2.0</version>"),
    "company_number": ("212000-0001", "SE2120000001-1"),
    "header_date": ("<datum>2026-12-01", "<datum>1 december"),
    "code_named": (' namn="Arbetad tid"', ""),
    "not_empty": (TIMES, "<tidtransaktioner/>"),
    "known_rows": ("<klar ", "<klart "),
    "time_last": ("</tidtransaktioner>", '<attesterat anstid="7" datumtom="2026-11-30"/></tidtransaktioner>'),
    "attested_whose": ('<attesterat anstid="7"', "<attesterat"),
    "attested_until": ('<attesterat anstid="7" datumtom="2026-11-30"', '<attesterat anstid="7"'),
    "ready_whose": ('<klar anstid="7"', "<klar"),
    "ready_until": ('<klar anstid="7" datumtom="2026-11-30"', '<klar anstid="7"'),
    "row_number": ('postid="1"', 'postid="ett"'),
    "row_whose": (' persnr="199001012384"', ""),
    "personnummer": ("199001012384", "19900101-2384"),
    "children_known": ("<info>a</info>", "<info>a</info><notering>b</notering>"),
    "children_once": ("<info>a</info>", "<info>a</info><info>b</info>"),
    "children_in_order": (f"{DAY}{HOURS}", f"{HOURS}{DAY}"),
    "code_required": ("<tidkod>ARB</tidkod>", ""),
    "code_known": ("<tidkod>ARB", "<tidkod>JOB"),
    "one_way": ("<datum>2026-11-02</datum>", "<datum>2026-11-02</datum><datumfrom>2026-11-02</datumfrom>"),
    "dates": ("<datum>2026-11-02", "<datum>2026-11-31"),
    "moments": ("2026-11-03T07:00:00", "2026-11-03 07:00"),
    "forwards": ("2026-11-03T16:00:00", "2026-11-03T06:00:00"),
    "hours": ("8.00", "8,00"),
    "one_extent": ("<omfattning>100", "<omfattning>101"),
    "hours_or_clock": (CLOCK, f"{CLOCK}<timmar>8.00</timmar>"),
    "presence": ("<timmar>8.00</timmar>", ""),
    "absence": ("<omfattning>100</omfattning>", ""),
    "dimension": ('dim="1"', 'dim="100"'),
    "unit": ("HEMTJ", "HEMTJANSTEN"),
}  # fmt: skip


def codes_of(document: str) -> list[str]:
    return [fault.code for fault in faults(io.BytesIO(document.encode()))]


def test_a_document_that_keeps_every_rule_has_no_fault():
    assert codes_of(GOOD) == []


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_document_that_breaks_a_rule_is_told_of_it(code):
    was, becomes = BROKEN[code]
    assert was in GOOD

    assert code in codes_of(GOOD.replace(was, becomes))


def test_a_fault_says_which_row():
    (fault,) = faults(io.BytesIO(GOOD.replace("<timmar>8.00", "<timmar>8,00").encode()))

    assert fault.place == "1"
    assert str(fault) == "Timmar ska vara ett tal. (hours, postid 1)"


def test_neither_person_nor_hours_beside_a_clock_are_found_though_the_schema_takes_them():
    assert [rule.code for rule in RULES if rule.by == "text"] == [
        "row_whose", "forwards", "hours_or_clock", "presence", "absence",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "hostile",
    [
        "<paxml",
        '<!DOCTYPE paxml [<!ENTITY a "b">]><paxml><header>&a;</header></paxml>',
        '<!DOCTYPE paxml SYSTEM "http://127.0.0.1/x.dtd"><paxml/>',
    ],
)
def test_what_is_no_xml_or_would_unfold_is_not_read(hostile):
    assert codes_of(hostile) == ["unreadable"]
