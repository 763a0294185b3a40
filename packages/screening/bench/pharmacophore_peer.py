#!/usr/bin/env python3
"""RDKit's part of pharmacophore.bench.ts: 2D pharmacophores of the molecules of a file, one SMILES a line. Prints JSON.

  pharmacophore_peer.py MOLECULES.smi
"""
import hashlib
import json
import sys
import time

from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem.Pharm2D import Generate, Gobbi_Pharm2D

RDLogger.DisableLog("rdApp.*")
with open(sys.argv[1]) as file:
    molecules = [Chem.MolFromSmiles(line.strip()) for line in file]
digests = []
start = time.process_time()
for molecule in molecules:
    bits = Generate.Gen2DFingerprint(molecule, Gobbi_Pharm2D.factory).GetOnBits()
    digests.append(hashlib.sha256(",".join(map(str, bits)).encode()).hexdigest())
seconds = time.process_time() - start
print(json.dumps({
    "release": rdBase.rdkitVersion,
    "msPerMolecule": 1000 * seconds / len(molecules),
    "digests": digests,
}))
