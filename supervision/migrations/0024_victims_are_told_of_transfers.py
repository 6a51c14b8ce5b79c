"""Victims are told of transfers between states."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """More triggers."""

    dependencies = [
        ("supervision", "0023_what_a_court_destroys_is_erased"),
    ]

    operations = [
        migrations.AlterField(
            model_name="noticerule",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("release", "Release from custody"),
                    ("escape", "Escape"),
                    ("parole_decision", "Parole granted or denied"),
                    ("parole_hearing", "Parole hearing"),
                    ("transfer", "Transfer"),
                    ("address", "Move near the victim"),
                    ("absconded", "Out of touch with supervision"),
                    ("arrest", "Arrest"),
                    ("early_discharge", "Early discharge is asked for"),
                    ("modification", "Change of the order"),
                    ("supervision_ends", "End of supervision"),
                    ("death", "Death"),
                    ("transfer_asked", "Transfer to another state is asked for"),
                    ("return_asked", "Return from another state is asked for"),
                    ("transfer_granted", "Another state takes over supervision"),
                    ("transfer_denied", "Transfer to another state denied or withdrawn"),
                    ("departure", "Departure to another state"),
                    ("arrival", "Arrival in another state"),
                    ("no_arrival", "Did not arrive in another state"),
                    ("violation", "Violation reported by another state"),
                    ("transfer_ended", "End of supervision in another state"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="victimnotice",
            name="trigger",
            field=models.CharField(
                choices=[
                    ("release", "Release from custody"),
                    ("escape", "Escape"),
                    ("parole_decision", "Parole granted or denied"),
                    ("parole_hearing", "Parole hearing"),
                    ("transfer", "Transfer"),
                    ("address", "Move near the victim"),
                    ("absconded", "Out of touch with supervision"),
                    ("arrest", "Arrest"),
                    ("early_discharge", "Early discharge is asked for"),
                    ("modification", "Change of the order"),
                    ("supervision_ends", "End of supervision"),
                    ("death", "Death"),
                    ("transfer_asked", "Transfer to another state is asked for"),
                    ("return_asked", "Return from another state is asked for"),
                    ("transfer_granted", "Another state takes over supervision"),
                    ("transfer_denied", "Transfer to another state denied or withdrawn"),
                    ("departure", "Departure to another state"),
                    ("arrival", "Arrival in another state"),
                    ("no_arrival", "Did not arrive in another state"),
                    ("violation", "Violation reported by another state"),
                    ("transfer_ended", "End of supervision in another state"),
                ],
                max_length=16,
            ),
        ),
    ]
