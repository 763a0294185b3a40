#!/usr/bin/env python3
"""Conformers beside RDKit's ETKDGv3: crystal ligands, how near conformers come to them, and rates.

  conformer_rmsd.py ligands DOCKING_FOLDER OUT.json             crystal ligands of the complexes as SMILES with coordinates
  conformer_rmsd.py compare LIGANDS.json OURS.sdf [--count 50]  lowest heavy-atom RMSD (symmetry aware) per ligand, Å
  conformer_rmsd.py rate MOLECULES.smi [--seed 1]               ETKDGv3, one conformer each, per CPU second of one thread

OURS.sdf holds any number of conformers per ligand, each with its name as title. Every command prints one JSON line.
"""
import argparse, glob, json, os, statistics, time
import numpy as np
import rdkit
from rdkit import Chem, RDLogger
from rdkit.Chem import rdDistGeom, rdMolAlign

RDLogger.DisableLog("rdApp.*")
RADII = {1: 0.33, 6: 0.77, 7: 0.70, 8: 0.66, 9: 0.61, 15: 1.07, 16: 1.04, 17: 1.00, 35: 1.17, 53: 1.36}
SYMBOLS = {"A": "C", "C": "C", "N": "N", "NA": "N", "NS": "N", "OA": "O", "O": "O", "OS": "O", "S": "S", "SA": "S", "P": "P",
           "F": "F", "Cl": "Cl", "CL": "Cl", "Br": "Br", "BR": "Br", "I": "I", "HD": "H", "H": "H", "HS": "H"}


