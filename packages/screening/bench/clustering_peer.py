#!/usr/bin/env python3
"""RDKit's part of clustering.bench.ts. The last line printed is JSON.

  clustering_peer.py prepare LIBRARY.tsv.gz ROWS OUT.bin   Morgan fingerprints (radius 2, 2,048 bits) of molecules spread evenly
  clustering_peer.py cluster OUT.bin ROWS THRESHOLD        ClusterData on the first ROWS, LeaderPicker on all
"""
import gzip
import json
import sys
import time

import numpy
from rdkit import Chem, DataStructs, RDLogger, rdBase
from rdkit.Chem import rdFingerprintGenerator
from rdkit.ML.Cluster import Butina
from rdkit.SimDivFilters import rdSimDivPickers

RDLogger.DisableLog("rdApp.*")
BYTES = 256


def prepare(library, rows, out):
    with gzip.open(library, "rt") as file:
        texts = [line.split("\t", 1)[0] for line in file][1:]
    step = len(texts) / rows
    morgan = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=8 * BYTES)
    written = 0
    with open(out, "wb") as file:
        for row in range(rows):
            molecule = Chem.MolFromSmiles(texts[int(row * step)])
            if molecule is None:
                continue
            file.write(DataStructs.BitVectToBinaryText(morgan.GetFingerprint(molecule)))
            written += 1
    return {"rows": written}


def cluster(source, rows, threshold):
    with open(source, "rb") as file:
        data = file.read()
    prints = [
        DataStructs.CreateFromBinaryText(data[at:at + BYTES]) for at in range(0, len(data), BYTES)
    ]
    start = time.process_time()
    distances = []
    for row in range(1, rows):
        distances.extend(DataStructs.BulkTanimotoSimilarity(prints[row], prints[:row], returnDistance=True))
    clusters = Butina.ClusterData(distances, rows, 1 - threshold, isDistData=True)
    butina = time.process_time() - start
    start = time.process_time()
    leaders = rdSimDivPickers.LeaderPicker().LazyBitVectorPick(prints, len(prints), 1 - threshold)
    leader = time.process_time() - start
    return {
        "release": rdBase.rdkitVersion,
        "butina": {"rows": rows, "clusters": len(clusters), "cpuSeconds": butina},
        "leader": {"rows": len(prints), "clusters": len(leaders), "cpuSeconds": leader},
    }


if sys.argv[1] == "prepare":
    print(json.dumps(prepare(sys.argv[2], int(sys.argv[3]), sys.argv[4])))
else:
    print(json.dumps(cluster(sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))))
