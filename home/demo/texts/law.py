"""What the law asks a municipality to say of its portal; and the page with the paydays."""

PAYDAYS = {
    "slug": "lonedagar",
    "title": "Lönedagar",
    "intro": "Här ser du när lönen kommer, och när dina pass måste vara klara.",
}

ACCESSIBILITY = {
    "slug": "tillganglighet",
    "title": "Tillgänglighet i Vikarieportalen",
    "intro": "Alla ska kunna använda portalen. Här står vad som fungerar och vad du gör om något inte går.",
    "service": "Vikarieportalen, vikarie.alvsunda.example",
    "compliance": "partly",
    "tested_by": "ourselves",
    "tested_how": "Vi prövar varje sida med verktyg. Vi prövar också med tangentbord, stor text och i mörkt läge.",
    "answers_within": 2,
    "helped_by": "Ring eller mejla oss. Vi kan läsa upp en text för dig, eller skicka den på papper. Du kan också "
    "skriva på sidan Lämna en synpunkt, utan att säga vem du är.",
}
LACKING = (
    {
        "what": "Vi har inte prövat alla skärmläsare",
        "who": "Det gäller dig som lyssnar på portalen.",
        "criterion": "WCAG 4.1.2",
        "reason": "not_yet",
        "why": "Vi har prövat en. De andra står på tur.",
    },
)

PRIVACY = {
    "slug": "personuppgifter",
    "title": "Så använder vi dina uppgifter",
    "intro": "Vi sparar bara det som behövs för att du ska kunna jobba och få rätt lön.",
    "controller": "Kommunstyrelsen i Älvsunda kommun",
    "officer": "Kommunens ombud",
    "officer_email": "dataskydd@alvsunda.example",
    "officer_phone": "0980-319 270",
    "receivers": "<p>En planerare ser sina egna områden. En chef ser sin egen arbetsplats. Lönecentrum ser det intyg "
    "kräver.</p><p>Andra vikarier ser ingenting om dig. Varför någon är borta visas aldrig för vikarier.</p>",
    "outside": "Uppgifterna lämnar inte EU. Väljer du aviseringar i mobilen går de krypterade genom webbläsarens "
    "tjänst. Den kan finnas utanför EU.",
    "decides_alone": "Portalen kan boka dig på tid som du har lagt in. Vill du få det prövat? Ring Bemanningen.",
    "rights": "<p>Du kan be att få se allt vi har om dig. Är något fel rättar vi det. Du kan också be att vi tar bort "
    "det som inte måste sparas. Ring Bemanningen.</p>",
}
PURPOSES = (
    ("Nå dig", "Namn, telefon och e-post", "contract"),
    ("Boka dig på pass", "Tid du kan, frågor och svar, avtal, kurser och var du är introducerad", "contract"),
    ("Räkna tid, vila och lön", "Pass och arbetad tid", "duty"),
    ("Skriva intyg", "Vad du har beställt, och intyget", "duty"),
)
PLAN = (
    ("Frågor och svar om pass", "2 år"),
    ("Pass och arbetad tid", "10 år"),
    ("Utfärdade intyg", "10 år"),
)
