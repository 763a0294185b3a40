#!/usr/bin/env python3
"""Writes drugs.ndjson: what Python RDKit 2026.9.1 says about well-known drugs, the oracle of golden.test.ts.

  python3 -m venv venv && venv/bin/pip install rdkit==2026.9.1 && venv/bin/python make-golden.py > drugs.ndjson

The structures were written down by hand from general knowledge of the drugs; none is copied from a database.
"""
import json
from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem import rdFingerprintGenerator, rdMolDescriptors
from rdkit.Chem.MolStandardize import rdMolStandardize as std

RDLogger.DisableLog("rdApp.*")

DRUGS = """
aspirin CC(=O)Oc1ccccc1C(=O)O
aspirin-sodium CC(=O)Oc1ccccc1C(=O)[O-].[Na+]
paracetamol CC(=O)Nc1ccc(O)cc1
ibuprofen CC(C)Cc1ccc(cc1)C(C)C(=O)O
naproxen COc1ccc2cc(ccc2c1)[C@H](C)C(=O)O
diclofenac-sodium [Na+].[O-]C(=O)Cc1ccccc1Nc1c(Cl)cccc1Cl
celecoxib Cc1ccc(cc1)-c1cc(nn1-c1ccc(cc1)S(N)(=O)=O)C(F)(F)F
caffeine Cn1cnc2c1c(=O)n(C)c(=O)n2C
theophylline Cn1c(=O)c2[nH]cnc2n(C)c1=O
nicotine CN1CCC[C@H]1c1cccnc1
morphine CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5
codeine-phosphate COc1ccc2C[C@@H]3[C@@H]4C=C[C@H](O)[C@@H]5Oc1c2[C@]45CCN3C.OP(O)(O)=O
fentanyl CCC(=O)N(C1CCN(CCc2ccccc2)CC1)c1ccccc1
diazepam CN1C(=O)CN=C(c2ccccc2)c2cc(Cl)ccc12
fluoxetine-hydrochloride CNCCC(Oc1ccc(cc1)C(F)(F)F)c1ccccc1.Cl
sertraline CN[C@H]1CC[C@@H](c2ccc(Cl)c(Cl)c2)c2ccccc12
haloperidol OC1(CCN(CCCC(=O)c2ccc(F)cc2)CC1)c1ccc(Cl)cc1
clozapine CN1CCN(CC1)C1=Nc2cc(Cl)ccc2Nc2ccccc12
olanzapine CN1CCN(CC1)C1=Nc2ccccc2Nc2sc(C)cc12
metformin-hydrochloride CN(C)C(=N)NC(N)=N.Cl
glibenclamide COc1ccc(Cl)cc1C(=O)NCCc1ccc(cc1)S(=O)(=O)NC(=O)NC1CCCCC1
sitagliptin N[C@@H](CC(=O)N1CCn2c(C1)nnc2C(F)(F)F)Cc1cc(F)c(F)cc1F
atorvastatin-calcium [Ca+2].CC(C)c1c(C(=O)Nc2ccccc2)c(-c2ccccc2)c(-c2ccc(F)cc2)n1CC[C@@H](O)C[C@@H](O)CC(=O)[O-].CC(C)c1c(C(=O)Nc2ccccc2)c(-c2ccccc2)c(-c2ccc(F)cc2)n1CC[C@@H](O)C[C@@H](O)CC(=O)[O-]
simvastatin CCC(C)(C)C(=O)O[C@H]1C[C@@H](C)C=C2C=C[C@H](C)[C@H](CC[C@@H]3C[C@@H](O)CC(=O)O3)[C@@H]12
warfarin CC(=O)CC(c1ccccc1)C1=C(O)c2ccccc2OC1=O
clopidogrel COC(=O)[C@H](c1ccccc1Cl)N1CCc2sccc2C1
omeprazole COc1ccc2[nH]c(nc2c1)S(=O)Cc1ncc(C)c(OC)c1C
ranitidine CNC(=C[N+](=O)[O-])NCCSCc1ccc(CN(C)C)o1
cimetidine CC1=C(CSCCNC(=NC)NC#N)N=CN1
propranolol CC(C)NCC(O)COc1cccc2ccccc12
metoprolol-tartrate CC(C)NCC(O)COc1ccc(CCOC)cc1.OC(C(O)C(O)=O)C(O)=O
amlodipine CCOC(=O)C1=C(COCCN)NC(C)=C(C(=O)OC)C1c1ccccc1Cl
losartan CCCCc1nc(Cl)c(CO)n1Cc1ccc(cc1)-c1ccccc1-c1nnn[nH]1
losartan-potassium CCCCc1nc(Cl)c(CO)n1Cc1ccc(cc1)-c1ccccc1-c1nnn[n-]1.[K+]
enalapril CCOC(=O)[C@H](CCc1ccccc1)N[C@@H](C)C(=O)N1CCC[C@H]1C(=O)O
furosemide NS(=O)(=O)c1cc(C(=O)O)c(NCc2ccco2)cc1Cl
hydrochlorothiazide NS(=O)(=O)c1cc2c(cc1Cl)NCNS2(=O)=O
digoxin-aglycone C[C@]12CC[C@H](O)C[C@H]1CC[C@@H]1[C@@H]2C[C@@H](O)[C@]2(C)[C@H](CC[C@]12O)C1=CC(=O)OC1
testosterone C[C@]12CC[C@H]3[C@@H](CCC4=CC(=O)CC[C@]34C)[C@@H]1CC[C@@H]2O
estradiol C[C@]12CC[C@H]3[C@@H](CCc4cc(O)ccc34)[C@@H]1CC[C@@H]2O
dexamethasone C[C@@H]1C[C@H]2[C@@H]3CCC4=CC(=O)C=C[C@]4(C)[C@@]3(F)[C@@H](O)C[C@]2(C)[C@@]1(O)C(=O)CO
penicillin-g-potassium [K+].CC1(C)S[C@@H]2[C@H](NC(=O)Cc3ccccc3)C(=O)N2[C@H]1C(=O)[O-]
amoxicillin CC1(C)S[C@@H]2[C@H](NC(=O)[C@H](N)c3ccc(O)cc3)C(=O)N2[C@H]1C(=O)O
ciprofloxacin OC(=O)c1cn(C2CC2)c2cc(N3CCNCC3)c(F)cc2c1=O
metronidazole Cc1ncc([N+](=O)[O-])n1CCO
sulfamethoxazole Cc1cc(NS(=O)(=O)c2ccc(N)cc2)no1
trimethoprim COc1cc(Cc2cnc(N)nc2N)cc(OC)c1OC
isoniazid NNC(=O)c1ccncc1
fluconazole OC(Cn1cncn1)(Cn1cncn1)c1ccc(F)cc1F
aciclovir Nc1nc2c(ncn2COCCO)c(=O)[nH]1
zidovudine Cc1cn([C@H]2C[C@H](N=[N+]=[N-])[C@@H](CO)O2)c(=O)[nH]c1=O
oseltamivir-phosphate CCOC(=O)C1=C[C@@H](OC(CC)CC)[C@H](NC(C)=O)[C@@H](N)C1.OP(O)(O)=O
artemisinin C[C@@H]1CC[C@H]2[C@@H](C)C(=O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4
chloroquine CCN(CC)CCCC(C)Nc1ccnc2cc(Cl)ccc12
quinine COc1ccc2nccc([C@@H](O)[C@@H]3CC4CCN3CC4C=C)c2c1
imatinib-mesylate CS(=O)(=O)O.Cc1ccc(NC(=O)c2ccc(CN3CCN(C)CC3)cc2)cc1Nc1nccc(n1)-c1cccnc1
erlotinib COCCOc1cc2ncnc(Nc3cccc(c3)C#C)c2cc1OCCOC
methotrexate CN(Cc1cnc2nc(N)nc(N)c2n1)c1ccc(cc1)C(=O)N[C@@H](CCC(=O)O)C(=O)O
tamoxifen CC/C(c1ccccc1)=C(\\c1ccccc1)c1ccc(OCCN(C)C)cc1
fluorouracil O=c1[nH]cc(F)c(=O)[nH]1
bortezomib CC(C)C[C@H](NC(=O)[C@H](Cc1ccccc1)NC(=O)c1cnccn1)B(O)O
neostigmine-bromide CN(C)C(=O)Oc1cccc(c1)[N+](C)(C)C.[Br-]
betaine C[N+](C)(C)CC(=O)[O-]
glycine-zwitterion [NH3+]CC(=O)[O-]
carnitine C[N+](C)(C)C[C@H](O)CC(=O)[O-]
dimethyl-sulfoxide CS(C)=O
amiodarone CCCCc1oc2ccccc2c1C(=O)c1cc(I)c(OCCN(CC)CC)c(I)c1
valproate-sodium CCCC(CCC)C(=O)O[Na]
cisplatin N[Pt](N)(Cl)Cl
ascorbic-acid OC[C@H](O)[C@H]1OC(=O)C(O)=C1O
""".strip().split("\n")

