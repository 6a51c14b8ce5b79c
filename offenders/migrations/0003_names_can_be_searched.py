"""Names get search keys, which PostgreSQL itself keeps right; numbers are found however written.

Folding uses only what PostgreSQL calls immutable. The extension ``unaccent`` is not: its
dictionary is a file that an upgrade may change, which would leave keys and indexes wrong.
"""

import django.db.models.deletion
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models
from django.db.models import F, Func

FUNCTIONS = migrations.RunSQL(
    r"""
    CREATE FUNCTION name_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT left(
            regexp_replace(
                lower(normalize(
                    replace(replace(replace(replace(
                        translate(name, 'ØøŁłĐđÐðıŊŋÆŒÞ', 'OoLlDdDdiNnæœþ'),
                        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), NFKD)),
                '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u02b0-\u036f\u2000-\u206f]+',
                '', 'g'),
            60)
    $$;

    CREATE FUNCTION name_parts(name text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT ARRAY(
            SELECT name_key(part) FROM regexp_split_to_table(name, '[\s-]+') AS part
            WHERE length(name_key(part)) > 1)
    $$;

    CREATE FUNCTION shortened_words(word text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT CASE WHEN length(word) < 3 THEN ARRAY[word] ELSE ARRAY(
            SELECT word UNION SELECT overlay(word PLACING '' FROM place FOR 1)
            FROM generate_series(1, length(word)) AS place) END
    $$;

    CREATE FUNCTION number_key(number text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g'))
    $$;

    CREATE FUNCTION name_keys(last_name text, first_name text, middle_name text)
    RETURNS TABLE (last_key text, first_key text, basis text)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 2 AS $$
        WITH lasts AS (
            SELECT name_key(last_name) AS key, 'whole' AS basis
            UNION ALL
            -- Particles and generations say nothing by themselves.
            SELECT part, 'part' FROM unnest(name_parts(last_name)) AS part
            WHERE cardinality(name_parts(last_name)) > 1 AND length(part) > 2
              AND part NOT IN ('van', 'von', 'der', 'den', 'del', 'dos', 'das', 'las', 'los',
                               'bin', 'ibn', 'iii', 'san')
        ), firsts AS (
            SELECT name_key(first_name) AS key, 'whole' AS basis
            UNION ALL
            SELECT part, 'part' FROM unnest(name_parts(first_name)) AS part
            WHERE cardinality(name_parts(first_name)) > 1
            UNION ALL
            SELECT part, 'middle' FROM unnest(name_parts(middle_name)) AS part
        )
        SELECT DISTINCT ON (lasts.key, firsts.key) lasts.key, firsts.key,
               CASE WHEN firsts.basis = 'middle' THEN 'middle'
                    WHEN 'part' IN (lasts.basis, firsts.basis) THEN 'part'
                    ELSE 'whole' END AS basis
        FROM lasts CROSS JOIN firsts
        WHERE lasts.key <> '' OR firsts.key <> ''
        ORDER BY lasts.key, firsts.key, 3 DESC
    $$;
    """,
    """
    DROP FUNCTION name_keys(text, text, text); DROP FUNCTION number_key(text);
    DROP FUNCTION shortened_words(text); DROP FUNCTION name_parts(text);
    DROP FUNCTION name_key(text);
    """,
)

# Names recorded before this migration get their keys as later ones do.
KEYS = migrations.RunSQL(
    """
    CREATE FUNCTION write_name_keys() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        WITH keys AS (
            INSERT INTO offenders_namekey (name_id, person_id, last_key, first_key, basis)
            SELECT recorded.id, recorded.person_id, keys.last_key, keys.first_key, keys.basis
            FROM recorded, name_keys(
                recorded.last_name, recorded.first_name, recorded.middle_name) AS keys
            RETURNING last_key, first_key
        ), words AS (
            SELECT 'last' AS part, last_key AS word FROM keys
            UNION
            SELECT 'first', first_key FROM keys
        )
        INSERT INTO offenders_nameword (part, word)
        SELECT words.part, words.word FROM words
        WHERE words.word <> '' AND NOT EXISTS (
            SELECT FROM offenders_nameword AS known
            WHERE known.word = words.word AND known.part = words.part);
        RETURN NULL;
    END $$;
    CREATE TRIGGER write_name_keys AFTER INSERT ON offenders_personname
    REFERENCING NEW TABLE AS recorded FOR EACH STATEMENT EXECUTE FUNCTION write_name_keys();

    INSERT INTO offenders_namekey (name_id, person_id, last_key, first_key, basis)
    SELECT recorded.id, recorded.person_id, keys.last_key, keys.first_key, keys.basis
    FROM offenders_personname AS recorded, name_keys(
        recorded.last_name, recorded.first_name, recorded.middle_name) AS keys;
    INSERT INTO offenders_nameword (part, word)
    SELECT DISTINCT 'last', last_key FROM offenders_namekey WHERE last_key <> ''
    UNION ALL
    SELECT DISTINCT 'first', first_key FROM offenders_namekey WHERE first_key <> '';
    """,
    """
    DROP TRIGGER write_name_keys ON offenders_personname; DROP FUNCTION write_name_keys();
    """,
)

NUMBERS = migrations.RunSQL(
    "CREATE INDEX identifier_by_number_key ON offenders_identifier "
    "(number_key(value) text_pattern_ops);",
    "DROP INDEX identifier_by_number_key;",
)


class Migration(migrations.Migration):
    """Tables of keys and words, the trigger that writes them, and the index of numbers."""

    dependencies = [("offenders", "0002_facts_are_kept")]

    operations = [
        FUNCTIONS,
        migrations.CreateModel(
            name="NameWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("last", "Last name"), ("first", "First or middle name")],
                        max_length=5,
                    ),
                ),
                ("word", models.CharField(max_length=60)),
                (
                    "sound",
                    models.GeneratedField(
                        db_persist=True,
                        expression=Func(F("word"), function="dmetaphone"),
                        output_field=models.CharField(max_length=4),
                    ),
                ),
                (
                    "other_sound",
                    models.GeneratedField(
                        db_persist=True,
                        expression=Func(F("word"), function="dmetaphone_alt"),
                        output_field=models.CharField(max_length=4),
                    ),
                ),
                (
                    "shortened",
                    models.GeneratedField(
                        db_persist=True,
                        expression=Func(F("word"), function="shortened_words"),
                        output_field=ArrayField(base_field=models.TextField(), size=None),
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        OpClass(F("word"), name="varchar_pattern_ops"),
                        name="name_word_by_spelling",
                    ),
                    models.Index(fields=["sound"], name="name_word_by_sound"),
                    models.Index(fields=["other_sound"], name="name_word_by_other_sound"),
                    GinIndex(fastupdate=False, fields=["shortened"], name="name_word_by_mistake"),
                    GinIndex(
                        OpClass(F("word"), name="gin_trgm_ops"),
                        fastupdate=False,
                        name="name_word_by_likeness",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NameKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_key", models.CharField(max_length=60)),
                ("first_key", models.CharField(max_length=60)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("whole", "First and last name"),
                            ("part", "A part of a compound name"),
                            ("middle", "Middle name in place of the first"),
                        ],
                        max_length=6,
                    ),
                ),
                (
                    "name",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offenders.personname",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="offenders.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["last_key", "first_key", "person"],
                        include=["name", "basis"],
                        name="name_key_by_both",
                    ),
                    models.Index(
                        fields=["first_key", "last_key", "person"],
                        include=["name", "basis"],
                        name="name_key_by_first",
                    ),
                ],
            },
        ),
        KEYS,
        NUMBERS,
    ]
