#!/usr/bin/env python3
"""Writes fingerprints.json: SHA-256 of the packed fingerprints of Python RDKit 2026.9.1, the oracle of fingerprints.test.ts.

  python3 -m venv venv && venv/bin/pip install rdkit==2026.9.1 && venv/bin/python make-fingerprints.py > fingerprints.json

Packed: bit 0 is the lowest bit of byte 0; MACCS padded with zeros to 24 bytes. Structures written from general knowledge.
"""
import hashlib
import json

from rdkit import Chem, DataStructs, RDLogger, rdBase
from rdkit.Chem import MACCSkeys, rdFingerprintGenerator

RDLogger.DisableLog("rdApp.*")
MOLECULES = [
    "CC(=O)Oc1ccccc1C(=O)O",
    "Cn1cnc2c1c(=O)n(C)c(=O)n2C",
    "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
    "CNCCC(Oc1ccc(cc1)C(F)(F)F)c1ccccc1.Cl",
    "CC(=O)Oc1ccccc1C(=O)[O-].[Na+]",
    "Cc1ccc(cc1)-c1cc(nn1-c1ccc(cc1)S(N)(=O)=O)C(F)(F)F",
    "N[C@@H](C)C(=O)O",
    "F/C=C/F",
    "[2H]C",
    "C",
]
GENERATORS = {
    "morgan2": rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048).GetFingerprint,
    "atompair": rdFingerprintGenerator.GetAtomPairGenerator(fpSize=2048).GetFingerprint,
    "torsion": rdFingerprintGenerator.GetTopologicalTorsionGenerator(fpSize=2048).GetFingerprint,
    "rdkit": rdFingerprintGenerator.GetRDKitFPGenerator(fpSize=2048).GetFingerprint,
    "maccs": MACCSkeys.GenMACCSKeys,
    "pattern": lambda mol: Chem.PatternFingerprint(mol, fpSize=2048),
}


def packed(bits):
    data = DataStructs.BitVectToBinaryText(bits)
    return hashlib.sha256(data.ljust(24, b"\0")).hexdigest()


rows = []
for smiles in MOLECULES:
    mol = Chem.MolFromSmiles(smiles)
    rows.append({"smiles": smiles, **{kind: packed(make(mol)) for kind, make in GENERATORS.items()}})
print(json.dumps({"source": f"Python RDKit {rdBase.rdkitVersion}", "molecules": rows}, indent=1))
