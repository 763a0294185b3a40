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
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openRecords } from "../open-records.ts";
import { openInput } from "../predict/read-input.ts";
import { endingOf, readText } from "./read-text.ts";

/** A ligand of the input, and how a pose of it is written. */
export interface InputLigand {
  readonly ligand: DockingLigand;
  molblock(positions: Float64Array): string;
}

export interface LigandRow {
  /** As the file counts its rows, from 1. */
  readonly row: number;
  readonly read: Result<InputLigand, QinghaoError>;
}

/** How conformers are made. `ringConformers`: as `RingConformerOptions` has it. */
export type ConformerChoice = RingConformerOptions;

/** The ligands of a file, one by one. Throws an ExitError with code 3 where the file as a whole cannot be read. */
export async function* readLigands(
  io: Io,
  kit: ChemKit,
  path: string,
  choice: ConformerChoice,
): AsyncGenerator<LigandRow> {
  const kernel = await loadConformerKernel();
  const shaped = (prepared: PreparedLigand): Result<InputLigand, QinghaoError> => {
    const made = withRingConformers(kit, kernel, prepared, choice);
    return made.ok ? ok(inputLigand(made.value)) : made;
  };
  if (endingOf(path) === "pdbqt") {
    const models = preparePdbqt(kit, await readText(path), nameOf(path));
    if (!models.ok) throw new ExitError(exitCodes.unreadable, models.error);
    for (const [index, model] of models.value.entries()) yield { row: index + 1, read: shaped(model) };
    return;
  }
  for await (const record of await openRecords(io, await openInput(io, path), undefined)) {
    const prepared = readRecord(kit, record, (name) => embedConformer(kit, kernel, choice.seed, name));
    yield { row: record.row, read: prepared.ok ? shaped(prepared.value) : prepared };
  }
}

function readRecord(
  kit: ChemKit,
  record: InputRecord,
  embedding: (name: string) => Embed,
): Result<PreparedLigand, QinghaoError> {
  if (!record.ok) return err(record.error);
  const name = record.name ?? String(record.row);
  return record.text.includes("\n")
    ? prepareLigand(kit, record.text, name)
    : prepareText(kit, record.text, name, embedding(name));
}

/** A SMILES as it is drawn; of a salt or mixture the parent, protonated by rule. */
function prepareText(kit: ChemKit, smiles: string, name: string, embed: Embed): Result<PreparedLigand, QinghaoError> {
  if (smiles.includes(".")) {
    const forms = prepareSmiles(kit, smiles, name, { embed, maximum: 1 });
    return forms.ok ? ok(forms.value[0]!) : forms;
  }
  const molblock = embed(smiles);
  return molblock.ok ? prepareLigand(kit, molblock.value, name) : molblock;
}

const inputLigand = (prepared: PreparedLigand): InputLigand => ({
  ligand: prepared.ligand,
  molblock: (positions) => poseMolblock(prepared, positions),
});

const nameOf = (path: string): string => basename(path).replace(/\.pdbqt(\.gz)?$/i, "");
