import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { z } from "zod";
import { dockingErrors } from "../errors.ts";
import type { DockingReceptor } from "../model.ts";

const byte = z.number().int().min(0).max(255);
const record = z.object({
  version: z.literal(1),
  name: z.string(),
  elements: z.array(byte),
  kinds: z.array(byte),
  positions: z.array(z.number()),
  /** Chain, residue, number, insertion code and name of each atom. */
  labels: z.array(z.tuple([z.string(), z.string(), z.number().int(), z.string(), z.string()])),
});

/** A prepared receptor as JSON; nothing is rounded or cut. */
export function writeReceptorRecord(receptor: DockingReceptor): string {
  const { name, elements, kinds, positions, labels } = receptor;
  const written: z.infer<typeof record> = {
    version: 1,
    name,
    elements: [...elements],
    kinds: [...kinds],
    positions: [...positions],
    labels: labels.map(({ chain, residue, number, insertion, name: atom }) => [
      chain,
      residue,
      number,
      insertion,
      atom,
    ]),
  };
  return JSON.stringify(written);
}

/** Reads what `writeReceptorRecord` wrote. Errors: `receptor.record` where it is anything else. */
export function readReceptorRecord(text: string): Result<DockingReceptor, QinghaoError> {
  const read = record.safeParse(jsonOrNull(text));
  if (!read.success) return err(dockingErrors.create("receptor.record"));
  const { name, elements, kinds, positions, labels } = read.data;
  const atoms = elements.length;
  if (kinds.length !== atoms || labels.length !== atoms || positions.length !== 3 * atoms) {
    return err(dockingErrors.create("receptor.record"));
  }
  return ok({
    name,
    atoms,
    elements: Uint8Array.from(elements),
    kinds: Uint8Array.from(kinds),
    positions: Float64Array.from(positions),
    labels: labels.map(([chain, residue, number, insertion, atom]) => {
      return { chain, residue, number, insertion, name: atom };
    }),
  });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
