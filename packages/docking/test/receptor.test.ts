import { unwrap } from "@qinghao/kernel";
import { describe, expect, it } from "vitest";
import { hasDockingData, readShared } from "../bench/shared-complexes.ts";
import { readMmcif, readPdb, readPdbqtReceptor, writePdbqtReceptor } from "../src/formats/index.ts";
import { type PreparedReceptor, prepareReceptor } from "../src/prepare/index.ts";
import type { ReceptorChoice } from "../src/schema.ts";
import { atomKinds } from "../src/scoring/index.ts";
import { backbone, histidineRing, type Row, toMmcif, toPdb } from "./made-up-structure.ts";

const prepare = (rows: readonly Row[], choice: ReceptorChoice = {}): PreparedReceptor =>
  unwrap(prepareReceptor(unwrap(readPdb(toPdb(rows), "made up")), choice));
const kindsOf = ({ receptor }: PreparedReceptor, residue: string): Record<string, string> =>
  Object.fromEntries(
    receptor.labels.flatMap(({ name, residue: own, number }, atom) =>
      `${own}${number}` === residue ? [[name, atomKinds[receptor.kinds[atom]!]?.name ?? "H"]] : [],
    ),
  );
const stateOf = ({ report }: PreparedReceptor, residue: string) =>
  report.protonation.find((row) => row.residue === residue);

describe("reading structures", () => {
  const rows: Row[] = [
    ...backbone("SER", 1),
    { name: "OG", residue: "SER", number: 1, place: [0, 2.3, 1.6] },
    { name: "ZN", residue: "ZN", number: 201, place: [20, 0, 0], hetero: true, element: "ZN" },
    { name: "O5'", residue: "DA", number: 1, chain: "B", place: [30, 0, 0] },
  ];

  it("gives the same atoms from PDB and mmCIF", () => {
    const pdb = unwrap(readPdb(toPdb(rows), "x"));
    expect(unwrap(readMmcif(toMmcif(rows), "x"))).toEqual(pdb);
    expect(pdb.atoms.map(({ atomicNumber }) => atomicNumber)).toEqual([7, 6, 6, 8, 6, 8, 30, 8]);
  });

  it("takes the element from the name where its columns are empty", () => {
    const bare = toPdb([
      ...rows,
      { name: "HE21", residue: "GLN", number: 3, place: [40, 0, 0], element: "H" },
      { name: "CA", residue: "CA", number: 202, place: [50, 0, 0], hetero: true, element: "CA" },
    ])
      .split("\n")
      .map((line) => line.slice(0, 66))
      .join("\n");
    const elements = unwrap(readPdb(bare, "x")).atoms.map(({ atomicNumber }) => atomicNumber);
    expect(elements).toEqual([7, 6, 6, 8, 6, 8, 30, 8, 1, 20]);
  });

  it("stops after the first model", () => {
    const model = `MODEL        1\n${toPdb(rows)}\nENDMDL\nMODEL        2\n${toPdb(rows)}\nENDMDL`;
    expect(unwrap(readPdb(model, "x")).atoms).toHaveLength(rows.length);
  });

  it("says which line is wrong", () => {
    const broken = toPdb(rows).replace("   1.200   0.830", "   1.2x0   0.830");
    const read = readPdb(broken, "x");
    expect(read.ok ? null : [read.error.code, read.error.details.line]).toEqual(["docking.structure.coordinates", 2]);
    const none = readMmcif("data_x\n", "x");
    expect(none.ok ? null : none.error.code).toBe("docking.structure.no_atom_site");
    const empty = readPdb("TITLE nothing\n", "x");
    expect(empty.ok ? null : empty.error.code).toBe("docking.structure.empty");
  });
});