def from_pdbqt(path):
    """Bond orders from AutoDock's types and the crystal's geometry; None where they do not make a molecule."""
    atoms = []
    for line in open(path):
        if line.startswith(("ATOM", "HETATM")):
            kind = line[77:79].strip()
            atoms.append((SYMBOLS[kind], kind, np.array([float(line[k:k + 8]) for k in (30, 38, 46)])))
        elif line.startswith("ENDMDL"):
            break
    heavy = [a for a in atoms if a[0] != "H"]
    hydrogens = [a for a in atoms if a[0] == "H"]
    mol = Chem.RWMol()
    for symbol, kind, _ in heavy:
        mol.AddAtom(Chem.Atom(symbol))
    xyz = np.array([a[2] for a in heavy])
    radius = [RADII[mol.GetAtomWithIdx(i).GetAtomicNum()] for i in range(len(heavy))]
    for i in range(len(heavy)):
        for j in range(i):
            if np.linalg.norm(xyz[i] - xyz[j]) < 1.25 * (radius[i] + radius[j]):
                mol.AddBond(j, i, Chem.BondType.SINGLE)
    polar = [0] * len(heavy)
    for _, _, place in hydrogens:
        polar[int(np.argmin(np.linalg.norm(xyz - place, axis=1)))] += 1
    Chem.FastFindRings(mol)
    rings = mol.GetRingInfo().AtomRings()
    symbol = [a[0] for a in heavy]
    near = lambda i: [x.GetIdx() for x in mol.GetAtomWithIdx(i).GetNeighbors()]
    length = lambda i, j: np.linalg.norm(xyz[i] - xyz[j])

    def flat(i):
        n = near(i)
        if len(n) == 3:
            a, b, c = (xyz[k] - xyz[i] for k in n)
            normal = np.cross(a - c, b - c)
            return abs(normal @ c) / np.linalg.norm(normal) < 0.12
        if len(n) == 2:
            a, b = (xyz[k] - xyz[i] for k in n)
            return np.degrees(np.arccos(a @ b / np.linalg.norm(a) / np.linalg.norm(b))) > 115
        return False

    has_double = [False] * len(heavy)
    for ring in rings:
        carbons = [k for k in ring if symbol[k] == "C"]
        if len(ring) in (5, 6) and all(heavy[k][1] == "A" for k in carbons):
            for a, b in zip(ring, ring[1:] + ring[:1]):
                bond = mol.GetBondBetweenAtoms(a, b)
                bond.SetBondType(Chem.BondType.AROMATIC)
                bond.SetIsAromatic(True)
                for k in (a, b):
                    mol.GetAtomWithIdx(k).SetIsAromatic(True)
                    has_double[k] = True
    double = lambda i, j: (mol.GetBondBetweenAtoms(i, j).SetBondType(Chem.BondType.DOUBLE), has_double.__setitem__(i, True), has_double.__setitem__(j, True))
    for i in range(len(heavy)):
        ends = sorted((length(i, k), k) for k in near(i) if symbol[k] == "O" and len(near(k)) == 1 and polar[k] == 0)
        if symbol[i] == "C" and ends and (flat(i) and not has_double[i] or mol.GetAtomWithIdx(i).GetIsAromatic() and ends[0][0] < 1.32):
            double(i, ends[0][1])
        elif symbol[i] == "S" and ends:
            for _, k in ends[:2]:
                double(i, k)
        elif symbol[i] == "P" and ends:
            double(i, ends[0][1])
        elif symbol[i] == "N" and len(ends) == 2:
            double(i, ends[0][1])
            mol.GetAtomWithIdx(i).SetFormalCharge(1)
    pairs = sorted((length(i, j), i, j) for i in range(len(heavy)) for j in near(i) if i < j)
    for d, i, j in pairs:
        if has_double[i] or has_double[j] or {symbol[i], symbol[j]} - {"C", "N"} or "C" not in (symbol[i], symbol[j]):
            continue
        if not all(flat(k) or (symbol[k] == "N" and len(near(k)) == 1) for k in (i, j)) or d > 1.45:
            continue
        if any(symbol[k] == "N" and len(near(k)) + polar[k] > 2 and symbol[j if k == i else i] != "C" for k in (i, j)):
            continue
        double(i, j)
    for i, atom in enumerate(mol.GetAtoms()):
        order = sum(1 if b.GetBondType() == Chem.BondType.SINGLE else 2 if b.GetBondType() == Chem.BondType.DOUBLE else 1.5 for b in atom.GetBonds())
        if symbol[i] == "O" and len(near(i)) == 1 and polar[i] == 0 and order == 1:
            atom.SetFormalCharge(-1)
        if symbol[i] == "N":
            atom.SetNoImplicit(True)
            atom.SetNumExplicitHs(polar[i])
            if not atom.GetIsAromatic() and order + polar[i] == 4:
                atom.SetFormalCharge(1)
    conformer = Chem.Conformer(len(heavy))
    for i, place in enumerate(xyz):
        conformer.SetAtomPosition(i, place.tolist())
    mol.AddConformer(conformer)
    cations = [a.GetIdx() for a in mol.GetAtoms() if a.GetIsAromatic() and a.GetAtomicNum() == 7 and a.GetDegree() == 3]
    for charged in [None] + cations:                     # an N-substituted azole may be a cation
        trial = Chem.RWMol(mol)
        if charged is not None:
            trial.GetAtomWithIdx(charged).SetFormalCharge(1)
        try:
            Chem.SanitizeMol(trial)
        except Exception:
            continue
        if not any(a.GetNumRadicalElectrons() for a in trial.GetAtoms()):
            return trial.GetMol()
    return None


def crystals(folder):
    for path in sorted(glob.glob(os.path.join(folder, "**", "*"), recursive=True)):
        name, parent = os.path.basename(path), os.path.basename(os.path.dirname(path))
        if name == "ligand_xray.pdbqt":
            yield parent, from_pdbqt(path)
        elif name.endswith(("_crystal.sdf", "_ligand.sdf", "_lig.sdf")) or (parent == "5x72" and name.endswith(".sdf")):
            yield name[:-4], next(iter(Chem.SDMolSupplier(path)), None)


