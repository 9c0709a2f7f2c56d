"""Enquiries, text messages and available jobs."""

from home.demo.texts.shapes import Piece, heading, notice, text

ENQUIRY: tuple[Piece, ...] = (
    text("Du får ett sms.", "Vi frågar om du kan jobba.", "Där står plats, dag och tid."),
    heading("Kan du?"),
    text("Svara `JA`.", "Skriv inget mer."),
    heading("Kan du inte?"),
    text("Svara `NEJ`.", "Det är helt okej."),
    heading("Vad händer sedan?"),
    text("Du får ett nytt sms.", "Står det **Passet är ditt**?", "Då ska du jobba.", "Annars tog någon annan passet."),
    notice("todo", "Vänta inte för länge", "I sms:et står när du ska svara. Sedan frågar vi någon annan."),
)

TWO_KINDS_OF_SMS: tuple[Piece, ...] = (
    text("Du får två sorters sms."),
    heading("Portalen frågar dig"),
    text("Kan du jobba?", "Svara `JA` eller `NEJ`.", "Skriv inget mer."),
    heading("Bemanningen skriver till dig"),
    text("De vill att du ska veta något.", "Du kan inte svara på det.", "Vill du fråga? Ring dem."),
    heading("Får du inga sms?"),
    text("Titta på ditt nummer.", "Det står under **Profil**.", "Är det rätt?"),
)

INTEREST: tuple[Piece, ...] = (
    text("Du kan leta efter pass själv."),
    heading("Så gör du"),
    text("Tryck på **Lediga jobb**.", "Välj ett pass."),
    heading("Står det Ta passet?"),
    text("Tryck där.", "Då är passet ditt."),
    heading("Står det Anmäl intresse?"),
    text("Tryck där.", "Nu vet vi att du vill.", "Vi väljer en av er.", "Du får svar med sms."),
)
