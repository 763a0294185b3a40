import type { MoleculeRole } from "../../schema.ts";

const names = (list: string): string[] => list.split(" ");

/**
 * What molecules of crystal structures mostly are beside the ligand that one looks for, by their names in the Chemical
 * Component Dictionary of the wwPDB.
 */
const members: readonly (readonly [role: MoleculeRole, names: readonly string[]])[] = [
  // What crystals are grown, kept and frozen in: salts and small acids, buffers, alcohols and glycols, detergents.
  ["additive", names("ACT ACY AZI CAC CIT FLC FMT NH4 NO3 PO4 SCN SO4 TAR TLA UNX")],
  ["additive", names("B3P BCN BTB CXS EPE IMD MES MPO NHE PIN TAM TRS")],
  ["additive", names("BME DIO DMF DMS DTT DTV EDO EOH GOL HEZ IPA MPD MRD")],
  ["additive", names("PEG PGE PG4 1PE P6G PE4 2PE PE5 PE8 12P 15P P33 XPE PGO JEF")],
  ["additive", names("BOG BNG HTG LMT LDA C8E CPS")],
  ["cofactor", names("HEM HEA HEB HEC HDD DHE SRM BCL CLA CHL PHO BPH COH B12 COB CBY")],
  ["cofactor", names("NAD NAI NAJ NAP NDP FAD FDA FMN FNR RBF COA ACO CAO SCA MLC SAM SAH")],
  ["cofactor", names("AMP ADP ATP ANP ACP AGS APC GMP GDP GTP GNP GCP GSP CDP CTP UMP UDP UTP")],
  ["cofactor", names("PLP PMP TPP TDP BTN LPA THG FFO H4B HBI MTE MGD PQQ U10 UQ1 UQ2 UQ8 PQ9 PL9 SF4 FES F3S")],
  ["cofactor", names("GSH GDS")],
  [
    "glycan",
    names("NAG NDG BMA MAN FUC FUL FCA FCB GAL GLA GLC BGC SIA SLB XYS XYP NGA A2G GCU BDP IDS SGN RAM ARA AHR"),
  ],
  ["glycan", names("FRU SUC MAL LAT LBT TRE")],
  [
    "lipid",
    names("CLR Y01 CHS CDL PEE PEF PTY PEV PCW PC1 POV PLC LPC LPP PGV PGW LHG SQD LMG DGD PIO OLA OLB OLC OLI"),
  ],
  ["lipid", names("PLM PAM STE MYR DAO DKA LNL EIC ACD ELA UND D10 D12 HEX OCT HP6 R16")],
];

const roles = new Map(members.flatMap(([role, list]) => list.map((name) => [name, role] as const)));

/** What a molecule of that name mostly is; `ligand` where nothing else is known of it. */
export const moleculeRole = (name: string): MoleculeRole => roles.get(name) ?? "ligand";
