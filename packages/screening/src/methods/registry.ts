import { screeningErrors } from "../errors.ts";
import { diversity } from "./diversity.ts";
import type { LigandMethod } from "./method.ts";
import { propertyFilter } from "./property-filter.ts";
import { similarity } from "./similarity.ts";

/** Methods that need molecules only, one line each. */
export const ligandMethods: readonly LigandMethod<never>[] = [propertyFilter, similarity, diversity] as never;

/** Throws `screening.method.unknown`. */
export function ligandMethod(id: string): LigandMethod<unknown> {
  const found = ligandMethods.find((method) => method.id === id);
  if (found !== undefined) return found as LigandMethod<unknown>;
  const known = ligandMethods.map((method) => method.id).join(", ");
  throw screeningErrors.create("method.unknown", { method: id, known });
}

/** The settings as the method's schema reads them. Throws `screening.settings.invalid` with the place. */
export function readSettings<Settings>(method: LigandMethod<Settings>, settings: unknown): Settings {
  const read = method.settings.safeParse(settings);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") || "settings";
  throw screeningErrors.create("settings.invalid", { method: method.id, where, reason: issue?.message ?? "" });
}
