"""Questions and answers. Those in ON_START stand on the start page too."""

from home.demo.texts.shapes import Group

ON_START = (
    "Vad betyder direktbokning?",
    "Är jag bokad när jag har svarat Ja?",
    "Jag har glömt mitt lösenord. Vad gör jag?",
    "Jag har bytt mobilnummer",
)
GROUPS = (
    Group(
        "Pass och bokningar",
        {
            "Vad betyder direktbokning?": (
                "Har du lagt in tid kan vi boka dig direkt på den. Du får ett sms. "
                "För korta pass, och pass som börjar snart, får du en förfrågan i stället.\n"
                "[Läs mer om direktbokning](/guider/direktbokning-och-forfragan/)"
            ),
            "Är jag bokad när jag har svarat Ja?": (
                "Du är bokad när det står ”Passet är ditt”. Du får också ett sms. Någon annan kan ha hunnit före.\n"
                "[Så svarar du](/guider/svara-pa-en-forfragan/)"
            ),
            "Får jag säga nej?": "Ja, det är helt okej. Ett nej gör inte att du får färre frågor sedan.",
            "Kan jag lämna tillbaka ett pass?": (
                "Har du tagit det själv kan du ångra dig en kort stund. Hur länge står vid passet. "
                "Sedan ringer du Bemanningen. En bokning är ett löfte från båda håll."
            ),
            "Hur anmäler jag intresse för ett jobb?": (
                "Öppna [Lediga jobb](/lediga-jobb/) och tryck på **Anmäl intresse**. "
                "Din kalender ändras inte. En planerare väljer och du får svar med sms.\n"
                "Står det **Ta passet** blir det ditt direkt. [Så går det till](/guider/ta-ett-ledigt-jobb/)"
            ),
            "Varför kan jag inte ta ett visst jobb?": (
                "Det står vid jobbet. Du kan till exempel sakna en delegering, eller ha för kort vila. "
                "Prata med din chef om du vill gå en kurs."
            ),
        },
    ),
    Group(
        "Din kalender",
        {
            "Måste jag lägga in tid?": (
                "Nej, men då kan vi inte boka dig direkt. Du kan ändå anmäla intresse för lediga jobb."
            ),
            "Hur långt fram kan jag lägga in tid?": (
                "Ett halvår. Tid som kommer tillbaka varje vecka kan gälla tills vidare. "
                "Ju mer tid du lägger in, desto fler pass kan du få."
            ),
            "Gäller min tid alla arbetsplatser?": (
                "Ja, alla som du har avtal med. Du kan också välja bara vissa när du lägger in den. "
                "[Så får du fler](/guider/fler-arbetsplatser/)."
            ),
            "Hur mycket vila måste jag ha?": (
                "Minst 11 timmar varje dygn. En gång i veckan 36 timmar i rad. Portalen håller reda på det."
            ),
        },
    ),
    Group(
        "Sjuk eller sen",
        {
            "Jag är sjuk och har ett pass. Vad gör jag?": (
                "Ring arbetsplatsen först. Öppna sedan passet under [Bokningar](/bokningar/) och tryck på "
                "**Jag är sjuk**. [Steg för steg](/guider/sjuk-eller-vab/)"
            ),
            "Jag blir sen. Vad gör jag?": (
                "Öppna passet under [Bokningar](/bokningar/) och tryck på **Jag blir sen**. "
                "Du kan också ringa arbetsplatsen."
            ),
            "Får andra veta varför jag är borta?": "Nej. Arbetsplatsen får veta att du inte kommer, men inte varför.",
        },
    ),
    Group(
        "Sms och telefon",
        {
            "Vilka sms ska jag svara på?": (
                "Bara de som frågar om du kan jobba. Skriv JA eller NEJ. [Två sorters sms](/guider/tva-sorters-sms/)"
            ),
            "Jag har bytt mobilnummer": (
                "Byt numret under [Profil](/profil/). Annars kommer inga förfrågningar fram. "
                "Säg till Lönecentrum också.\n[Så byter du nummer](/guider/byt-mobilnummer/)"
            ),
            "Kan jag läsa mina sms i portalen?": "Ja. Allt vi har skickat finns i din [inkorg](/meddelanden/).",
        },
    ),
    Group(
        "Logga in",
        {
            "Jag har glömt mitt lösenord. Vad gör jag?": (
                "Tryck på [Glömt lösenordet](/konto/password/reset/). Vi mejlar en länk som gäller i en timme."
            ),
            "Vad är mitt användarnamn?": (
                "Det är åtta tecken från ditt namn och din födelsedag. [Så räknar du ut det](/guider/anvandarnamnet/)."
            ),
            "Hur ska lösenordet se ut?": (
                "Långt, och med flera sorters tecken. [Reglerna som gäller nu](/guider/valj-ett-losenord/)"
            ),
        },
    ),
    Group(
        "Lön och intyg",
        {
            "När kommer lönen?": (
                "Den 27 varje månad. Är det en helg kommer den vardagen före. [Alla lönedagar](/lonedagar/)"
            ),
            "Hur får jag ett intyg till a-kassan?": (
                "Beställ ett arbetsgivarintyg under [Intyg](/intyg/). [Så beställer du](/guider/bestall-ett-intyg/)."
            ),
            "Vad gör jag om lönen är fel?": (
                "Jämför lönen med dina pass under [Bokningar](/bokningar/). Ring sedan Lönecentrum. "
                "[Steg för steg](/guider/kontrollera-din-lon/)"
            ),
        },
    ),
)
