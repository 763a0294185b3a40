#!/usr/bin/env python3
"""Writes golden.json: features and 2D pharmacophores by Python RDKit 2026.9.1, the oracle of pharmacophore.test.ts.

  python3 -m venv venv && venv/bin/pip install rdkit==2026.9.1 && venv/bin/python make-golden.py > golden.json

The molecules are those of ../golden/substructures.json and the ones below, written down by hand. A long list of bits is kept as its
SHA-256.
"""
import hashlib
import json
import pathlib

from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem.Pharm2D import Generate, Gobbi_Pharm2D

RDLogger.DisableLog("rdApp.*")
MORE = """
CCCCCCCC
CC(C)(C)c1ccccc1
CC(C)CC(C)C
C1CCC1
C1CC1CC
C1CCCCC1
CC#CCCC
CC=CCCCC
OC(=O)CCCCC(=S)O
OS(=O)(=O)c1ccc(N)cc1
CP(=O)(O)O
NC(=N)c1ccccc1
CN(C)CCc1c[nH]c2ccccc12
C[NH2+]CCO
C[N+](C)(C)CCOC(C)=O
N#CCCN=[N+]=[N-]
O=c1[nH]cnc2[nH]cnc12
Cn1ccnc1
c1ccoc1
c1ccsc1CS
CSC(=O)CS
CS(C)=O
CC(=O)NO
OC=O
NC(=O)c1cccnc1
[O-]C(=O)c1ccccc1[N+](=O)[O-]
FC(F)(F)c1nc(Cl)c(Br)c(I)n1
C1CC2CCC1CC2
C1=CCCCC1=O
O=C1C=CC(=O)c2ccccc12
c1ccc2c(c1)ccc1ccccc12
C1CNCCN1C(=O)C1CCCO1
NCCCC[C@H](N)C(=O)N[C@@H](CO)C(=O)O
O=C(O)CC(O)(CC(=O)O)C(=O)O
CC(C)CN(CC(O)C(Cc1ccccc1)NC(=O)OC1CCOC1)S(=O)(=O)c1ccc(N)cc1
[Na+].[Cl-]
CB(O)O
C[Si](C)(C)CCC
CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCO
[2H]OC
O=C=NCCCC
CN=C=S
c1cc[n+]([O-])cc1
CNC
N
""".split()

here = pathlib.Path(__file__).parent
texts = json.loads((here / "../golden/substructures.json").read_text())["molecules"] + MORE
factory = Gobbi_Pharm2D.factory
rows = []
for text in texts:
    molecule = Chem.MolFromSmiles(text)
    features = [sorted(atom for match in of for atom in match) for of in factory.GetMolFeats(molecule)]
    bits = list(Generate.Gen2DFingerprint(molecule, factory).GetOnBits())
    digest = hashlib.sha256(",".join(map(str, bits)).encode()).hexdigest()
    row = {"smiles": text, "features": features, "count": len(bits), "sha256": digest}
    rows.append({**row, "bits": bits} if len(bits) <= 40 else row)
print(json.dumps({
    "source": f"Python RDKit {rdBase.rdkitVersion}, Chem.Pharm2D.Gobbi_Pharm2D",
    "size": factory.GetSigSize(),
    "families": list(factory.GetFeatFamilies()),
    "molecules": rows,
}, separators=(",", ":")))
