"""The words of "What your dates mean", in English and in Spanish, short and plain on purpose.

Every date says what it is, what moves it and what does not. A test measures how hard the words are
to read; change both languages together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Language(StrEnum):
    """A language in which the sheet is given."""

    ENGLISH = "en"
    SPANISH = "es"


@dataclass(frozen=True, slots=True)
class DateWords:
    """One date in plain words."""

    title: str
    means: str
    moves: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Everything the sheet says in one language."""

    name: str
    title: str
    lead: str
    moves: str
    stays: str
    certified: str
    not_certified: str
    other_certified: str
    life: str
    no_date: str
    not_settled: str
    passed: str
    sentence: str
    ask_title: str
    ask: tuple[str, ...]
    question: str
    made: str
    print: str
    page: str
    of: str
    months: tuple[str, ...]
    pattern: str
    person: Mapping[str, DateWords]
    sentences: Mapping[str, DateWords]

    def day(self, day: date) -> str:
        """Return the day as it is said."""
        month = self.months[day.month - 1]
        return self.pattern.format(day=day.day, month=month, year=day.year)


_MOVES = (
    "A judge changes your sentence.",
    "You get a new sentence.",
    "You lose credit days, or get them back. Not all terms have credits.",
    "You are out of prison when you should be in it.",
    "A wrong fact in your file is fixed.",
    "The law changes.",
)
_STAYS = (
    "A move to a new prison.",
    "A class you take, on its own.",
    "A call or a letter to ask about it.",
)
_MUEVE = (
    "Un juez cambia su pena.",
    "Usted recibe una nueva pena.",
    "Usted pierde días de crédito o los gana de nuevo. No toda pena tiene créditos.",
    "Usted está fuera de la prisión cuando debe estar en ella.",
    "Se corrige un dato malo de su archivo.",
    "La ley cambia.",
)
_NO_MUEVE = (
    "Un cambio de prisión.",
    "Una clase que toma, por sí sola.",
    "Una llamada o una carta para preguntar.",
)

