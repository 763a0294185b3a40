import type { CompoundRow } from "@qinghao/db/schema";
import type { Locale } from "../context.ts";
import { apiErrors } from "../errors.ts";
import { absence } from "./absence.ts";

/** One column of an export: its heading carries the unit. */
export type ExportColumn = { heading: string; cell(row: CompoundRow): string };
export type ExportEndpoint = { id: string; unit: string };

const plain = (heading: string, cell: (row: CompoundRow) => string | number | null): ExportColumn => ({
  heading,
  cell: (row) => {
    const value = cell(row);
    if (value === null || (typeof value === "number" && !Number.isFinite(value))) return absence.unknown;
    return typeof value === "number" ? shortNumber(value) : value;
  },
});

const identity: Record<string, ExportColumn> = {
  id: plain("id", (row) => row.id),
  name: { heading: "name", cell: (row) => row.name ?? "" },
  smiles: plain("smiles", (row) => row.smiles),
  inchikey: plain("inchikey", (row) => row.inchikey),
  formula: plain("formula", (row) => row.formula),
  molWeight: plain("molecular weight [g/mol]", (row) => row.molWeight),
  heavyAtoms: plain("heavy atoms", (row) => row.heavyAtoms),
  createdAt: plain("registered at [UTC]", (row) => row.createdAt.toISOString()),
};

const descriptors: Record<string, ExportColumn> = {
  clogp: plain("clogp", (row) => row.descriptors.clogp),
  tpsa: plain("tpsa [Å²]", (row) => row.descriptors.tpsa),
  hbd: plain("hydrogen bond donors", (row) => row.descriptors.hbd),
  hba: plain("hydrogen bond acceptors", (row) => row.descriptors.hba),
  rotatableBonds: plain("rotatable bonds", (row) => row.descriptors.rotatableBonds),
  ringCount: plain("rings", (row) => row.descriptors.ringCount),
  fsp3: plain("fraction sp3", (row) => row.descriptors.fsp3),
};

/** Value, interval, domain, model version and, where it failed, the reason. */
function predictionColumns({ id, unit }: ExportEndpoint, locale: Locale): ExportColumn[] {
  const column = (
    heading: string,
    read: (shown: Extract<CompoundRow["predictions"][string], { value: number }>) => string,
  ): ExportColumn => ({
    heading,
    cell: (row) => {
      const shown = row.predictions[id];
      if (shown === undefined) return absence.notMeasured;
      return "failed" in shown ? absence.failed : read(shown);
    },
  });
  return [
    column(`${id} [${unit}]`, (shown) => shortNumber(shown.value)),
    column(`${id} lower bound [${unit}]`, (shown) => shortNumber(shown.lo)),
    column(`${id} upper bound [${unit}]`, (shown) => shortNumber(shown.hi)),
    column(`${id} in domain`, (shown) => String(shown.inDomain)),
    column(`${id} model version`, (shown) => shown.modelVersion),
    {
      heading: `${id} reason`,
      cell: (row) => {
        const shown = row.predictions[id];
        return shown !== undefined && "failed" in shown ? shown.failed[locale] : "";
      },
    },
  ];
}

/**
 * The columns named by a comma-separated list of columns, endpoint ids and the groups `descriptors` and `predictions`;
 * everything when it is empty. Id and SMILES always come first. Throws `api.column.unknown`.
 */
export function exportColumns(
  wish: string | null,
  endpoints: readonly ExportEndpoint[],
  locale: Locale,
): ExportColumn[] {
  const allPredictions = () => endpoints.flatMap((endpoint) => predictionColumns(endpoint, locale));
  const names = (wish ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) return [...Object.values(identity), ...Object.values(descriptors), ...allPredictions()];
  const chosen = names
    .filter((name) => name !== "id" && name !== "smiles")
    .flatMap((name) => {
      const single = Object.hasOwn(identity, name)
        ? identity[name]
        : Object.hasOwn(descriptors, name)
          ? descriptors[name]
          : undefined;
      if (single) return [single];
      if (name === "mw") return [identity.molWeight!];
      if (name === "descriptors") return Object.values(descriptors);
      if (name === "predictions") return allPredictions();
      const endpoint = endpoints.find(({ id }) => id === name || `prediction:${id}` === name);
      if (endpoint) return predictionColumns(endpoint, locale);
      throw apiErrors.create("column.unknown", { column: name.slice(0, 80) });
    });
  return [identity.id!, identity.smiles!, ...new Set(chosen)];
}

/** Up to 6 significant digits, without trailing zeros. */
export const shortNumber = (value: number): string => String(Number(value.toPrecision(6)));
