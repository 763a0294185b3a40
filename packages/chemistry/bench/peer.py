#!/usr/bin/env python3
"""Python RDKit on the molecules of chemistry.bench.ts: rates per CPU second, parents and Morgan bits for comparison.

  python peer.py molecules.smi parents.tsv    prints one JSON line
"""
import json, sys, time
from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem import rdFingerprintGenerator, rdMolDescriptors
from rdkit.Chem.MolStandardize import rdMolStandardize as std

RDLogger.DisableLog("rdApp.*")
smiles = open(sys.argv[1]).read().split()
mols = [m for m in map(Chem.MolFromSmiles, smiles) if m]
properties, uncharger = rdMolDescriptors.Properties(), std.Uncharger()
morgan = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)


def parent(mol):
    mol = uncharger.uncharge(std.FragmentParent(std.Cleanup(mol), skipStandardize=True))
    Chem.SanitizeMol(mol)
    Chem.AssignStereochemistry(mol, cleanIt=True, force=True)
    return mol


def rate(function, items):
    start = time.process_time()
    for item in items:
        function(item)
    return round(len(items) / (time.process_time() - start), 1)


def register(text):
    mol = parent(Chem.MolFromSmiles(text))
    return Chem.MolToSmiles(mol), Chem.MolToInchiKey(mol)


readable = [s for s in smiles if Chem.MolFromSmiles(s)]
fresh = lambda: [Chem.Mol(m) for m in mols]
rates = {
    "parse": rate(Chem.MolFromSmiles, smiles),
    "standardise": rate(lambda s: Chem.MolToSmiles(parent(Chem.MolFromSmiles(s))), readable),
    "parse + standardise + InChIKey + SMILES": rate(register, readable),
    "InChIKey": rate(Chem.MolToInchiKey, fresh()),
    "canonical SMILES": rate(Chem.MolToSmiles, fresh()),
    "Morgan bits": rate(morgan.GetFingerprint, fresh()),
    "Morgan counts": rate(morgan.GetCountFingerprint, fresh()),
    "43 descriptors": rate(properties.ComputeProperties, fresh()),
}
with open(sys.argv[2], "w") as out:
    for text in readable:
        try:
            out.write(f"{text}\t{Chem.MolToSmiles(parent(Chem.MolFromSmiles(text)))}\n")
        except Exception:  # RDKit raises several kinds; the molecule is left out of the comparison
            pass
print(json.dumps({"tool": f"Python RDKit {rdBase.rdkitVersion}", "molecules": len(mols), "perCpuSecond": rates}))
