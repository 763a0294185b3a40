"""Runs Circe cohort definitions on OMOP CSV files with an independent engine, for comparison.

Usage: circe_peer.py ENGINE DEFINITIONS.json CDM_FOLDER OUT.json
ENGINE is `duckcdm` (duckcdm 0.4.7) or `circepy` (ohdsi-circepy 0.3.0); both write OHDSI SQL, which runs on DuckDB.
DEFINITIONS is a list of {name, definition}; OUT gets, per name, the cohort rows [subject, start, end], the counts of
inclusion rule masks [mode, mask, count], and `error` where the engine failed.
CDM_FOLDER holds one CSV per OMOP table (NAME.csv or NAME.csv.gz).

With ENGINE `same-sql` each item also has `exported`, and OUT gets, per name, whether duckcdm writes the same SQL for both.
"""

import json
import sys
from pathlib import Path

import duckdb
from duckcdm.circe import build_cohort_query as duckcdm_query
from duckcdm.sqlrender import render, translate

RESULTS = {
    "cohort": "cohort_definition_id int, subject_id bigint, cohort_start_date date, cohort_end_date date",
    "cohort_inclusion": "cohort_definition_id int, rule_sequence int, name varchar, description varchar",
    "cohort_inclusion_result": "cohort_definition_id int, inclusion_rule_mask bigint, person_count bigint, mode_id int",
    "cohort_inclusion_stats": "cohort_definition_id int, rule_sequence int, person_count bigint, gain_count bigint, "
    "person_total bigint, mode_id int",
    "cohort_summary_stats": "cohort_definition_id int, base_count bigint, final_count bigint, mode_id int",
    "cohort_censor_stats": "cohort_definition_id int, lost_count bigint",
}
# Tables that CDM 5.4 sites may lack but Circe SQL can name.
ABSENT = {
    "location_history": "location_history_id bigint, location_id bigint, relationship_type_concept_id int, "
    "domain_id varchar, entity_id bigint, start_date date, end_date date",
}


def column(name: str) -> str:
    quoted = f'nullif("{name}", \'\')'
    lower = name.lower()
    if lower.endswith("_date") or lower == "birth_datetime":
        return f'cast({quoted} as timestamp)::date as {lower}'
    if lower in ("person_id", "cohort_definition_id", "year_of_birth", "days_supply", "refills", "gap_days") or (
        lower.endswith("_id") and lower not in ("domain_id", "vocabulary_id", "concept_class_id", "relationship_id",
                                                "unique_device_id", "production_id", "specimen_source_id")
    ) or lower.endswith("_count") or lower in ("concept_id_1", "concept_id_2"):
        return f"cast(cast({quoted} as double) as bigint) as {lower}"
    if lower in ("value_as_number", "range_low", "range_high", "quantity", "dose_value"):
        return f"cast({quoted} as double) as {lower}"
    return f"{quoted} as {lower}"


def load(db: duckdb.DuckDBPyConnection, folder: Path) -> None:
    db.execute("create schema cdm; create schema results")
    for file in sorted(folder.glob("*.csv*")):
        table = file.name.split(".")[0].lower()
        source = f"read_csv('{file}', header=true, all_varchar=true)"
        names = [row[0] for row in db.execute(f"describe select * from {source}").fetchall()]
        db.execute(f"create table cdm.{table} as select {', '.join(map(column, names))} from {source}")
    have = {row[0] for row in db.execute("select table_name from information_schema.tables").fetchall()}
    for table, columns in ABSENT.items():
        if table not in have:
            db.execute(f"create table cdm.{table} ({columns})")
    for table, columns in RESULTS.items():
        db.execute(f"create table results.{table} ({columns})")


def ohdsi_sql(engine: str, definition: object) -> str:
    if engine == "duckcdm":
        return duckcdm_query(
            json.dumps(definition), cdm_schema="cdm", result_schema="results", vocabulary_schema="cdm",
            target_table="results.cohort", cohort_id=1, generate_stats=True,
        )
    from circe.api import BuildExpressionQueryOptions, build_cohort_query, cohort_expression_from_json

    options = BuildExpressionQueryOptions()
    options.cdm_schema = options.vocabulary_schema = "cdm"
    options.result_schema, options.target_table = "results", "results.cohort"
    options.cohort_id, options.generate_stats = 1, True
    return build_cohort_query(cohort_expression_from_json(json.dumps(definition)), options)


def run(db: duckdb.DuckDBPyConnection, engine: str, definition: object) -> dict:
    for table in RESULTS:
        db.execute(f"delete from results.{table}")
    sql = render(ohdsi_sql(engine, definition), results_database_schema="results")
    db.execute(translate(sql, "duckdb"))
    rows = db.execute(
        "select subject_id, strftime(cohort_start_date, '%Y-%m-%d'), strftime(cohort_end_date, '%Y-%m-%d') "
        "from results.cohort order by all"
    ).fetchall()
    masks = db.execute(
        "select mode_id, inclusion_rule_mask, person_count from results.cohort_inclusion_result order by all"
    ).fetchall()
    return {"rows": rows, "masks": masks}


def same_sql(item: dict) -> object:
    try:
        return ohdsi_sql("duckcdm", item["definition"]) == ohdsi_sql("duckcdm", item["exported"])
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:400]


def main() -> None:
    engine, definitions, folder, out = sys.argv[1:]
    if engine == "same-sql":
        items = json.loads(Path(definitions).read_text())
        Path(out).write_text(json.dumps({item["name"]: same_sql(item) for item in items}))
        return
    db = duckdb.connect(config={"threads": 2})
    load(db, Path(folder))
    results = {}
    for item in json.loads(Path(definitions).read_text()):
        try:
            results[item["name"]] = run(db, engine, item["definition"])
        except Exception as error:  # the peer's failures are part of the comparison
            results[item["name"]] = {"error": f"{type(error).__name__}: {error}"[:400]}
            for (table,) in db.execute("select table_name from duckdb_tables() where temporary").fetchall():
                db.execute(f'drop table if exists temp."{table}"')
    Path(out).write_text(json.dumps(results))


if __name__ == "__main__":
    main()
