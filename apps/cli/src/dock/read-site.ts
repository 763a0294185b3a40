import type { ChemKit } from "@qinghao/chemistry";
import type { Box, DockingLigand, DockingReceptor } from "@qinghao/docking";
import { boxAroundLigand, openReceptor } from "@qinghao/docking/prepare";
import type { QinghaoError, Result } from "@qinghao/kernel";
import { cliErrors } from "../errors.ts";
import { ExitError, exitCodes } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { readText } from "../read-file.ts";
import type { DockOptions } from "./dock.command.ts";
import { readLigands } from "./read-ligands.ts";

/** The receptor and the box. A copy of the ligand that the box is put around is left out of the receptor. */
export async function readSite(
  io: Io,
  kit: ChemKit,
  options: DockOptions,
): Promise<{ readonly receptor: DockingReceptor; readonly box: Box | null }> {
  const around = options.autobox === undefined ? null : await firstLigand(io, kit, options.autobox);
  const receptor = await readReceptor(io, options.receptor, around);
  if (around !== null) return { receptor, box: boxAroundLigand(around) };
  const { center, size } = options;
  return { receptor, box: center !== undefined && size !== undefined ? { center, size } : null };
}

const readReceptor = async (io: Io, path: string, around: DockingLigand | null): Promise<DockingReceptor> =>
  unwrap(openReceptor(await readText(io, path), path, {}, around?.positions ?? null)).receptor;

async function firstLigand(io: Io, kit: ChemKit, path: string): Promise<DockingLigand> {
  for await (const { read } of readLigands(io, kit, path, { seed: 1, ringConformers: 1 }))
    return unwrap(read)[0]!.ligand;
  throw new ExitError(exitCodes.unreadable, cliErrors.create("input.no_rows", { path }));
}

function unwrap<T>(result: Result<T, QinghaoError>): T {
  if (!result.ok) throw new ExitError(exitCodes.unreadable, result.error);
  return result.value;
}
