#!/usr/bin/env python3
"""Protonates molecules with Dimorphite-DL (pip install dimorphite-dl==2.1.0).

Reads JSON lines {"id", "smiles", "pH"} from stdin; writes one JSON line each: {"id", "version", "states"}, the states as
canonical SMILES of RDKit.
"""
import importlib.metadata
import json
import sys

from dimorphite_dl import protonate_smiles
from loguru import logger
from rdkit import Chem, RDLogger

logger.remove()
RDLogger.DisableLog("rdApp.*")
version = importlib.metadata.version("dimorphite-dl")
for line in sys.stdin:
    task = json.loads(line)
    try:
        found = protonate_smiles(task["smiles"], ph_min=task["pH"], ph_max=task["pH"], precision=0.0)
        states = sorted({Chem.CanonSmiles(smiles) for smiles in found})
    except Exception:  # a molecule it cannot read has no states
        states = []
    print(json.dumps({"id": task["id"], "version": version, "states": states}), flush=True)
