#!/usr/bin/env python3
"""Writes the fingerprints of an FPSim2 index, sorted by popcount, as raw bytes, and which of them are queries.

  python export_fingerprints.py lib.h5 fingerprints.bin [--queries 50] [--seed 42]

Prints one JSON line with the rows of the queries: those that chemfp_core_search.py searches for with the same seed, so that
all three programs answer the same questions about the same fingerprints.
"""
import argparse
import json
import random

import numpy as np
from FPSim2 import FPSim2Engine

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("index")
parser.add_argument("out")
parser.add_argument("--queries", type=int, default=50)
parser.add_argument("--seed", type=int, default=42)
arguments = parser.parse_args()

engine = FPSim2Engine(arguments.index)
rows = engine.fps[np.argsort(engine.fps[:, -1], kind="stable")]
np.ascontiguousarray(rows[:, 1:-1]).view(np.uint8).tofile(arguments.out)
queries = random.Random(arguments.seed).sample(range(len(rows)), arguments.queries)
print(json.dumps({"rows": len(rows), "queries": queries}))
