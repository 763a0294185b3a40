"""LightGBM on Morgan counts and RDKit descriptors, the peer of accuracy.bench.ts; prints one JSON line.

  python peer_lightgbm.py TRAIN_VAL.csv TEST.csv SEED [SEED ...]

1,000 trees, learning rate 0.05, else LightGBM's defaults with column and row sampling so that seeds differ; no tuning.
Test rows that RDKit cannot read get the mean of the training values, as ours do.
"""
import csv
import json
import sys

import lightgbm
import numpy as np
import rdkit
from rdkit import Chem, RDLogger
from rdkit.Chem import Descriptors, rdFingerprintGenerator

RDLogger.DisableLog("rdApp.*")
MORGAN = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)
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
maes = []
for seed in map(int, sys.argv[3:]):
    model = lightgbm.LGBMRegressor(
        n_estimators=1000, learning_rate=0.05, colsample_bytree=0.3, subsample=0.8, subsample_freq=1, random_state=seed, n_jobs=1, verbosity=-1
    ).fit(x, y)
    predicted = np.full(len(z), y.mean())
    predicted[readable] = model.predict(np.array([row for row in test if row is not None]))
    maes.append(float(np.abs(predicted - z).mean()))
print(
    json.dumps(
        {
            "name": "LightGBM",
            "version": lightgbm.__version__,
            "features": f"Morgan counts (radius 2, 2048) and {len(NAMES)} descriptors of RDKit {rdkit.__version__}, 1,000 trees",
            "perSeed": maes,
            "meanMae": float(np.mean(maes)),
            "sdMae": float(np.std(maes, ddof=1)) if len(maes) > 1 else 0.0,
        }
    )
)
