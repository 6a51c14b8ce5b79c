"""Results of drug and alcohol tests are a category that may be opened in an emergency."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The list of choices alone."""

    dependencies = [
        ("offenders", "0010_facts_are_compared_as_stored"),
    ]

    operations = [
        migrations.AlterField(
            model_name="emergencyopening",
            name="category",
            field=models.CharField(
                blank=True,
                choices=[
                    ("identity", "Identity"),
                    ("identifier", "Official numbers"),
                    ("sensitive_identifier", "Social security and licence numbers"),
                    ("contact", "Addresses and telephones"),
                    ("legal", "Cases, charges and sentences"),
                    ("time", "Computed dates"),
                    ("custody", "Custody and movements"),
                    ("warrant", "Warrants, holds and orders"),
                    ("supervision", "Supervision"),
                    ("risk", "Risk assessments"),
                    ("medical", "Medical"),
                    ("mental_health", "Mental health"),
                    ("substance_use", "Substance use"),
                    ("testing", "Drug and alcohol tests"),
                    ("victim", "Victims and protected people"),
                    ("juvenile", "Juvenile record"),
                    ("youthful", "Youthful trainee record (HYTA)"),
                    ("consent", "Consents to disclosure"),
                    ("financial", "Money and employment"),
                    ("staff", "Staff notes and authorship"),
                ],
                help_text="Empty: the record as such.",
                max_length=20,
            ),
        ),
    ]
