#!/usr/bin/env python3
"""Writes substructures.json: which molecules hold which SMARTS, by Python RDKit 2026.9.1, the oracle of substructure.test.ts.

  python3 -m venv venv && venv/bin/pip install rdkit==2026.9.1 && venv/bin/python make-substructures.py > substructures.json

Structures and patterns were written down by hand from general knowledge; none is copied from a database.
"""
import json

from rdkit import Chem, RDLogger, rdBase

RDLogger.DisableLog("rdApp.*")

MOLECULES = """
CC(=O)Oc1ccccc1C(=O)O
CC(=O)Oc1ccccc1C(=O)[O-].[Na+]
CC(=O)Nc1ccc(O)cc1
CC(C)Cc1ccc(cc1)C(C)C(=O)O
COc1ccc2cc(ccc2c1)[C@H](C)C(=O)O
Cc1ccc(cc1)-c1cc(nn1-c1ccc(cc1)S(N)(=O)=O)C(F)(F)F
Cn1cnc2c1c(=O)n(C)c(=O)n2C
CN1CCC[C@H]1c1cccnc1
CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5
CCC(=O)N(C1CCN(CCc2ccccc2)CC1)c1ccccc1
CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12
CNCCC(Oc1ccc(cc1)C(F)(F)F)c1ccccc1.Cl
CN(C)C(=N)NC(N)=N
N[C@@H](CC(=O)N1CCn2c(C1)nnc2C(F)(F)F)Cc1cc(F)c(F)cc1F
COc1ccc2[nH]c(nc2c1)S(=O)Cc1ncc(C)c(OC)c1C
CNC(=C[N+](=O)[O-])NCCSCc1ccc(CN(C)C)o1
CCCCc1nc(Cl)c(CO)n1Cc1ccc(cc1)-c1ccccc1-c1nnn[n-]1.[K+]
C[N+](C)(C)CC(O)CC([O-])=O
[2H]C([2H])([2H])c1ccc([13CH3])cc1
[2H][H]
C1CC1C#N
C1CCC2(CC1)OCCO2
C1CC2CCC1C2
c1ccc2c(c1)[se]cc2
OB(O)c1ccccc1
C[Si](C)(C)OP(=O)(O)OC=C
F/C=C/F
F/C=C\\F
C1=CC=CC=CC=C1
CC12CCC3C(CCC4CC(O)CCC34C)C1CCC2O
[NH4+].[Cl-]
O=C1c2ccccc2C(=O)c2ccccc12
CS(=O)(=O)N=S(C)C
C%10CCCCC%10
[Fe+2]
OO
c1cc[nH]c1
Cc1c[nH]c2ccc(Br)cc12
C1CCCCCCCCCCC1
N#Cc1ccncc1I
""".strip().split("\n")

PATTERNS = """
c1ccccc1
[#6]
[H]
[!H]
[#1]
[2H]
[13C]
[OX2H]
[OX2H1,SX2H1]
[R2]
[R0]
[!R]
[r3]
[r5,r6]
[r]
[x2]
[x3]
[x]
[h1]
[h]
[h0]
[H2]
[D1]
[D]
[D4]
[X4]
[X3;!R]
[v4]
[v5,v6]
[+]
[-]
[+2]
[--]
[++]
[N+](=O)[O-]
[NX3;H2,H1;!$(NC=O)]
[$([NX3;H2]-c)]
[$(C=O),$(S=O)]
[!$(C=O);#6]
[c;$(c1ccccc1),$(c1ccncc1)]
[!#6;!#1]
C.N
[Na+].[O-]
C.C.C
[CH3]~[*]
a:a
A-a
aA
*!@*
*@*
[#6]@[#6;!a]
[*;R]=,:[*;R]
[#6]!-;!:[#6]
CCO
CC
C=C-C=O
C=CC=C
N#C
[#7;!R]
[cH]
[nH]
[n;H0]
[se]
B(O)O
[Si]
[Br,I,Cl]
[F]
FC(F)F
S(=O)(=O)N
[#16](=O)(=O)
[CX3](=O)[OX2H1]
C1CC1
C1CC2CCC1C2
[R1]@[R2]
C1CCCCC1
c1ccc2ccccc2c1
c1cc2ccccc2[nH]1
C%11CCCCC%11
F/C=C/F
F/C=C\\F
FC=CF
C[C@H](N)O
N[C@@H](C)C
[C@@H](C)(O)
[Fe]
[OH][OH]
*
[*]
A
a
[a;r5]
[A;R]
[#6:1]-[#8:2]
[C,c]~[N,n]~[C,c]
[O-]-C=O
[!C;!c]
[CH2;R][CH2;R][CH2;R]
[Cl-]
[$([CX4]);!$(C(F)F)]
[$(*~[$(*#*)])]
""".strip().split("\n")

molecules = [(text, Chem.MolFromSmiles(text)) for text in MOLECULES]
patterns = []
for smarts in PATTERNS:
    query = Chem.MolFromSmarts(smarts)
    matches = None if query is None else "".join("01"[mol.HasSubstructMatch(query)] for _, mol in molecules)
    patterns.append({"smarts": smarts, "matches": matches})
print(json.dumps({"source": f"Python RDKit {rdBase.rdkitVersion}", "molecules": [text for text, _ in molecules], "patterns": patterns}, indent=1))
