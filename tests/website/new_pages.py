"""New pages as editors of each language write them in the form: what stands in the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Words = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class NewCard:
    """A card, and the originals in its language that it is related to; `decide` names one of them."""

    words: Words
    related: tuple[str, str]


CARDS = {
    "pl": NewCard(
        {
            "title": "Klient zgubił paragon",
            "customer_words": (
                "Gdzieś mi się zapodział ten paragon.",
                "Bez kwitka to pewnie nic z tego?",
                "Kupowałam u was w sobotę.",
            ),
            "lead": "Poproś o inny dowód zakupu i powiedz, co z nim zrobisz.",
            "recognise": ("Klient nie ma paragonu.", "Zakup był u nas."),
            "say": (
                "„Poszukamy tego zakupu inaczej”.",
                "„Czy płaciła pani kartą?”",
                "„Zaraz sprawdzę to w systemie”.",
            ),
            "dont-say": (
                "„Bez paragonu ani rusz”. To może nie być prawda.",
                "„Trzeba było pilnować”. To brzmi jak wyrzut.",
            ),
            "do": (
                "Zapytaj o dzień zakupu i o sposób zapłaty.",
                "Poszukaj zakupu w systemie.",
                "Powiedz, co z tego wynika.",
            ),
            "decide": (
                "Zakupu nie widać w systemie: **trzymaj się zasady**.",
                "Nie wiadomo, jaka zasada obowiązuje: "
                "zobacz kartę [Żadna zasada nie pasuje](no-rule-fits.md).",
            ),
            "why": "Paragon łatwo zgubić. Klient boi się, że zostanie z niczym.",
        },
        ("no-rule-fits", "nothing-else-to-offer"),
    ),
    "hr": NewCard(
        {
            "title": "Kupac je izgubio račun",
            "customer_words": (
                "Račun mi se negdje zametnuo.",
                "Bez papirića vjerojatno ništa?",
                "Kupila sam to kod vas u subotu.",
            ),
            "lead": "Zatražite drugi dokaz o kupnji i recite što ćete s njim.",
            "recognise": ("Kupac nema račun.", "Kupio je kod nas."),
            "say": (
                "„Potražit ćemo tu kupnju drukčije.”",
                "„Jeste li platili karticom?”",
                "„Odmah ću to provjeriti u sustavu.”",
            ),
            "dont-say": (
                "„Bez računa ništa.” To možda nije točno.",
                "„Trebali ste ga čuvati.” To zvuči kao prijekor.",
            ),
            "do": (
                "Pitajte kojeg je dana kupac kupio i kako je platio.",
                "Potražite kupnju u sustavu.",
                "Recite što iz toga slijedi.",
            ),
            "decide": (
                "Kupnje nema u sustavu: **držite se pravila**.",
                "Priča se ne slaže s podacima: pogledajte karticu "
                "[Kupčeva priča nije potpuna ili se ne slaže s podacima](story-has-gaps.md).",
            ),
            "why": "Račun se lako izgubi. Kupac se boji da će ostati bez ičega.",
        },
        ("story-has-gaps", "nobody-understands"),
    ),
    "en": NewCard(
        {
            "title": "The customer has lost the receipt",
            "customer_words": (
                "I can’t find the receipt anywhere.",
                "No slip, no luck, I suppose?",
                "I bought it from you on Saturday.",
            ),
            "lead": "Ask for other proof of purchase and say what you will do with it.",
            "recognise": ("The customer has no receipt.", "They bought it from us."),
            "say": (
                "“Let’s look for your purchase in another way.”",
                "“Did you pay by card?”",
                "“I’ll check the system now.”",
            ),
            "dont-say": (
                "“Nothing without a receipt.” That may not be true.",
                "“You should have kept it.” That sounds like a reproach.",
            ),
            "do": (
                "Ask on which day they bought it and how they paid.",
                "Look for the purchase in the system.",
                "Tell them what follows from it.",
            ),
            "decide": (
                "The purchase is not in the system: **hold the rule**.",
                "It was somebody else’s purchase: see "
                "[The customer asks about someone else’s account](another-persons-data.md).",
            ),
            "why": "A receipt is easily lost. The customer is afraid of ending up with nothing.",
        },
        ("another-persons-data", "sounds-drunk"),
    ),
}
# Two sections that would have the same address, and one whose heading has no letter that an address may have.
GUIDES: Mapping[str, Words] = {
    "pl": {
        "title": "Jak pisać do klientów",
        "lead": "Pisz tak, jak mówisz, tylko krócej.",
        "sections.0.heading": "Żadnych łamigłówek",
        "sections.0.text": "Jedna wiadomość załatwia jedną sprawę.",
        "sections.1.heading": "Żadnych łamigłówek!",
        "sections.1.text": "Najważniejsze zdanie stoi na początku.",
        "sections.2.heading": "?!",
        "sections.2.text": "Pytanie stoi osobno.",
    },
    "hr": {
        "title": "Kako pisati kupcima",
        "lead": "Pišite onako kako govorite, samo kraće.",
        "sections.0.heading": "Što ide na početak",
        "sections.0.text": "Jedna poruka rješava jednu stvar.",
        "sections.1.heading": "Što ide na početak?",
        "sections.1.text": "Najvažnija rečenica stoji na početku.",
        "sections.2.heading": "?!",
        "sections.2.text": "Pitanje stoji zasebno.",
    },
    "en": {
        "title": "Writing to customers",
        "lead": "Write as you speak, only shorter.",
        "sections.0.heading": "What comes first",
        "sections.0.text": "One message settles one matter.",
        "sections.1.heading": "What comes first?",
        "sections.1.text": "The most important sentence stands at the top.",
        "sections.2.heading": "?!",
        "sections.2.text": "A question stands by itself.",
    },
}
