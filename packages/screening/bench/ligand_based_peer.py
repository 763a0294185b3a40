#!/usr/bin/env python3
"""RDKit's part of ligand-based.bench.ts: the protocol of Riniker & Landrum (2013) in Python, with RDKit's own fingerprints,
similarities and measures. Prints a line of JSON for each target: means over its lists, method by method.

  ligand_based_peer.py FOLDER COLLECTION/TARGET ...
"""
import csv
import gzip
import json
import os
import sys

from rdkit import Chem, DataStructs, RDLogger, rdBase
from rdkit.Chem import rdFingerprintGenerator
from rdkit.ML.Scoring.Scoring import CalcAUC, CalcBEDROC, CalcEnrichment

RDLogger.DisableLog("rdApp.*")
GENERATORS = {
    "ecfp4": rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=1024),
    "tt": rdFingerprintGenerator.GetTopologicalTorsionGenerator(fpSize=1024),
    "ap": rdFingerprintGenerator.GetAtomPairGenerator(fpSize=1024),
    "rdk5": rdFingerprintGenerator.GetRDKitFPGenerator(fpSize=1024, maxPath=5),
}
read = {}


def fingerprints(path):
    """Row number in the file to its fingerprints; a structure that RDKit refuses has none."""
    if path in read:
        return read[path]
    with gzip.open(path, "rt") as file:
        smiles = [row["SMILES"] for row in csv.DictReader(file, delimiter="\t")]
    molecules = {row: Chem.MolFromSmiles(text) for row, text in enumerate(smiles)}
    read[path] = {
        row: {name: generator.GetFingerprint(molecule) for name, generator in GENERATORS.items()}
        for row, molecule in molecules.items()
        if molecule is not None
    }
    return read[path]


def measures(rows):
    ef1, ef5 = CalcEnrichment(rows, 1, [0.01, 0.05])
    return {"auc": CalcAUC(rows, 1), "ef1": ef1, "ef5": ef5, "bedroc20": CalcBEDROC(rows, 1, 20.0)}


def evaluate(method, actives, decoys, lists):
    rows = list(actives)
    every = [one[method] for one in (*actives.values(), *decoys.values())]
    to = {
        query: DataStructs.BulkTanimotoSimilarity(actives[query][method], every)
        for query in {query for queries in lists for query in queries}
        if query in actives
    }
    found = []
    for number, queries in enumerate(lists):
        scores = [max(of) for of in zip(*(to[query] for query in queries if query in to))]
        ranked = [(scores[at], 1) for at, row in enumerate(rows) if row not in queries]
        ranked += [(scores[len(rows) + at], 0) for at in range(len(decoys)) if at % 5 != number % 5]
        found.append(measures(sorted(ranked, key=lambda one: (-one[0], one[1]))))
    return {name: sum(one[name] for one in found) / len(found) for name in found[0]}


def lists_with_query(lists, actives):
    return [queries for queries in lists if any(row in actives for row in queries)]


folder = sys.argv[1]
with gzip.open(os.path.join(folder, "query_actives.json.gz"), "rt") as file:
    queries = json.load(file)
for target in sys.argv[2:]:
    collection, name = target.split("/")
    actives = fingerprints(os.path.join(folder, collection, f"{name}_actives.tsv.gz"))
    shared = os.path.join(folder, collection, "zinc_decoys.tsv.gz")
    own = os.path.join(folder, collection, f"{name}_decoys.tsv.gz")
    decoys = fingerprints(own if os.path.exists(own) else shared)
    lists = lists_with_query(queries[target]["5"], actives)
    of = {method: evaluate(method, actives, decoys, lists) for method in GENERATORS}
    print(json.dumps({"target": target, "release": rdBase.rdkitVersion, "methods": of}), flush=True)
    if own in read:
        del read[own]
