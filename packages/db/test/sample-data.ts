import { randomBytes } from "node:crypto";
import { type CompoundId, createRng, newId, type ProjectId } from "@qinghao/kernel";
import { testPostgres } from "@qinghao/testing";
import {
  createProject,
  type Database,
  migrate,
  type NewCompound,
  openDatabase,
  registerCompound,
} from "../src/index.ts";

export const makeId = <K extends Parameters<typeof newId>[0]>(kind: K) =>
  newId(kind, Date.now(), (count) => new Uint8Array(randomBytes(count)));

/** A migrated database of its own and a project in it. */
export async function openTestDatabase(): Promise<{ db: Database; projectId: ProjectId; url: string }> {
  const url = await testPostgres();
  const db = openDatabase(url);
  await migrate(db);
  const project = await createProject(db, { id: makeId("project"), name: "Antimalarials" });
  return { db, projectId: project.id as ProjectId, url };
}

const letters = (seed: number, length: number): string => {
  const rng = createRng(seed);
  return Array.from({ length }, () => String.fromCharCode(65 + rng.int(26))).join("");
};

/** Made-up compound number `i`: plausible values, not chemistry. */
export function sampleCompound(i: number, change: Partial<NewCompound> = {}): NewCompound {
  const rng = createRng(i + 1);
  return {
    id: makeId("compound"),
    inchikey: `${letters(i, 14)}-${letters(i + 7, 8)}SA-N`,
    smiles: `C${"C".repeat(i % 40)}N${i}`,
    inchi: `InChI=1S/${i}`,
    name: `QH-${i}`,
    formula: `C${i % 40}H${i % 80}N`,
    molWeight: 100 + 400 * rng.next(),
    heavyAtoms: 5 + rng.int(40),
    clogp: rng.normal() + 2,
    tpsa: 150 * rng.next(),
    hbd: rng.int(6),
    hba: rng.int(10),
    rotatableBonds: rng.int(12),
    ringCount: rng.int(6),
    fsp3: rng.next(),
    toolkit: "RDKit 2026.09.1",
    changes: [],
    originalText: `original ${i}`,
    fields: { batch: `b${i}` },
    row: i,
    ...change,
  };
}

/** Registers compounds one by one and gives back their ids. */
export async function registerAll(db: Database, projectId: ProjectId, rows: NewCompound[]): Promise<CompoundId[]> {
  const ids: CompoundId[] = [];
  for (const row of rows) ids.push((await registerCompound(db, projectId, row)).compound.id as CompoundId);
  return ids;
}
