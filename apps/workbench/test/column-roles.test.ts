import { describe, expect, it } from "vitest";
import { mappingOf, rolesOf, withRole } from "../features/import/column-roles.ts";

const columns = ["ID", "SMILES", "logS"].map((name) => ({ name, sample: [], looksLike: "text" as const }));

describe("roles of columns", () => {
  it("reads the server's mapping by name and by place", () => {
    const byName = { structure: "SMILES", name: "ID", fields: ["logS"] };
    expect(rolesOf({ columns, mapping: byName, hasHeader: true })).toEqual(["name", "structure", "keep"]);
    expect(rolesOf({ columns, mapping: { structure: 1 }, hasHeader: false })).toEqual(["keep", "structure", "keep"]);
    const none = { structure: 1, fields: [] };
    expect(rolesOf({ columns, mapping: none, hasHeader: false })).toEqual(["skip", "structure", "skip"]);
    expect(rolesOf({ columns, mapping: null, hasHeader: true })).toEqual(["skip", "skip", "skip"]);
  });

  it("gives back the mapping it came from", () => {
    const mapping = { structure: "SMILES", name: "ID", fields: ["logS"] };
    expect(mappingOf(columns, rolesOf({ columns, mapping, hasHeader: true }), true)).toEqual(mapping);
  });

  it("names columns by place where there is no header", () => {
    expect(mappingOf(columns, ["skip", "structure", "name"], false)).toEqual({ structure: 1, name: 2, fields: [] });
  });

  it("has no mapping without a structure", () => {
    expect(mappingOf(columns, ["name", "keep", "skip"], true)).toBeNull();
  });

  it("moves a role that only one column can have", () => {
    expect(withRole(["name", "structure", "keep"], 2, "structure")).toEqual(["name", "keep", "structure"]);
    expect(withRole(["name", "structure", "keep"], 0, "skip")).toEqual(["skip", "structure", "keep"]);
  });
});