properties = rdMolDescriptors.Properties()
names = list(properties.GetPropertyNames())
morgan = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=2048)
uncharger = std.Uncharger()


def parent_of(mol):
    mol = uncharger.uncharge(std.FragmentParent(std.Cleanup(mol), skipStandardize=True))
    Chem.SanitizeMol(mol)
    Chem.AssignStereochemistry(mol, cleanIt=True, force=True)
    return mol


def row(line):
    name, smiles = line.split()
    mol = Chem.MolFromSmiles(smiles)
    parent = parent_of(mol)
    values = dict(zip(names, properties.ComputeProperties(mol)))
    return {
        "name": name,
        "input": smiles,
        "smiles": Chem.MolToSmiles(mol),
        "parent": Chem.MolToSmiles(parent),
        "inchikey": Chem.MolToInchiKey(parent),
        "formula": rdMolDescriptors.CalcMolFormula(parent),
        "descriptors": {k: round(v, 6) for k, v in values.items()},
        "morganBits": list(morgan.GetFingerprint(mol).GetOnBits()),
        "morganCounts": {str(k): v for k, v in sorted(morgan.GetCountFingerprint(mol).GetNonzeroElements().items())},
    }


print(json.dumps({"source": f"Python RDKit {rdBase.rdkitVersion}, make-golden.py"}))
for line in DRUGS:
    print(json.dumps(row(line), separators=(",", ":")))
