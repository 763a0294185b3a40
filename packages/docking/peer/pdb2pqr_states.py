#!/usr/bin/env python3
"""Protonates proteins with PDB2PQR and PROPKA (pip install pdb2pqr==3.8.0).

Reads JSON lines {"id", "pdb", "pH"} from stdin, the structure's ATOM lines; writes one JSON line each: {"id", "version",
"states"}, the states by chain and number as AMBER calls them.
"""
import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.executable).parent / "pdb2pqr30"
for line in sys.stdin:
    task = json.loads(line)
    with tempfile.TemporaryDirectory() as folder:
        source, result = f"{folder}/in.pdb", f"{folder}/out.pqr"
        pathlib.Path(source).write_text(task["pdb"])
        options = ["--ff=AMBER", "--ffout=AMBER", "--keep-chain", "--titration-state-method=propka", f"--with-ph={task['pH']}"]
        subprocess.run([program, *options, source, result], check=True, capture_output=True)
        states = {}
        for row in pathlib.Path(result).read_text().splitlines():
            if row.startswith("ATOM"):
                _, _, _, name, chain, number = row.split()[:6]
                states[f"{chain}:{number}"] = re.sub("^[NC](?=[A-Z]{3}$)", "", name)
    print(json.dumps({"id": task["id"], "version": importlib.metadata.version("pdb2pqr"), "states": states}), flush=True)
