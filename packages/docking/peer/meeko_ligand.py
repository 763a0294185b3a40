#!/usr/bin/env python3
"""Prepares ligands with Meeko (pip install meeko==0.8.0), rings kept closed.

Reads JSON lines {"id", "molblock"} from stdin, all hydrogens explicit; writes one JSON line each: {"id", "pdbqt"} or
{"id", "error"}.
"""
import json
import sys

import meeko
from meeko import MoleculePreparation, PDBQTWriterLegacy
from rdkit import Chem

preparation = MoleculePreparation(rigid_macrocycles=True)
for line in sys.stdin:
    task = json.loads(line)
    answer = {"id": task["id"], "version": meeko.__version__}
    try:
        molecule = Chem.AddHs(Chem.MolFromMolBlock(task["molblock"], removeHs=False), addCoords=True)
        setup = preparation.prepare(molecule)[0]
        text, written, problem = PDBQTWriterLegacy.write_string(setup)
        answer |= {"pdbqt": text} if written else {"error": problem}
    except Exception as problem:  # one bad ligand must not end the run
        answer["error"] = str(problem)
    print(json.dumps(answer), flush=True)