def ligands(args):
    found, unread = [], []
    for name, mol in crystals(args.folder):
        if mol is None or len(Chem.GetMolFrags(mol)) > 1:
            unread.append(name)
            continue
        mol = Chem.RemoveHs(mol)
        Chem.AssignStereochemistryFrom3D(mol)
        found.append({"name": name, "smiles": Chem.MolToSmiles(mol), "molblock": Chem.MolToMolBlock(mol)})
    json.dump(found, open(args.out, "w"))
    print(json.dumps({"ligands": len(found), "unread": unread}))


def compare(args):
    ours = {}
    for mol in Chem.SDMolSupplier(args.sdf, removeHs=False):
        if mol is not None:
            ours.setdefault(mol.GetProp("_Name"), []).append(mol)
    rows, seconds = [], 0.0
    for item in json.load(open(args.ligands)):
        reference = Chem.MolFromMolBlock(item["molblock"])
        mol = Chem.AddHs(Chem.MolFromSmiles(item["smiles"]))
        parameters = rdDistGeom.ETKDGv3()
        parameters.randomSeed = args.seed
        start = time.process_time()
        rdDistGeom.EmbedMultipleConfs(mol, args.count, parameters)
        seconds += time.process_time() - start
        if mol.GetNumConformers() == 0 or item["name"] not in ours:
            rows.append({"name": item["name"], "ours": None, "etkdgv3": None})
            continue
        template = Chem.RemoveHs(Chem.MolFromSmiles(item["smiles"]))
        own = [Chem.RemoveHs(m) for m in ours[item["name"]][:args.count]]
        peer = Chem.RemoveHs(mol)
        mine = min(rdMolAlign.GetBestRMS(m, reference, maxMatches=20000) for m in own)
        theirs = min(rdMolAlign.GetBestRMS(peer, reference, prbId=c.GetId(), maxMatches=20000) for c in peer.GetConformers())
        rows.append({"name": item["name"], "heavyAtoms": template.GetNumAtoms(), "ours": round(mine, 3), "etkdgv3": round(theirs, 3),
                     "conformers": len(own)})
    both = [r for r in rows if r["ours"] is not None]
    mean = lambda key: round(statistics.mean(r[key] for r in both), 4)
    print(json.dumps({"tool": "RDKit ETKDGv3", "version": rdkit.__version__, "count": args.count, "ligands": len(both),
                      "failed": [r["name"] for r in rows if r["ours"] is None],
                      "meanRmsd": {"ours": mean("ours"), "etkdgv3": mean("etkdgv3")},
                      "medianRmsd": {k: round(statistics.median(r[k] for r in both), 4) for k in ("ours", "etkdgv3")},
                      "within1": {k: sum(r[k] < 1 for r in both) for k in ("ours", "etkdgv3")},
                      "etkdgv3ConformersPerCpuSecond": round(args.count * len(rows) / seconds, 2), "rows": rows}))


def rate(args):
    mols = [Chem.AddHs(m) for line in open(args.molecules) if line.strip() and (m := Chem.MolFromSmiles(line.split()[0]))]
    parameters = rdDistGeom.ETKDGv3()
    parameters.randomSeed = args.seed
    parameters.timeout = 10
    made, start = 0, time.process_time()
    for mol in mols:
        made += rdDistGeom.EmbedMolecule(mol, parameters) == 0
    print(json.dumps({"tool": "RDKit ETKDGv3", "version": rdkit.__version__, "molecules": len(mols), "made": made,
                      "perCpuSecond": round(len(mols) / (time.process_time() - start), 2)}))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = p.add_subparsers(required=True)
    c = commands.add_parser("ligands")
    c.add_argument("folder")
    c.add_argument("out")
    c.set_defaults(run=ligands)
    c = commands.add_parser("compare")
    c.add_argument("ligands")
    c.add_argument("sdf")
    c.add_argument("--count", type=int, default=50)
    c.add_argument("--seed", type=int, default=1)
    c.set_defaults(run=compare)
    c = commands.add_parser("rate")
    c.add_argument("molecules")
    c.add_argument("--seed", type=int, default=1)
    c.set_defaults(run=rate)
    args = p.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
