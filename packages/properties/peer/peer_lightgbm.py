"""LightGBM on Morgan counts and RDKit descriptors, the peer of Qinghao's own models; prints one JSON object.

  python peer_lightgbm.py TRAIN_VAL.csv TEST.csv SEED [SEED ...] > peer.json

1,000 trees, learning rate 0.05, else LightGBM's defaults with column and row sampling so that seeds differ; no tuning.
Test rows that RDKit cannot read get the mean of the training values, as ours do.
"""
import csv
import datetime
import hashlib
import json
import platform
import sys
from pathlib import Path

import lightgbm
import numpy as np
import rdkit
from rdkit import Chem, RDLogger
from rdkit.Chem import Descriptors, rdFingerprintGenerator

RDLogger.DisableLog("rdApp.*")
RADIUS, BITS, TREES = 2, 2048, 1000
MORGAN = rdFingerprintGenerator.GetMorganGenerator(radius=RADIUS, fpSize=BITS)
NAMES = [n for n, _ in Descriptors.descList if not n.startswith("fr_") and n not in ("Ipc", "AvgIpc")]
FUNCTIONS = dict(Descriptors.descList)


def read(path):
    rows, measured = [], []
    for row in csv.DictReader(open(path, newline="")):
        mol = Chem.MolFromSmiles(row["Drug"])
        values = None
        if mol is not None:
            descriptors = np.nan_to_num(np.array([FUNCTIONS[n](mol) for n in NAMES], dtype=np.float64), posinf=1e6, neginf=-1e6)
            values = np.concatenate([MORGAN.GetCountFingerprintAsNumPy(mol), np.clip(descriptors, -1e6, 1e6)]).astype(np.float32)
        rows.append(values)
        measured.append(float(row["Y"]))
    return rows, np.array(measured)


train, y = read(sys.argv[1])
test, z = read(sys.argv[2])
readable = np.array([row is not None for row in test])
x = np.array([row for row in train if row is not None])
y = y[[row is not None for row in train]]
per_seed = []
for seed in map(int, sys.argv[3:]):
    model = lightgbm.LGBMRegressor(
        n_estimators=TREES, learning_rate=0.05, colsample_bytree=0.3, subsample=0.8, subsample_freq=1, random_state=seed, n_jobs=1, verbosity=-1
    ).fit(x, y)
    predicted = np.full(len(z), y.mean())
    predicted[readable] = model.predict(np.array([row for row in test if row is not None]))
    per_seed.append({"seed": seed, "mae": float(np.abs(predicted - z).mean())})
arguments = [Path(path).name for path in sys.argv[:3]] + sys.argv[3:]
print(
    json.dumps(
        {
            "name": "LightGBM",
            "version": lightgbm.__version__,
            "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "command": " ".join(["python", *arguments]),
            "toolkit": {"rdkit": rdkit.__version__, "python": platform.python_version()},
            "morgan": {"radius": RADIUS, "bits": BITS},
            "descriptors": len(NAMES),
            "trees": TREES,
            "perSeed": per_seed,
            "sha256": {
                "trainVal": hashlib.sha256(Path(sys.argv[1]).read_bytes()).hexdigest(),
                "test": hashlib.sha256(Path(sys.argv[2]).read_bytes()).hexdigest(),
            },
        }
    )
)
