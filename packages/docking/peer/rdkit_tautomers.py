"""Which tautomers RDKit enumerates: lines {id, smiles, forms} in; {id, version, known, canonical, best, complete} out.

`known`: for each form whether it is among RDKit's; `canonical`: whether RDKit's best scored tautomer, `best`, is among the
forms; `complete`: whether RDKit came to an end before its limits.
Stereo is left aside: RDKit's enumerator drops it where a shift might.
"""

import json
import sys

import rdkit
from rdkit import Chem, RDLogger
from rdkit.Chem.MolStandardize import rdMolStandardize

RDLogger.DisableLog("rdApp.*")
enumerator = rdMolStandardize.TautomerEnumerator()
enumerator.SetMaxTautomers(1000)


def plain(mol):
    return Chem.MolToSmiles(mol, isomericSmiles=False)


for line in sys.stdin:
    task = json.loads(line)
    drawn = Chem.MolFromSmiles(Chem.MolToSmiles(Chem.MolFromSmiles(task["smiles"]), isomericSmiles=False))
    found = enumerator.Enumerate(drawn)
    theirs = {plain(mol) for mol in found}
    ours = [plain(Chem.MolFromSmiles(form)) for form in task["forms"]]
    best = plain(enumerator.PickCanonical(found))
    answer = {
        "id": task["id"],
        "version": rdkit.__version__,
        "known": [form in theirs for form in ours],
        "canonical": best in ours,
        "best": best,
        "complete": found.status == rdMolStandardize.TautomerEnumeratorStatus.Completed,
    }
    print(json.dumps(answer))
