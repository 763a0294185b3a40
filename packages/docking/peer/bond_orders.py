#!/usr/bin/env python3
"""Bond orders and charges of ligands that only have places and polar hydrogens, as PDBQT files do.

Called by pose_validity.py. The orders are those that satisfy every atom's valence and fit bond lengths, flatness and the
file's aromatic carbons best: a small integer programme (SciPy's milp).
"""
import numpy as np
from rdkit import Chem
from scipy.optimize import Bounds, LinearConstraint, milp

VALENCES = {5: (3,), 6: (4,), 7: (3,), 8: (2,), 9: (1,), 14: (4,), 15: (3, 5), 16: (2, 4, 6), 17: (1,), 35: (1,), 53: (1,)}
# Single and double bond, Å.
LENGTHS = {(6, 6): (1.52, 1.33), (6, 7): (1.47, 1.28), (6, 8): (1.42, 1.22), (6, 16): (1.81, 1.63), (7, 7): (1.42, 1.25),
           (7, 8): (1.40, 1.21), (8, 15): (1.62, 1.48), (8, 16): (1.60, 1.44), (7, 16): (1.66, 1.52)}


def flat_bonds_wanted(atom, neighbours, xyz):
    """Extra bond orders that the geometry of a carbon asks for: 0, 1, 2, or None where it says nothing."""
    if len(neighbours) == 3:
        a, b, c = (xyz[n] - xyz[atom] for n in neighbours)
        normal = np.cross(b - a, c - a)
        return 1 if abs(np.dot(a, normal)) / np.linalg.norm(normal) < 0.2 else 0
    if len(neighbours) == 2:
        a, b = (xyz[n] - xyz[atom] for n in neighbours)
        angle = np.degrees(np.arccos(np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b)))
        return 2 if angle > 160 else 1 if angle > 117.5 else 0 if angle < 113 else None
    return 0 if len(neighbours) == 4 else None


def perceive(numbers, xyz, bonds, aromatic):
    """An RDKit molecule of all atoms given; `aromatic` tells for each atom whether the file calls it an aromatic carbon."""
    heavy = [i for i, z in enumerate(numbers) if z > 1]
    hydrogens = {i: 0 for i in heavy}
    near = {i: [] for i in heavy}
    inner = []
    for a, b in bonds:
        if numbers[a] == 1 or numbers[b] == 1:
            hydrogens[a if numbers[b] == 1 else b] += 1
        else:
            inner.append((a, b))
            near[a].append(b), near[b].append(a)
    names, cost, high, rows, low_row, high_row = {}, [], [], [], [], []

    def variable(key, price, most):
        names[key] = len(cost)
        cost.append(price), high.append(most)

    def constrain(terms, low, top):
        rows.append(terms), low_row.append(low), high_row.append(top)

    for a, b in inner:
        single, double = LENGTHS.get(tuple(sorted((numbers[a], numbers[b]))), (0, 0))
        share = 0 if single == 0 else (single - np.linalg.norm(xyz[a] - xyz[b])) / (single - double)
        variable(("double", a, b), 4 * (0.45 - share), 1)
        variable(("triple", a, b), 4 * (1.5 - share) + 2, 1)
    for i in heavy:
        z = numbers[i]
        orders = [(1 + (kind == "triple"), (kind, a, b)) for a, b in inner if i in (a, b) for kind in ("double", "triple")]
        variable(("plus", i), 3 if z == 7 else 40, 1)
        variable(("minus", i), 2 if z in (8, 16) else 6 if z == 7 else 40, 1)
        variable(("hydrogen", i), 0 if z == 6 else 5, 4)
        variable(("valence", i), 1, len(VALENCES[z]) - 1)
        used = len(near[i]) + hydrogens[i]
        constrain([*((w, k) for w, k in orders), (1, ("hydrogen", i)), (-1, ("plus", i)), (1, ("minus", i)),
                   (-2, ("valence", i))], VALENCES[z][0] - used, VALENCES[z][0] - used)
        constrain([(1, k) for _, k in orders] or [(1, ("plus", i))], 0, 2)
        if z == 6:
            wanted = 1 if aromatic[i] else flat_bonds_wanted(i, near[i], xyz)
            if wanted is not None:
                price = 12 if aromatic[i] else 3
                variable(("less", i), price, 4), variable(("more", i), price, 4)
                constrain([*((w, k) for w, k in orders), (1, ("less", i)), (-1, ("more", i))], wanted, wanted)
    matrix = np.zeros((len(rows), len(cost)))
    for row, terms in enumerate(rows):
        for weight, key in terms:
            matrix[row, names[key]] += weight
    answer = milp(cost, constraints=LinearConstraint(matrix, low_row, high_row), bounds=Bounds(0, high),
                  integrality=np.ones(len(cost)))
    if not answer.success:
        raise ValueError("no bond orders satisfy the valences")
    value = {key: round(answer.x[at]) for key, at in names.items()}
    molecule = Chem.RWMol()
    for i, z in enumerate(numbers):
        atom = Chem.Atom(int(z))
        if z > 1:
            atom.SetFormalCharge(value[("plus", i)] - value[("minus", i)])
        molecule.AddAtom(atom)
    for a, b in bonds:
        order = 1 + value.get(("double", a, b), 0) + 2 * value.get(("triple", a, b), 0)
        molecule.AddBond(int(a), int(b), {1: Chem.BondType.SINGLE, 2: Chem.BondType.DOUBLE, 3: Chem.BondType.TRIPLE}[order])
    return molecule.GetMol()
