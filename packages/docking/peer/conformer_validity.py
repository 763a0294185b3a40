#!/usr/bin/env python3
"""PoseBusters' checks of conformers (pip install posebusters==0.6.5).

  conformer_validity.py CONFORMERS.sdf [--energy N]

All checks of its "mol" configuration but the energy ratio for every record, and the energy ratio too (50 conformers each,
seconds a molecule) for N records spread evenly. Mixtures are counted apart: "all atoms connected" fails for them by
definition. Prints one JSON line.
"""
import argparse, json
from pathlib import Path

import posebusters
import yaml
from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")


def bust(mols, energy):
    config = yaml.safe_load((Path(posebusters.__file__).parent / "config" / "mol.yml").read_text())
    if not energy:
        config["modules"] = [m for m in config["modules"] if m["function"] != "energy_ratio"]
    return posebusters.PoseBusters(config=config).bust(mols, None, None).fillna(False).astype(bool)


def share(table):
    failed = {test: int((~table[test]).sum()) for test in table.columns if not table[test].all()}
    return {"molecules": len(table), "passFraction": round(float(table.all(axis=1).mean()), 4), "failedTests": failed}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("sdf")
    p.add_argument("--energy", type=int, default=0)
    args = p.parse_args()
    records = list(Chem.SDMolSupplier(args.sdf))
    mols = [m for m in records if m is not None]
    whole = [m for m in mols if len(Chem.GetMolFrags(m)) == 1]
    result = {"tool": "PoseBusters", "version": posebusters.__version__, "records": len(records),
              "unreadable": len(records) - len(mols), "mixtures": len(mols) - len(whole), "geometry": share(bust(whole, False))}
    if args.energy:
        result["withEnergy"] = share(bust(whole[:: max(1, len(whole) // args.energy)][: args.energy], True))
    print(json.dumps(result))


if __name__ == "__main__":
    main()
