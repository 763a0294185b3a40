import { screeningErrors } from "../errors.ts";
import { clusterRepresentatives } from "./cluster-representatives.ts";
import { diversity } from "./diversity.ts";
import { docking } from "./docking/docking.ts";
import type { LigandMethod, ScreeningMethod } from "./method.ts";
import { pharmacophore } from "./pharmacophore.ts";
import { propertyFilter } from "./property-filter.ts";
import { rescoring } from "./rescoring/rescoring.ts";
import { shape } from "./shape.ts";
import { similarity } from "./similarity.ts";

/** Methods that need molecules only, one line each. */
export const ligandMethods: readonly LigandMethod<never>[] = [
  propertyFilter,
  similarity,
  diversity,
  clusterRepresentatives,
  pharmacophore,
  shape,
] as never;

/** Methods that need a receptor too. */
export const receptorMethods = [docking, rescoring] as const;

/** Every way to screen. */
export const screeningMethods: readonly ScreeningMethod[] = [...(ligandMethods as never), ...receptorMethods];

/** Throws `screening.method.unknown`. */
export function screeningMethod(id: string): ScreeningMethod {
  const found = screeningMethods.find((method) => method.id === id);
  if (found !== undefined) return found;
  throw unknown(id, screeningMethods);
}

const unknown = (id: string, methods: readonly { id: string }[]) =>
  screeningErrors.create("method.unknown", { method: id, known: methods.map((method) => method.id).join(", ") });

/** A method that needs molecules only. Throws `screening.method.unknown`. */
export function ligandMethod(id: string): LigandMethod<unknown> {
  const found = ligandMethods.find((method) => method.id === id);
  if (found !== undefined) return found as LigandMethod<unknown>;
  throw unknown(id, ligandMethods);
}

/** The settings as the method's schema reads them. Throws `screening.settings.invalid` with the place. */
export function readSettings<Settings>(method: ScreeningMethod<Settings>, settings: unknown): Settings {
  const read = method.settings.safeParse(settings);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") || "settings";
  throw screeningErrors.create("settings.invalid", { method: method.id, where, reason: issue?.message ?? "" });
}