ENGLISH = PlainWords(
    name="English",
    title="What your dates mean",
    lead="This page tells you your dates and what can move them. It is not a court paper.",
    moves="What can move it",
    stays="What does not move it",
    certified="Staff have checked this date and signed for it.",
    not_certified="Staff have not signed for this date yet. It may still change.",
    other_certified="The last date that staff signed for is {day}. A new check is due.",
    life="You have a life term, so there is no date.",
    no_date="You do not have this date.",
    not_settled="This date is not set yet. Staff must first answer a question.",
    passed="This day has passed.",
    sentence="Sentence {label}",
    ask_title="Who can help",
    ask=(
        "In prison, ask the records office. Tell them which date you ask about.",
        "On parole or probation, ask your agent.",
        "If you think a date is wrong, say so in writing and keep a copy.",
        "A lawyer can tell you what the law means for you. This page can not.",
    ),
    question="Staff still have a question about your dates. Ask before you make plans.",
    made="Made on {day}",
    print="Print (PDF)",
    page="Page",
    of="of",
    months=(
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
    pattern="{month} {day}, {year}",
    person={
        "earliest_release_date": DateWords(
            "First day you can be let go",
            "You can not go home before this day. It does not mean you will go home on it. "
            "The parole board may keep you for more time.",
            _MOVES,
            _STAYS,
        ),
        "maximum_discharge_date": DateWords(
            "Last day of your time",
            "Your time ends on this day. You can not be kept after it for these terms.",
            _MOVES,
            (*_STAYS, "What the parole board says. It can not keep you past this day."),
        ),
        "parole_discharge_date": DateWords(
            "Last day of your parole",
            "Your parole ends on this day if you keep its rules.",
            (
                "The board adds time to your parole or ends it early.",
                "You break a rule of your parole.",
                "You get a new sentence.",
                "The law changes.",
            ),
            ("A move to a new home.", "A new agent."),
        ),
    },
    sentences={
        "start": DateWords("Start", "Your time on this sentence counts from this day."),
        "calendar_minimum": DateWords("Minimum", "The end of your shortest term, with no credits."),
        "calendar_maximum": DateWords("Maximum", "The end of your longest term, with no credits."),
        "net_minimum": DateWords("Minimum now", "The end of your shortest term as of today."),
        "net_maximum": DateWords("Maximum now", "The end of your longest term as of today."),
        "projected_minimum": DateWords(
            "Minimum if all goes well", "The end of your shortest term if you lose no credits."
        ),
        "projected_maximum": DateWords(
            "Maximum if all goes well", "The end of your longest term if you lose no credits."
        ),
        "parole_eligibility": DateWords(
            "Parole", "The first day the board may let you out on this sentence."
        ),
        "half_term_date": DateWords(
            "Half way", "Half of your probation is done. A judge may look at ending it."
        ),
    },
)

SPANISH = PlainWords(
    name="Español",
    title="Qué quieren decir sus fechas",
    lead="Esta hoja le dice sus fechas y qué las puede mover. No es un papel de la corte.",
    moves="Qué la puede mover",
    stays="Qué no la mueve",
    certified="El personal revisó esta fecha y la firmó.",
    not_certified="El personal aún no firma esta fecha. Todavía puede cambiar.",
    other_certified="La última fecha que el personal firmó es el {day}. Falta otra revisión.",
    life="Usted tiene cadena perpetua; por eso no hay fecha.",
    no_date="Usted no tiene esta fecha.",
    not_settled="Esta fecha aún no está fija. El personal tiene que aclarar una duda.",
    passed="Este día ya pasó.",
    sentence="Pena {label}",
    ask_title="Quién le puede ayudar",
    ask=(
        "En prisión, pregunte en la oficina de archivos. Diga por qué fecha pregunta.",
        "En libertad bajo palabra o a prueba, pregunte a su agente.",
        "Si cree que una fecha está mal, dígalo por escrito y guarde una copia.",
        "Un abogado le puede decir qué significa la ley para usted. Esta hoja no.",
    ),
    question="El personal aún tiene una duda sobre sus fechas. Pregunte antes de hacer planes.",
    made="Hecha el {day}",
    print="Imprimir (PDF)",
    page="Página",
    of="de",
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre", "octubre", "noviembre", "diciembre"),
    ),
    pattern="{day} de {month} de {year}",
    person={
        "earliest_release_date": DateWords(
            "Primer día en que puede salir",
            "No puede irse a casa antes de este día. No quiere decir que saldrá ese día. "
            "La junta puede hacerle esperar más tiempo.",
            _MUEVE,
            _NO_MUEVE,
        ),
        "maximum_discharge_date": DateWords(
            "Último día de su pena",
            "Su pena termina este día. No le pueden tener más tiempo por estas penas.",
            _MUEVE,
            (*_NO_MUEVE, "Lo que diga la junta. No le puede tener después de este día."),
        ),
        "parole_discharge_date": DateWords(
            "Último día de su libertad bajo palabra",
            "Su libertad bajo palabra termina este día si cumple sus reglas.",
            (
                "La junta le da más tiempo o la termina antes.",
                "Usted no cumple una regla.",
                "Usted recibe una nueva pena.",
                "La ley cambia.",
            ),
            ("Un cambio de casa.", "Un nuevo agente."),
        ),
    },
    sentences={
        "start": DateWords("Inicio", "Su tiempo por esta pena se cuenta desde este día."),
        "calendar_minimum": DateWords("Mínimo", "El fin de su plazo más corto, sin créditos."),
        "calendar_maximum": DateWords("Máximo", "El fin de su plazo más largo, sin créditos."),
        "net_minimum": DateWords("Mínimo hoy", "El fin de su plazo más corto según hoy."),
        "net_maximum": DateWords("Máximo hoy", "El fin de su plazo más largo según hoy."),
        "projected_minimum": DateWords(
            "Mínimo si todo va bien", "El fin de su plazo más corto si no pierde créditos."
        ),
        "projected_maximum": DateWords(
            "Máximo si todo va bien", "El fin de su plazo más largo si no pierde créditos."
        ),
        "parole_eligibility": DateWords(
            "Bajo palabra", "El primer día en que la junta le puede dejar salir por esta pena."
        ),
        "half_term_date": DateWords(
            "A la mitad", "Pasó la mitad de su tiempo a prueba. Un juez puede ver si lo termina."
        ),
    },
)

WORDS: Mapping[Language, PlainWords] = {Language.ENGLISH: ENGLISH, Language.SPANISH: SPANISH}
