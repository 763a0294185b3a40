import { basename } from "node:path";
import type { ChemKit, InputRecord } from "@qinghao/chemistry";
import type { DockingLigand } from "@qinghao/docking";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import {
  type Embed,
  embedConformer,
  type PreparedLigand,
  poseMolblock,
  prepareLigand,
  preparePdbqt,
  prepareSmiles,
  type RingConformerOptions,
  withRingConformers,
} from "@qinghao/docking/prepare";
import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { openInput } from "../predict/read-input.ts";
import { endingOf, readText } from "../read-file.ts";

/** A ligand of the input, and how a pose of it is written. */
export interface InputLigand {
  readonly ligand: DockingLigand;
  /** SMILES of the form, where forms were asked for. */
  readonly form?: string;
  molblock(positions: Float64Array): string;
}

export interface LigandRow {
  /** As the file counts its rows, from 1. */
  readonly row: number;
  /** Its forms, at least one. */
  readonly read: Result<readonly InputLigand[], QinghaoError>;
}

/** What is made of a SMILES besides its drawn form: charged for a pH, with open stereo and tautomers written out. */
export type FormChoice = { readonly pH: number; readonly stereoisomers: number; readonly tautomers: number };

/** How conformers and forms are made; without `forms` a ligand is docked as it is drawn. */
export type LigandChoice = RingConformerOptions & { readonly forms?: FormChoice | undefined };

/** The ligands of a file, one by one. Throws an ExitError with code 3 where the file as a whole cannot be read. */
export async function* readLigands(
  io: Io,
  kit: ChemKit,
  path: string,
  choice: LigandChoice,
): AsyncGenerator<LigandRow> {
  const kernel = await loadConformerKernel();
  const shaped = (forms: readonly Prepared[]): Result<InputLigand[], QinghaoError> => {
    const all: InputLigand[] = [];
    for (const form of forms) {
      const made = withRingConformers(kit, kernel, form, choice);
      if (!made.ok) return made;
      all.push(inputLigand(made.value, form.smiles));
    }
    return ok(all);
  };
  const chargedNot = choice.forms === undefined ? null : cliErrors.create("dock.no_smiles");
  if (endingOf(path) === "pdbqt") {
    const models = preparePdbqt(kit, await readText(io, path), nameOf(path));
    if (!models.ok) throw new ExitError(exitCodes.unreadable, models.error);
    for (const [index, model] of models.value.entries())
      yield { row: index + 1, read: chargedNot === null ? shaped([model]) : err(chargedNot) };
    return;
  }
  for await (const record of await openRecords(io, await openInput(io, path), undefined)) {
    const embedding = (name: string) => embedConformer(kit, kernel, choice.seed, name);
    const prepared = readRecord(kit, record, embedding, choice.forms);
    yield { row: record.row, read: prepared.ok ? shaped(prepared.value) : prepared };
  }
}

type Prepared = PreparedLigand & { readonly smiles?: string };

function readRecord(
  kit: ChemKit,
  record: InputRecord,
  embedding: (name: string) => Embed,
  forms: FormChoice | undefined,
): Result<readonly Prepared[], QinghaoError> {
  if (!record.ok) return err(record.error);
  const name = record.name ?? String(record.row);
  if (!record.text.includes("\n")) return prepareText(kit, record.text, name, embedding(name), forms);
  return forms === undefined ? alone(prepareLigand(kit, record.text, name)) : err(cliErrors.create("dock.no_smiles"));
}

/** A SMILES in the forms that are wanted, else as it is drawn; of a salt or mixture the parent, protonated by rule. */
function prepareText(
  kit: ChemKit,
  smiles: string,
  name: string,
  embed: Embed,
  forms: FormChoice | undefined,
): Result<readonly Prepared[], QinghaoError> {
  if (forms !== undefined) return prepareSmiles(kit, smiles, name, { embed, maximum: 1, ...forms });
  if (smiles.includes(".")) {
    const parent = prepareSmiles(kit, smiles, name, { embed, maximum: 1 });
    return parent.ok ? ok(parent.value.slice(0, 1).map(({ smiles: _, ...form }) => form)) : parent;
  }
  const molblock = embed(smiles);
  return molblock.ok ? alone(prepareLigand(kit, molblock.value, name)) : molblock;
}

const alone = <T>(made: Result<T, QinghaoError>): Result<readonly T[], QinghaoError> =>
  made.ok ? ok([made.value]) : made;

const inputLigand = (prepared: PreparedLigand, form: string | undefined): InputLigand => ({
  ligand: prepared.ligand,
  ...(form === undefined ? {} : { form }),
  molblock: (positions) => poseMolblock(prepared, positions),
});

const nameOf = (path: string): string => basename(path).replace(/\.pdbqt(\.gz)?$/i, "");