describe("preparing a receptor", () => {
  const strand = [...backbone("ALA", 1), ...backbone("GLY", 2), ...backbone("ALA", 3)];

  it("adds the hydrogens of a peptide: three at its start, one at each amide", () => {
    const { receptor } = prepare(strand);
    const names = receptor.labels.map(({ name, number }) => `${number}:${name}`);
    expect(names).toEqual(
      "1:N 1:H1 1:H2 1:H3 1:CA 1:C 1:O 1:CB 2:N 2:H 2:CA 2:C 2:O 3:N 3:H 3:CA 3:C 3:O 3:CB".split(" "),
    );
    const kinds = kindsOf(prepare(strand), "ALA3");
    expect(kinds).toEqual({ N: "N_D", H: "H", CA: "C_P", C: "C_P", O: "O_A", CB: "C_H" });
  });

  it("puts an amide's hydrogen opposite to its two carbons, 1 Å away", () => {
    const { receptor } = prepare(strand);
    const h = receptor.labels.findIndex(({ name, number }) => name === "H" && number === 2);
    const [x, y] = receptor.positions.slice(3 * h, 3 * h + 3);
    // N of residue 2 stands at (3.66, 0, 0), its carbons lie to both sides with positive y for CA.
    expect(Math.hypot(x! - 3.66, y!)).toBeCloseTo(1.01, 2);
    expect(y!).toBeLessThan(0);
  });

  it("adds hydrogens on carbon only when all are asked for", () => {
    const all = prepare(strand, { hydrogens: "all" }).receptor;
    // ALA 3 + 1 + 3, GLY 1 + 2, ALA 1 + 1 + 3
    expect(all.elements.filter((z) => z === 1)).toHaveLength(15);
  });

  it("keeps the chains that are chosen and refuses ones that are not there", () => {
    const rows = [...strand, ...backbone("VAL", 1, 100).map((row) => ({ ...row, chain: "B" }))];
    expect(prepare(rows, { chains: ["B"] }).report.chains).toEqual([{ chain: "B", residues: 1 }]);
    const wrong = prepareReceptor(unwrap(readPdb(toPdb(rows), "x")), { chains: ["C"] });
    expect(wrong.ok ? null : [wrong.error.code, wrong.error.details.chains]).toEqual([
      "docking.receptor.unknown_chain",
      "A, B",
    ]);
  });

  it("drops waters and additives, keeps metals, and reports each", () => {
    const rows: Row[] = [
      ...strand,
      { name: "O", residue: "HOH", number: 301, place: [0, 20, 0], hetero: true },
      { name: "ZN", residue: "ZN", number: 302, place: [0, 30, 0], hetero: true, element: "ZN" },
      { name: "C1", residue: "GOL", number: 303, place: [0, 40, 0], hetero: true },
      { name: "O1", residue: "GOL", number: 303, place: [0, 41.4, 0], hetero: true },
    ];
    const prepared = prepare(rows);
    expect(prepared.report.hetero.map(({ residue, isKept }) => [residue, isKept])).toEqual([
      ["A:HOH301", false],
      ["A:ZN302", true],
      ["A:GOL303", false],
    ]);
    expect(kindsOf(prepared, "ZN302")).toEqual({ ZN: "Met_D" });
    const wet = prepare(rows, { waters: "keep", keepHetero: ["A:GOL303"] });
    expect(kindsOf(wet, "HOH301")).toEqual({ O: "O_DA", H1: "H", H2: "H" });
    expect(kindsOf(wet, "GOL303")).toEqual({ C1: "C_P", O1: "O_DA", H1: "H" });
  });

  it("leaves out the copy of the ligand whose place is docked to", () => {
    const rows: Row[] = [
      ...strand,
      { name: "C1", residue: "LIG", number: 401, place: [0, 40, 0], hetero: true },
      { name: "C2", residue: "LIG", number: 401, place: [0, 41.5, 0], hetero: true },
    ];
    const structure = unwrap(readPdb(toPdb(rows), "x"));
    expect(unwrap(prepareReceptor(structure)).report.hetero[0]!.isKept).toBe(true);
    const ligand = Float64Array.of(0.1, 40, 0, 0.1, 41.5, 0);
    expect(unwrap(prepareReceptor(structure, {}, ligand)).report.hetero[0]!.isKept).toBe(false);
  });

  it("takes the alternate location with the highest occupancy", () => {
    const rows: Row[] = [
      ...backbone("SER", 1),
      { name: "OG", residue: "SER", number: 1, place: [0, 2.3, 1.6], alternate: "A", occupancy: 0.3 },
      { name: "OG", residue: "SER", number: 1, place: [2.3, 2.3, 1.6], alternate: "B", occupancy: 0.7 },
    ];
    const { receptor, report } = prepare(rows);
    const oxygen = receptor.labels.findIndex(({ name }) => name === "OG");
    expect(receptor.positions[3 * oxygen]).toBe(2.3);
    expect(report.alternates).toEqual([{ residue: "A:SER1", chosen: "B", left: ["A"] }]);
  });

  it("reports missing atoms and gaps", () => {
    const rows = [...backbone("ALA", 1), ...backbone("ASP", 5)];
    const { report } = prepare(rows);
    expect(report.missingAtoms).toEqual([{ residue: "A:ASP5", atoms: ["CG", "OD1", "OD2"] }]);
    expect(report.gaps).toEqual([{ before: "A:ALA1", after: "A:ASP5" }]);
  });
});

