#!/usr/bin/env python3
"""Files for redocking with AutoDock Vina, made and read by Meeko (pip install meeko==0.8.0 rdkit==2026.9.1).

  redocking_files.py ligands < TASKS   JSON lines {"folder", "start": molblock, "crystal": [[x, y, z] of each heavy atom]}:
                                       writes ligand_random_start.pdbqt and ligand_xray.pdbqt into the folder
  redocking_files.py poses FILE        molblocks of the poses in a PDBQT that Vina wrote, as one JSON list
"""
import json
import pathlib
import sys

from meeko import MoleculePreparation, PDBQTMolecule, PDBQTWriterLegacy, RDKitMolCreate
from rdkit import Chem
from rdkit.Geometry import Point3D


def write_ligand(molecule, file):
    setup = MoleculePreparation().prepare(molecule)[0]
    text, written, problem = PDBQTWriterLegacy.write_string(setup)
    if not written:
        raise SystemExit(f"{file}: {problem}")
    file.write_text(text)


def ligands():
    for line in sys.stdin:
        task = json.loads(line)
        folder = pathlib.Path(task["folder"])
        heavy = Chem.RemoveHs(Chem.MolFromMolBlock(task["start"], removeHs=False))
        write_ligand(Chem.AddHs(heavy, addCoords=True), folder / "ligand_random_start.pdbqt")
        if heavy.GetNumAtoms() != len(task["crystal"]):
            raise SystemExit(f"{folder}: the crystal ligand has other atoms")
        for atom, place in enumerate(task["crystal"]):
            heavy.GetConformer().SetAtomPosition(atom, Point3D(*place))
        write_ligand(Chem.AddHs(heavy, addCoords=True), folder / "ligand_xray.pdbqt")


def poses(file):
    docked = PDBQTMolecule.from_file(file, skip_typing=True)
    molecule = RDKitMolCreate.from_pdbqt_mol(docked)[0]
    print(json.dumps([Chem.MolToMolBlock(molecule, confId=c.GetId()) for c in molecule.GetConformers()]))


if __name__ == "__main__":
    ligands() if sys.argv[1] == "ligands" else poses(sys.argv[2])
