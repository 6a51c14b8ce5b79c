"""Sessions, second factors, kept forms, other agencies' sign-in, and reviews of accounts."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_contact_is_recorded"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("confirmed", "Still needed, roles are right"),
                            ("closed", "No longer needed: closed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=150),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200)),
                ("reviewed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-reviewed_at"],
            },
        ),
        migrations.CreateModel(
            name="CodeApp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("sealed_secret", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                ("last_step", models.BigIntegerField(default=-1)),
            ],
            options={
                "ordering": ["added_at"],
            },
        ),
        migrations.CreateModel(
            name="KeptForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        help_text="Path and query of the page with the form.", max_length=500
                    ),
                ),
                (
                    "sealed",
                    models.TextField(
                        help_text="The fields, readable only with the installation's key."
                    ),
                ),
                ("kept_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                (
                    "credential",
                    models.BinaryField(help_text="The passkey's own number.", unique=True),
                ),
                ("public_key", models.BinaryField()),
                ("sign_count", models.BigIntegerField(default=0)),
                (
                    "is_synced",
                    models.BooleanField(
                        default=False, help_text="Kept by a provider, not one device."
                    ),
                ),
                ("added_at", models.DateTimeField()),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["added_at"],
            },
        ),
        migrations.CreateModel(
            name="ProviderIdentity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        help_text="The claim sub, as the provider gives it.", max_length=255
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "provider identities",
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-made_at"],
            },
        ),
        migrations.CreateModel(
            name="SignInProvider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Stands in the address: /sign-in/with/KEY/.", unique=True
                    ),
                ),
                (
                    "name",
                    models.CharField(help_text="On the button of the sign-in page.", max_length=80),
                ),
                (
                    "issuer",
                    models.URLField(
                        help_text="As the provider's own description gives it.", unique=True
                    ),
                ),
                ("client_id", models.CharField(max_length=200)),
                (
                    "secret_variable",
                    models.CharField(
                        blank=True,
                        help_text="The environment variable that holds the client secret; empty: none is sent.",
                        max_length=80,
                    ),
                ),
                (
                    "second_factor_acr",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Values of the claim acr that mean a second factor was used.",
                        size=None,
                    ),
                ),
                (
                    "second_factor_amr",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Values of the claim amr that mean the same, for example mfa, hwk.",
                        size=None,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SignInSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("password", "Password only"),
                            ("password_code", "Password and code from an app"),
                            ("password_passkey", "Password and passkey"),
                            ("password_recovery", "Password and recovery code"),
                            ("passkey", "Passkey with its own check of the person"),
                            ("provider", "The agency's own sign-in with a second factor"),
                            ("provider_plus", "The agency's own sign-in and a second factor here"),
                            ("demonstration", "Demonstration account, no second factor"),
                        ],
                        max_length=20,
                    ),
                ),
                ("signed_in_at", models.DateTimeField()),
                ("last_active_at", models.DateTimeField()),
                ("proved_at", models.DateTimeField()),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed_out", "Signed out"),
                            ("by_user", "Signed out from another session"),
                            ("by_administrator", "Signed out by an administrator"),
                            ("too_old", "Twelve hours were over"),
                            ("account_closed", "The account was closed"),
                            ("password_changed", "The password was changed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=45)),
                ("device", models.CharField(blank=True, max_length=200)),
                ("notice_version", models.CharField(max_length=20)),
                ("notice_accepted_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-signed_in_at"],
            },
        ),
        migrations.CreateModel(
            name="WrongTries",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="wrong_tries",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "tried_at",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateTimeField(), blank=True, default=list, size=None
                    ),
                ),
                ("locked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "wrong tries",
            },
        ),
        migrations.AddField(
            model_name="user",
            name="expires_at",
            field=models.DateTimeField(
                blank=True,
                help_text="For a temporary account: from then on nobody signs in with it.",
                null=True,
                verbose_name="closes on",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="password_chosen_at",
            field=models.DateTimeField(
                blank=True,
                default=django.utils.timezone.now,
                help_text="Empty where somebody else set it: a new one is asked for at the next sign-in.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"),
                name="username_in_any_case_is_unique",
            ),
        ),
        migrations.AddField(
            model_name="accountreview",
            name="account",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reviews",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="accountreview",
            name="agency",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="account_reviews",
                to="access.agency",
            ),
        ),
        migrations.AddField(
            model_name="accountreview",
            name="reviewed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="codeapp",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="code_apps",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="keptform",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kept_forms",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="passkey",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passkeys",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="provideridentity",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="provider_identities",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recoverycode",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="recovery_codes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="signinprovider",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sign_in_providers",
                to="access.agency",
            ),
        ),
        migrations.AddField(
            model_name="provideridentity",
            name="provider",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="identities",
                to="access.signinprovider",
            ),
        ),
        migrations.AddField(
            model_name="signinsession",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sign_in_sessions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="accountreview",
            index=models.Index(fields=["account", "-reviewed_at"], name="review_by_account"),
        ),
        migrations.AddConstraint(
            model_name="keptform",
            constraint=models.UniqueConstraint(
                fields=("user", "page"), name="one_kept_form_a_page"
            ),
        ),
        migrations.AddConstraint(
            model_name="provideridentity",
            constraint=models.UniqueConstraint(
                fields=("provider", "subject"), name="one_user_a_subject"
            ),
        ),
        migrations.AddConstraint(
            model_name="provideridentity",
            constraint=models.UniqueConstraint(
                fields=("provider", "user"), name="one_subject_a_user"
            ),
        ),
        migrations.AddIndex(
            model_name="signinsession",
            index=models.Index(fields=["user", "-signed_in_at"], name="session_by_user"),
        ),
    ]
