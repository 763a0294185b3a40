import type { ImportMapping, ImportPreview } from "@qinghao/api/schema";

/** What a column of the file becomes. */
export type ColumnRole = "structure" | "name" | "keep" | "skip";

/** A role for each column, from the mapping that the server found. Where it names no further fields, all are kept. */
export function rolesOf(preview: Pick<ImportPreview, "columns" | "mapping" | "hasHeader">): ColumnRole[] {
  const { columns, mapping } = preview;
  const isMeant = (wanted: string | number | undefined, index: number) =>
    wanted !== undefined && (wanted === index || wanted === columns[index]?.name);
  return columns.map((column, index) => {
    if (mapping === null) return "skip";
    if (isMeant(mapping.structure, index)) return "structure";
    if (isMeant(mapping.name, index)) return "name";
    if (mapping.fields === undefined) return "keep";
    return mapping.fields.includes(column.name) ? "keep" : "skip";
  });
}

/** The mapping that roles stand for; null while no column holds the structure. */
export function mappingOf(
  columns: readonly { name: string }[],
  roles: readonly ColumnRole[],
  hasHeader: boolean,
): ImportMapping | null {
  const place = (index: number) => (hasHeader ? (columns[index]?.name ?? index) : index);
  const structure = roles.indexOf("structure");
  const name = roles.indexOf("name");
  if (structure === -1) return null;
  const fields = columns.filter((_, index) => roles[index] === "keep").map((column) => column.name);
  return {
    structure: place(structure),
    ...(name === -1 ? {} : { name: place(name) }),
    fields,
  };
}

/** Gives one column a role; structure and name can stand in one column only, so the former holder is kept as a field. */
export function withRole(roles: readonly ColumnRole[], index: number, role: ColumnRole): ColumnRole[] {
  const isSingle = role === "structure" || role === "name";
  return roles.map((old, at) => (at === index ? role : isSingle && old === role ? "keep" : old));
}
