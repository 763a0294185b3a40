"""What PoseBusters, ProLIF, spyrmsd and RDKit say of poses: one JSON document on standard output.

  python poses_peer.py cases.json

cases.json: a list of {"id", "poses": SDF, "protein": PDB or null, "reference": SDF or null, "contacts": bool,
"strain": bool}.
"""

import json
import sys
import time

import pandas
import posebusters
import prolif
from rdkit import Chem, RDLogger
from rdkit.Chem import rdFreeSASA, rdMolAlign
from spyrmsd import rmsd as spyrmsd
from spyrmsd.molecule import Molecule

RDLogger.DisableLog("rdApp.*")
kinds = {
    "HBDonor": ["hydrogen-bond", "donor"],
    "HBAcceptor": ["hydrogen-bond", "acceptor"],
    "Cationic": ["salt-bridge", "cation"],
    "Anionic": ["salt-bridge", "anion"],
    "FaceToFace": ["pi-stacking", "face"],
    "EdgeToFace": ["pi-stacking", "edge"],
    "CationPi": ["pi-cation", "cation"],
    "PiCation": ["pi-cation", "ring"],
    "XBDonor": ["halogen-bond", "halogen"],
    "XBAcceptor": ["halogen-bond", "acceptor"],
    "MetalAcceptor": ["metal", "chelator"],
    "MetalDonor": ["metal", "cation"],
    "Hydrophobic": ["hydrophobic", "carbon"],
}


def plain(value):
    if value is None or pandas.isna(value):
        return None
    if hasattr(value, "item"):
        value = value.item()
    return value if isinstance(value, (bool, int, float)) else str(value)


def bust(case):
    config = "redock_fast" if case["reference"] and case["protein"] else "dock_fast" if case["protein"] else "mol_fast"
    checker = posebusters.PoseBusters(config=config, max_workers=0)
    try:
        table = checker.bust(case["poses"], case["reference"], case["protein"], full_report=True)
    except Chem.KekulizeException:
        # Its RMSD module enumerates tautomers, which this RDKit cannot do of every ligand.
        checker = posebusters.PoseBusters(config="dock_fast", max_workers=0)
        table = checker.bust(case["poses"], None, case["protein"], full_report=True)
    return [{name: plain(row[name]) for name in table.columns} for _, row in table.iterrows()]


def rmsds(poses, case):
    if case["reference"] is None:
        return [None for _ in poses]
    reference = Chem.RemoveHs(next(iter(Chem.SDMolSupplier(case["reference"]))))
    out = []
    for pose in poses:
        bare = Chem.RemoveHs(pose)
        one, two = Molecule.from_rdkit(reference), Molecule.from_rdkit(bare)
        arguments = (one.coordinates, two.coordinates, one.atomicnums, two.atomicnums)
        graphs = (one.adjacency_matrix, two.adjacency_matrix)
        try:
            symmetric = float(spyrmsd.symmrmsd(*arguments, *graphs))
            aligned = float(spyrmsd.symmrmsd(*arguments, *graphs, minimize=True))
        except Exception:
            symmetric = aligned = None
        try:
            rdkit = rdMolAlign.CalcRMS(Chem.Mol(bare), Chem.Mol(reference))
        except RuntimeError:
            rdkit = None
        out.append({"spyrmsd": symmetric, "spyrmsdAligned": aligned, "rdkit": rdkit})
    return out


def contacts(poses, protein):
    around = prolif.Molecule(protein)
    fingerprint = prolif.Fingerprint(list(kinds), count=False)
    out = []
    for pose in poses:
        found = fingerprint.generate(prolif.Molecule(pose), around, metadata=True)
        words = set()
        for (_, residue), names in found.items():
            words.update(" ".join([str(residue), *kinds[name]]) for name in names)
        out.append(sorted(words))
    return out


def surface(poses, protein):
    table = Chem.GetPeriodicTable()
    heavy = Chem.RemoveAllHs(protein, sanitize=False)
    keep = Chem.RWMol(heavy)
    waters = [a.GetIdx() for a in keep.GetAtoms() if a.GetPDBResidueInfo().GetResidueName() in ("HOH", "WAT")]
    for index in sorted(waters, reverse=True):
        keep.RemoveAtom(index)
    options = rdFreeSASA.SASAOpts(rdFreeSASA.SASAAlgorithm.ShrakeRupley, rdFreeSASA.SASAClassifier.Protor, 1.4)
    out = []
    for pose in poses:
        ligand = Chem.RemoveAllHs(pose, sanitize=False)
        both = Chem.CombineMols(ligand, keep)
        radii = [table.GetRvdw(a.GetAtomicNum()) for a in both.GetAtoms()]
        count = ligand.GetNumAtoms()
        free = rdFreeSASA.CalcSASA(ligand, radii[:count], opts=options)
        rdFreeSASA.CalcSASA(both, radii, opts=options)
        bound = sum(float(both.GetAtomWithIdx(i).GetProp("SASA")) for i in range(count))
        out.append({"free": free, "bound": bound})
    return out


def strain(case):
    checker = posebusters.PoseBusters(config="mol", max_workers=0)
    table = checker.bust(case["poses"], None, None, full_report=True)
    names = ["mol_pred_energy", "ensemble_avg_energy", "energy_ratio", "internal_energy"]
    return [{name: plain(row[name]) for name in names} for _, row in table.iterrows()]


def run(case):
    poses = [mol for mol in Chem.SDMolSupplier(case["poses"], removeHs=False) if mol is not None]
    protein = None
    if case["protein"]:
        protein = Chem.MolFromPDBFile(case["protein"], removeHs=False, sanitize=case["contacts"])
    started = time.process_time()
    busted = bust(case)
    return {
        "id": case["id"],
        "seconds": time.process_time() - started,
        "busted": busted,
        "strain": strain(case) if case.get("strain") else None,
        "rmsd": rmsds(poses, case),
        "contacts": contacts(poses, protein) if case["contacts"] else None,
        "surface": surface(poses, protein) if protein is not None else None,
    }


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        cases = json.load(file)
    versions = {"posebusters": posebusters.__version__, "prolif": prolif.__version__, "rdkit": Chem.rdBase.rdkitVersion}
    answers = []
    for case in cases:
        try:
            answers.append(run(case))
        except Exception as error:
            answers.append({"id": case["id"], "failed": f"{type(error).__name__}: {error}"})
    print(json.dumps({"versions": versions, "cases": answers}))
