#!/usr/bin/env python3
"""Writes golden.json, the oracle of the evaluation tests, with Python RDKit 2026.9.1: `make-golden.py > golden.json`.

Measures by ML.Scoring.Scoring, fingerprints by rdFingerprintGenerator. Structures written from general knowledge.
"""
import hashlib
import json

from rdkit import Chem, DataStructs, rdBase
from rdkit.Chem import rdFingerprintGenerator
from rdkit.ML.Scoring.Scoring import CalcAUC, CalcBEDROC, CalcEnrichment

RANKINGS = ((10, [5]), (50, [3, 4, 9, 25, 41]), (1000, [0, 1, 7, 12, 38, 59, 60, 126, 219, 446, 931]), (40, list(range(38))))
GENERATORS = {
    "ecfp4": rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=1024),
    "tt": rdFingerprintGenerator.GetTopologicalTorsionGenerator(fpSize=1024),
    "ap": rdFingerprintGenerator.GetAtomPairGenerator(fpSize=1024),
    "rdk5": rdFingerprintGenerator.GetRDKitFPGenerator(fpSize=1024, maxPath=5),
}
ACTIVES = [
    "CC(=O)Oc1ccccc1C(=O)O",
    "O=C(O)c1ccccc1O",
    "CC(=O)Nc1ccc(O)cc1",
    "CC(C)Cc1ccc(C(C)C(=O)O)cc1",
    "COc1ccc2cc(C(C)C(=O)O)ccc2c1",
    "O=C(O)Cc1ccccc1Nc1c(Cl)cccc1Cl",
    "OC(=O)c1ccccc1Nc1cccc(C(F)(F)F)c1",
    "CCOc1ccc(NC(C)=O)cc1",
]
DECOYS = [
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "CCO",
    "c1ccc2[nH]ccc2c1",
    "OCC1OC(O)C(O)C(O)C1O",
    "CN1CCC[C@H]1c1cccnc1",
    "CC(=O)Nc1ccccc1",
    "O=C(O)CCc1ccccc1",
    "NCCc1ccc(O)c(O)c1",
    "CCCCCCCC",
    "c1ccncc1",
    "OC(=O)c1cccnc1",
    "CC(N)Cc1ccccc1",
    "COc1ccccc1O",
    "O=C1NC(=O)C(c2ccccc2)(c2ccccc2)N1",
    "CCN(CC)CCOC(=O)c1ccc(N)cc1",
    "NS(=O)(=O)c1ccc(N)cc1",
    "Clc1ccccc1",
    "CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O",
    "O=C(O)C=Cc1ccccc1",
    "NC(=O)c1cccnc1",
]
LISTS = [[0, 1, 2, 3, 4], [3, 4, 5, 6, 7]]


def measures(rows):
    ef1, ef5 = (CalcEnrichment(rows, 1, [fraction])[0] for fraction in (0.01, 0.05))
    return {"auc": CalcAUC(rows, 1), "ef1": ef1, "ef5": ef5, "bedroc20": CalcBEDROC(rows, 1, 20.0)}


def bits(generator, smiles):
    return generator.GetFingerprint(Chem.MolFromSmiles(smiles))


def digest(fingerprint):
    return hashlib.sha256(DataStructs.BitVectToBinaryText(fingerprint)).hexdigest()


def ranking(total, ranks):
    return {"total": total, "ranks": ranks, **measures([[place, int(place in ranks)] for place in range(total)])}


def protocol(generator):
    actives = [bits(generator, smiles) for smiles in ACTIVES]
    decoys = [bits(generator, smiles) for smiles in DECOYS]
    found = []
    for number, queries in enumerate(LISTS):
        score = lambda one: max(DataStructs.TanimotoSimilarity(one, actives[query]) for query in queries)
        rows = [(score(one), 1) for row, one in enumerate(actives) if row not in queries]
        rows += [(score(one), 0) for row, one in enumerate(decoys) if row % 5 != number % 5]
        found.append(measures(sorted(rows, key=lambda row: (-row[0], row[1]))))
    return {name: sum(one[name] for one in found) / len(found) for name in found[0]}


golden = {
    "source": f"Python RDKit {rdBase.rdkitVersion}",
    "rankings": [ranking(*case) for case in RANKINGS],
    "fingerprints": [
        {"smiles": smiles, **{name: digest(bits(generator, smiles)) for name, generator in GENERATORS.items()}}
        for smiles in ACTIVES[:4] + DECOYS[:4]
    ],
    "target": {
        "actives": ACTIVES,
        "decoys": DECOYS,
        "lists": LISTS,
        "expected": {name: protocol(generator) for name, generator in GENERATORS.items()},
    },
}
print(json.dumps(golden, indent=1))
