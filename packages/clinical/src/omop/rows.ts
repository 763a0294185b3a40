/** A row of an OMOP CSV by lower-case column name; an empty cell is the empty string. */
export type CsvRow = Readonly<Record<string, string>>;

/** Rows of the CDM tables that are read, by lower-case table name. A table that is absent has no rows. */
export type OmopTables = (table: string) => Iterable<CsvRow>;

/** Tables of the CDM 5.4 that hold people and their facts, people first. */
export const personTables = [
  "person",
  "death",
  "observation_period",
  "condition_occurrence",
  "drug_exposure",
  "procedure_occurrence",
  "measurement",
  "observation",
  "visit_occurrence",
] as const;

export const numberOf = (text: string | undefined): number | null => {
  if (text === undefined || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
};

/** `2014-04-22` of a date or datetime cell; null for an empty one. */
export const dateOfCell = (text: string | undefined): string | null =>
  /^\d{4}-\d{2}-\d{2}/.exec(text ?? "")?.[0] ?? null;
