#!/usr/bin/env python3
"""RDKit's part of shape.bench.ts: overlays by rdShapeAlign (PubChem's align3d) of the same conformers. The last line printed is JSON.

  shape_peer.py QUERIES.sdf MOLECULES.sdf OVERLAYS.sdf

OVERLAYS.sdf holds each molecule as another program laid it over each query, query by query; it is scored by RDKit where it lies, so
that one measure judges both programs. Shape alone, hydrogens left out.
"""
import json
import sys
import time

from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem import rdShapeAlign

RDLogger.DisableLog("rdApp.*")


def read(path):
    return [molecule for molecule in Chem.SDMolSupplier(path, removeHs=False)]


queries, molecules, overlays = (read(path) for path in sys.argv[1:4])
options = rdShapeAlign.ShapeInputOptions()
options.useColors = False
own, other, seconds = [], [], 0.0
start = time.process_time()
for molecule in molecules:
    rdShapeAlign.PrepareConformer(molecule, opts=options)
prepare = time.process_time() - start
for row, query in enumerate(queries):
    shape = rdShapeAlign.PrepareConformer(query, opts=options)
    for column, molecule in enumerate(molecules):
        probe = rdShapeAlign.PrepareConformer(molecule, opts=options)
        start = time.process_time()
        own.append(rdShapeAlign.AlignShapes(shape, probe, 1.0)[0])
        seconds += time.process_time() - start
        laid = overlays[row * len(molecules) + column]
        other.append(rdShapeAlign.ScoreMol(query, laid, options, options)[0])
print(json.dumps({
    "release": rdBase.rdkitVersion,
    "overlaysPerCpuSecond": len(own) / seconds,
    "preparedPerCpuSecond": len(molecules) / prepare,
    "own": own,
    "other": other,
}))