describe("protonation", () => {
  const base = backbone("HIS", 1);
  const carbon = base.find(({ name }) => name === "CB")!.place;
  const histidine = [...base, ...histidineRing(1, carbon)];
  const [x, y, z] = carbon;
  /** A water's or carbonyl's oxygen 2.8 Å from a ring nitrogen, where its hydrogen would point. */
  const beyondDelta: [number, number, number] = [x + 1.13 + 2.66, y + 2.29 - 0.15 + 1, z];
  const beyondEpsilon: [number, number, number] = [x - 0.65 - 1.7, y + 3.58 + 2.2, z];
  const carbonyl = (place: [number, number, number], number: number): Row[] => [
    { name: "O", residue: "ALA", number, place },
    { name: "C", residue: "ALA", number, place: [place[0], place[1], place[2] + 1.23] },
  ];

  it("gives a lone histidine its hydrogen on NE2, and on both nitrogens in acid", () => {
    expect(stateOf(prepare(histidine), "A:HIS1")).toMatchObject({ state: "HIE", reason: "ph" });
    expect(kindsOf(prepare(histidine), "HIS1")).toMatchObject({ ND1: "N_A", NE2: "N_D" });
    expect(stateOf(prepare(histidine, { pH: 5 }), "A:HIS1")!.state).toBe("HIP");
  });

  it("turns it to where an acceptor waits", () => {
    expect(stateOf(prepare([...histidine, ...carbonyl(beyondDelta, 50)]), "A:HIS1")).toMatchObject({
      state: "HID",
      reason: "hydrogen_bonds",
    });
    expect(stateOf(prepare([...histidine, ...carbonyl(beyondEpsilon, 50)]), "A:HIS1")!.state).toBe("HIE");
  });

  it("keeps the lone pair for a metal", () => {
    const zinc = (place: [number, number, number]): Row => ({
      name: "ZN",
      residue: "ZN",
      number: 90,
      place,
      hetero: true,
      element: "ZN",
    });
    expect(stateOf(prepare([...histidine, zinc(beyondEpsilon)]), "A:HIS1")).toMatchObject({
      state: "HID",
      reason: "metal",
    });
  });

  it("obeys what is set by hand and refuses a state that does not exist", () => {
    expect(stateOf(prepare(histidine, { states: { "A:HIS1": "HIP" } }), "A:HIS1")!.reason).toBe("by_hand");
    const wrong = prepareReceptor(unwrap(readPdb(toPdb(histidine), "x")), { states: { "A:HIS1": "HIX" } });
    expect(wrong.ok ? null : wrong.error.code).toBe("docking.receptor.unknown_state");
  });

  it("joins cysteines and takes their hydrogens", () => {
    const sulphur = (number: number, place: [number, number, number]): Row => ({
      name: "SG",
      residue: "CYS",
      number,
      place,
    });
    const rows = [
      ...backbone("CYS", 1),
      sulphur(1, [1.2, 3.3, 1.9]),
      ...backbone("CYS", 2, 100),
      sulphur(2, [1.2, 3.3, 3.95]),
    ];
    expect(stateOf(prepare(rows), "A:CYS1")).toMatchObject({ state: "CYX", reason: "disulphide" });
    const free = [...backbone("CYS", 1), sulphur(1, [1.2, 3.3, 1.9])];
    expect(kindsOf(prepare(free), "CYS1")).toMatchObject({ SG: "S_P", HG: "H" });
  });

  it("puts one proton between two acids that touch, on the oxygen that touches", () => {
    const acid = (number: number, up: number, towards: number): Row[] => {
      const side = (name: string, dz: number, dx = 0): Row => ({
        name,
        residue: "ASP",
        number,
        place: [1.2 + dx, 3.2, up + towards * dz],
      });
      return [...backbone("ASP", number, number * 60), side("CG", 0), side("OD1", 1.25), side("OD2", -0.6, 1.1)];
    };
    const { report, receptor } = prepare([...acid(1, 0, 1), ...acid(2, 5.2, -1)]);
    const states = report.protonation.filter(({ residue }) => residue.includes("ASP")).map(({ state }) => state);
    expect(states.sort()).toEqual(["ASH", "ASP"]);
    expect(receptor.labels.filter(({ name }) => name === "HD1")).toHaveLength(1);
  });

  it("believes the hydrogens of the file", () => {
    const rows: Row[] = [
      ...histidine,
      { name: "HD1", residue: "HIS", number: 1, place: [x + 2.1, y + 2.1, z], element: "H" },
      { name: "HA", residue: "HIS", number: 1, place: [1.2, 1.4, -0.9], element: "H" },
    ];
    const prepared = prepare(rows);
    expect(stateOf(prepared, "A:HIS1")).toMatchObject({ state: "HID", reason: "in_file" });
    expect(kindsOf(prepared, "HIS1")).toMatchObject({ ND1: "N_D", NE2: "N_A" });
    expect(prepared.receptor.labels.map(({ name }) => name)).not.toContain("HA");
  });
});

