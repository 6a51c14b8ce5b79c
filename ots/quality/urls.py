"""Pages of data-quality audits; the stem names view, template and test too."""

from django.urls import path

from ots.quality.views import documents, findings, measures, samples, sheets

app_name = "quality"

_PERSON = "people/<int:person>/quality/"

urlpatterns = [
    path("quality/", samples.overview, name="overview"),
    path("quality/samples/draw/", samples.sample_draw, name="sample-draw"),
    path("quality/samples/<int:sample>/", samples.sample, name="sample"),
    path("quality/documents/", documents.documents, name="documents"),
    path("quality/documents/<int:finding>/", documents.document_answer, name="document-answer"),
    path("quality/findings/", findings.findings, name="findings"),
    path("quality/rates/", measures.rates_page, name="rates"),
    path("quality/rates/export/", measures.rates_export, name="rates-export"),
    path("quality/measures/", measures.measures_page, name="measures"),
    path("quality/measures/export/", measures.measures_export, name="measures-export"),
    path(f"{_PERSON}<int:item>/", sheets.sheet, name="sheet"),
    path(f"{_PERSON}<int:item>/scan/", sheets.sheet_scan, name="sheet-scan"),
    path(f"{_PERSON}findings/<int:finding>/", findings.finding, name="finding"),
]
