#!/usr/bin/env python3
"""Scores poses as they are with AutoDock Vina (pip install vina==1.2.7).

Reads JSON lines {"function", "receptor", "ligands": [{"id", "pdbqt"}]} from stdin, the function vina or vinardo, the
receptor as PDBQT text too; writes one JSON line per ligand: {"id", "total", "intermolecular", "intramolecular", "torsional"} in kcal/mol, or {"id", "error"}.
Vina scores without its grids where it has the receptor, so the maps are made once, for all kinds, and coarse.
"""
import json
import os
import sys
import tempfile

import vina


def atoms(pdbqt):
    return [[float(line[i : i + 8]) for i in (30, 38, 46)] for line in pdbqt.splitlines() if line.startswith(("ATOM", "HETATM"))]


def open_receptor(function, receptor, ligands):
    engine = vina.Vina(sf_name=function, cpu=1, seed=1, verbosity=0)
    with tempfile.NamedTemporaryFile("w", suffix=".pdbqt") as file:
        file.write(receptor)
        file.flush()
        engine.set_receptor(file.name)
    axes = list(zip(*[atom for ligand in ligands for atom in atoms(ligand["pdbqt"])]))
    center = [(min(axis) + max(axis)) / 2 for axis in axes]
    size = [max(axis) - min(axis) + 8 for axis in axes]
    engine.compute_vina_maps(center, size, spacing=2.0)
    return engine


def score(engine, ligand):
    engine.set_ligand_from_string(ligand)
    total, intermolecular, *_, intramolecular, torsional, _ = engine.score()
    return {"total": total, "intermolecular": intermolecular, "intramolecular": intramolecular, "torsional": torsional}


# Vina prints its citation to stdout, which here is for the results alone.
out = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
for line in sys.stdin:
    task = json.loads(line)
    engine = open_receptor(task["function"], task["receptor"], task["ligands"])
    for ligand in task["ligands"]:
        try:
            answer = score(engine, ligand["pdbqt"])
        except Exception as problem:  # one bad ligand must not end the run
            answer = {"error": str(problem)}
        print(json.dumps({"id": ligand["id"], "version": vina.__version__, **answer}), file=out, flush=True)
