#!/usr/bin/env python3
"""PoseBusters 0.6.5, configuration "dock", of docked poses (pip install posebusters==0.6.5 rdkit==2026.9.1 scipy).

  pose_validity.py CACHE < TASKS

JSON lines in, one JSON line out for each as it is done. A task holds "id", "receptor" (PDBQT text) and "poses", a list of
molblocks; or, of a ligand without known bond orders, lists of coordinates with "elements", "bonds" (pairs), "aromatic" (for
each atom whether its file calls it an aromatic carbon) and "places" (coordinates to perceive the bond orders at). Each pose
is answered with the names of the tests that it fails; a test that could not be run counts as failed. Energies of the
conformers that PoseBusters compares a pose's energy with are kept in the folder CACHE, by the ligand's InChI: they are the
slow part.
"""
import hashlib
import json
import pathlib
import sys
import tempfile

import numpy as np
import posebusters
from bond_orders import perceive
from posebusters.modules import energy_ratio
from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")
SYMBOLS = {"A": "C", "OA": "O", "OS": "O", "NA": "N", "NS": "N", "SA": "S", "HD": "H", "HS": "H"}

cache = pathlib.Path(sys.argv[1])
cache.mkdir(parents=True, exist_ok=True)
compute_energies = energy_ratio.get_energies


def kept_energies(inchi, *options):
    file = cache / (hashlib.sha256(json.dumps([inchi, *options]).encode()).hexdigest()[:16] + ".json")
    if not file.exists():
        file.write_text(json.dumps(compute_energies(inchi, *options)))
    return json.loads(file.read_text())


energy_ratio.get_energies = kept_energies


def receptor_pdb(pdbqt):
    lines = []
    for line in pdbqt.splitlines():
        if line.startswith(("ATOM", "HETATM")):
            kind = line[77:].split()[0]
            lines.append(f"{line[:66]:<76}{SYMBOLS.get(kind, kind):>2}")
    return "\n".join([*lines, "END", ""])


def molecules(task):
    if "elements" not in task:
        return [Chem.MolFromMolBlock(block, removeHs=True) for block in task["poses"]], None
    molecule = perceive(task["elements"], np.array(task["places"]), task["bonds"], task["aromatic"])
    Chem.SanitizeMol(molecule)
    out = []
    for pose in task["poses"]:
        placed = Chem.Mol(molecule)
        conformer = Chem.Conformer(placed.GetNumAtoms())
        for atom, place in enumerate(pose):
            conformer.SetAtomPosition(atom, [float(value) for value in place])
        placed.AddConformer(conformer)
        Chem.AssignStereochemistryFrom3D(placed)
        out.append(Chem.RemoveHs(placed))
    return out, Chem.MolToSmiles(out[0])


for text in sys.stdin:
    task = json.loads(text)
    try:
        poses, smiles = molecules(task)
        with tempfile.NamedTemporaryFile("w", suffix=".pdb") as protein:
            protein.write(receptor_pdb(task["receptor"]))
            protein.flush()
            table = posebusters.PoseBusters(config="dock", max_workers=0).bust(poses, None, protein.name)
        passes = table.fillna(False).astype(bool)
        failed = [[name for name in passes.columns if not passes[name].iloc[row]] for row in range(len(passes))]
        answer = {"id": task["id"], "version": posebusters.__version__, "failed": failed, "smiles": smiles}
    except Exception as error:  # one ligand that cannot be read must not end the run
        answer = {"id": task["id"], "error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