if (!hasDockingData()) console.log("skipped: the shared docking data is absent");
describe.skipIf(!hasDockingData())("shared structures", () => {
  it.each([
    ["gnina_test", "3rod_rec.pdb.gz", 4],
    ["posebusters_examples", "1G9V_RQ3/1G9V_RQ3_protein.pdb.gz", 4],
    ["posebusters_examples", "1s3v/1s3v_protein_one_lig_removed.pdb.gz", 1],
  ])("%s %s has the same kinds as its PDBQT, by the rules of AutoDock", (set, file, chains) => {
    const structure = unwrap(readPdb(readShared(set, file), file));
    const { receptor, report } = unwrap(prepareReceptor(structure));
    expect(report.chains).toHaveLength(chains);
    const again = unwrap(readPdbqtReceptor(writePdbqtReceptor(receptor), file));
    expect([...again.kinds]).toEqual([...receptor.kinds]);
  });

  it("haemoglobin's proximal histidines leave their lone pairs to the iron", () => {
    const structure = unwrap(readPdb(readShared("posebusters_examples", "1G9V_RQ3/1G9V_RQ3_protein.pdb.gz"), "1G9V"));
    const { report } = unwrap(prepareReceptor(structure));
    const metal = report.protonation.filter(({ reason }) => reason === "metal");
    expect(metal.map(({ residue, state }) => [residue, state])).toEqual(
      expect.arrayContaining([
        ["A:HIS87", "HID"],
        ["B:HIS292", "HID"],
      ]),
    );
  });
});
