"""Finding without a name or number: by date of birth, office and status alone."""

from datetime import date

from django.db.models import Q, QuerySet

from offenders.models import Person
from offenders.selectors.search.birth_dates import likely_birth_dates
from offenders.selectors.search.candidates import MOST_HITS, Hit, Hits
from offenders.selectors.search.criteria import SearchCriteria
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

# More than are born on the likely days of one date among a million people.
_MOST_BORN = 5000


def exact_conditions(criteria: SearchCriteria, *, person: str = "") -> Q:
    """Return what must fit exactly, on the person at the end of the path ``person``."""
    wanted = {
        "birth_date__gte": criteria.born_from,
        "birth_date__lte": criteria.born_to,
        "office_id": criteria.office_id,
        "status": criteria.status,
    }
    return Q(**{f"{person}{name}": value for name, value in wanted.items() if value})


def people_listed(viewer: Viewer, criteria: SearchCriteria) -> Hits:
    """Return the people in the viewer's reach who fit, in the order asked for."""
    people = in_scope(viewer, Person.objects.filter(exact_conditions(criteria)))
    if criteria.born:
        return _born_about(people, criteria, criteria.born)
    order = ("birth_date", "pk") if criteria.sort == "birth_date" else ("last_name", "first_name")
    keys = list(people.order_by(*order, "pk").values_list("pk", flat=True)[: MOST_HITS + 1])
    return Hits(tuple(Hit(person_id=key, score=0) for key in keys[:MOST_HITS]), len(keys))


def _born_about(people: QuerySet[Person], criteria: SearchCriteria, born: date) -> Hits:
    scores = {likely.day: likely.score for likely in likely_birth_dates(born)}
    likely = people.filter(birth_date__in=scores).only("last_name", "first_name", "birth_date")
    found = list(likely.order_by()[:_MOST_BORN])
    score = {person.pk: scores[person.birth_date] for person in found if person.birth_date}
    found.sort(key=lambda person: (person.last_name, person.first_name, person.pk))
    found.sort(key=lambda person: -score[person.pk])
    best = found[:MOST_HITS]
    if criteria.sort == "name":
        best.sort(key=lambda person: (person.last_name, person.first_name, person.pk))
    elif criteria.sort == "birth_date":
        best.sort(key=lambda person: (person.birth_date or born, person.pk))
    hits = tuple(Hit(person_id=person.pk, score=score[person.pk]) for person in best)
    return Hits(hits, len(found))
