#!/usr/bin/env python3
"""Writes golden.json: clusters by Butina.ClusterData of Python RDKit 2026.9.1, the oracle of clustering.test.ts.

  python3 -m venv venv && venv/bin/pip install rdkit==2026.9.1 numpy && venv/bin/python make-golden.py > golden.json

The molecules are those of ../golden/substructures.json; the packed rows are families of random bits made here. Of equal numbers of
neighbours ClusterData takes the later row first, so it is given the rows in reverse and its answer is turned back.
"""
import json
import pathlib
import random

import numpy
from rdkit import Chem, DataStructs, RDLogger, rdBase
from rdkit.Chem import rdFingerprintGenerator
from rdkit.ML.Cluster import Butina

RDLogger.DisableLog("rdApp.*")
BITS = 256


def families(seed, rows):
    rng = random.Random(seed)
    parents = [rng.sample(range(BITS), rng.randint(8, 40)) for _ in range(rows // 12)]
    for _ in range(rows):
        bits = set(rng.choice(parents))
        for _ in range(rng.randint(0, 10)):
            bits ^= {rng.randrange(BITS)}
        yield bits


def vector(bits):
    made = DataStructs.ExplicitBitVect(BITS)
    made.SetBitsFromList(sorted(bits))
    return made


def clusters(vectors, threshold, reordering):
    turned = vectors[::-1]
    rows = len(turned)
    distances = numpy.ones((rows, rows))
    for i in range(rows):
        distances[i] = 1 - numpy.array(DataStructs.BulkTanimotoSimilarity(turned[i], turned))
        distances[i, i] = 0
    found = Butina.ClusterData(distances, rows, 1 - threshold, isDistData=True, reordering=reordering)
    return [[rows - 1 - row for row in cluster] for cluster in found]


def cases(vectors, thresholds):
    return [
        {"threshold": threshold, "recount": recount, "clusters": clusters(vectors, threshold, recount)}
        for threshold in thresholds
        for recount in (False, True)
    ]


here = pathlib.Path(__file__).parent
texts = json.loads((here / "../golden/substructures.json").read_text())["molecules"]
molecules = [Chem.MolFromSmiles(text) for text in texts]
morgan = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)
rows = list(families(7, 400))
packed = [DataStructs.BitVectToBinaryText(vector(bits)).hex() for bits in rows]
print(json.dumps({
    "source": f"Python RDKit {rdBase.rdkitVersion}, Butina.ClusterData",
    # Thresholds that no two numbers of bits give, so that rounding decides nothing.
    "molecules": cases([morgan.GetFingerprint(molecule) for molecule in molecules], [0.2003, 0.3503]),
    "packed": packed,
    "families": cases([vector(bits) for bits in rows], [0.4003, 0.6503, 0.8003]),
}, separators=(",", ":")))
