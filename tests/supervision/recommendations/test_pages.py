"""Pages of eligibility and recommendations."""

import pytest
from django.urls import reverse

from ots.access.categories import Category
from ots.audit.models import Disclosure
from supervision.models import Recommendation
from supervision.selectors.eligibility import category_of_criterion
from supervision.services.eligibility import refresh_people
from tests import factories
from tests.factories.supervision_recommendations import day, eligible_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def term(dana):
    made = eligible_person(dana)
    refresh_people([dana.pk], day(0))
    return made


def prepare_url(person):
    base = reverse("supervision:recommendation-prepare", kwargs={"person": person.pk})
    return f"{base}?for=probation_law&term=probation"


def test_the_list_names_who_is_eligible(olivia, dana, term, sign_in):
    page = sign_in(olivia).get(reverse("supervision:eligible"))
    assert dana.full_name in page.content.decode()


def test_the_list_leaves_out_people_of_other_districts(ruth, dana, term, sign_in):
    page = sign_in(ruth).get(reverse("supervision:eligible"))
    assert dana.full_name not in page.content.decode()


def test_the_list_asks_a_constant_number_of_queries(
    olivia, lansing, dana, term, sign_in, django_assert_max_num_queries
):
    client, url = sign_in(olivia), reverse("supervision:eligible")
    client.get(url)
    with django_assert_max_num_queries(60) as few:
        client.get(url)
    for number in range(5):
        other = factories.person(f"P{number}", agent=olivia, office=lansing)
        eligible_person(other)
        refresh_people([other.pk], day(0))
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(url)


def test_every_criterion_is_shown_with_its_source(olivia, dana, term, sign_in):
    url = reverse("supervision:recommendations", kwargs={"person": dana.pk})
    shown = sign_in(olivia).get(url).content.decode()
    assert "MCL 771.2(2)" in shown
    assert "50 % of the original term" in shown


def test_whether_a_hidden_fact_meets_its_criterion_is_not_told(paula, olivia, dana, term, sign_in):
    url = reverse("supervision:recommendations", kwargs={"person": dana.pk})
    open_to = {
        who: sign_in(user).get(url).context["answers"]
        for who, user in {"agent": olivia, "police": paula}.items()
    }
    hidden = {Category.LEGAL, Category.RISK, Category.FINANCIAL}
    shown = {
        who: {category_of_criterion(each.key) for answer, _ in answers for each in answer.criteria}
        for who, answers in open_to.items()
    }
    assert shown["agent"] & hidden
    assert not shown["police"] & hidden
    assert any(answer.withheld for answer, _ in open_to["police"])
    assert not any(answer.withheld for answer, _ in open_to["agent"])


def test_a_recommendation_is_sent_with_two_pages(olivia, dana, term, sign_in):
    client = sign_in(olivia)
    form = client.get(prepare_url(dana)).context["form"]
    told = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    answer = client.post(prepare_url(dana), {**told, "why": "All done."}, follow=True)
    made = Recommendation.objects.get(person=dana)
    assert (made.state, made.why) == ("submitted", "All done.")
    assert "with the supervisor" in answer.content.decode().lower()


def test_of_a_recommendation_the_police_read_no_hidden_fact(olivia, paula, dana, term, sign_in):
    sign_in(olivia).post(
        prepare_url(dana),
        {"kind": "early_discharge", "supervision_type": "probation", "body": "court", "why": "x"},
    )
    made = Recommendation.objects.get(person=dana)
    url = reverse("supervision:recommendation", args=[dana.pk, made.pk])
    shown = sign_in(paula).get(url).context["shown"].facts
    hidden = [each["asks"] for each in made.facts if category_of_criterion(each["key"]) == "legal"]
    assert hidden
    assert not {each.asks for each in shown} & set(hidden)
    assert len(sign_in(olivia).get(url).context["shown"].facts) == len(made.facts)


def test_the_supervisor_approves_on_the_page(olivia, sam, dana, term, sign_in):
    sign_in(olivia).post(
        prepare_url(dana),
        {"kind": "early_discharge", "supervision_type": "probation", "body": "court", "why": "x"},
    )
    made = Recommendation.objects.get(person=dana)
    url = reverse(
        "supervision:recommendation", kwargs={"person": dana.pk, "recommendation": made.pk}
    )
    answer = sign_in(sam).post(url, {"step": "approve"})
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.state == "approved"


def test_the_letter_is_a_pdf_that_is_logged(olivia, dana, term, sign_in):
    client = sign_in(olivia)
    client.post(
        prepare_url(dana),
        {"kind": "early_discharge", "supervision_type": "probation", "body": "court", "why": "x"},
    )
    made = Recommendation.objects.get(person=dana)
    url = reverse(
        "supervision:recommendation-print", kwargs={"person": dana.pk, "recommendation": made.pk}
    )
    answer = client.get(url)
    assert answer.content.startswith(b"%PDF")
    assert Disclosure.objects.get().people == [dana.pk]


def test_no_end_is_for_supervisors_alone(olivia, dana, term, sign_in):
    base = reverse("supervision:opportunity-put-off", kwargs={"person": dana.pk})
    url = f"{base}?for=probation_law&term=probation"
    answer = sign_in(olivia).post(url, {"code": "compliance", "note": "x", "until": ""})
    assert "does not include" in answer.content.decode()
