import { expect, test } from "vitest";
import { scopeOf } from "../../compound-filter/run-scope.ts";
import {
  emptyTableState,
  filterOf,
  readTableState,
  type TableState,
  writeTableState,
} from "../../compound-filter/table-state.ts";
import { compoundAddress, editAddress } from "../../features/compounds/addresses.ts";
import { exportAddress } from "../../features/compounds/export-address.ts";

const full: TableState = {
  text: "artem isinin & co",
  ranges: [
    { column: "mw", min: 200, max: 500 },
    { column: "prediction:aqueous-solubility", min: -4.5 },
    { column: "clogp", max: -0.5 },
  ],
  sort: { column: "prediction:lipophilicity", dir: "desc" },
  searchId: "srch_0000000001",
  columns: ["structure", "name", "prediction:lipophilicity"],
  rowHeight: 88,
  compoundId: "cmpd_0000000001",
  runId: "run_0000000001",
};

test("a state survives the way through the address", () => {
  const address = writeTableState(full).toString();
  expect(readTableState(new URLSearchParams(address))).toEqual(full);
});

test("the usual state leaves the address empty", () => {
  expect(writeTableState(emptyTableState).toString()).toBe("");
  expect(readTableState(new URLSearchParams(""))).toEqual(emptyTableState);
});

test.each([
  ["a range without an end", "range=mw::", { ranges: [] }],
  ["a range that is no number", "range=mw:a:b", { ranges: [] }],
  ["a column that does not exist", "range=secret:1:2&sort=secret:asc", { ranges: [], sort: null }],
  ["a direction that does not exist", "sort=mw:sideways", { sort: null }],
  ["an unknown row height", "height=37", { rowHeight: 56 }],
  ["columns with code in them", "columns=<b>,mw", { columns: ["mw"] }],
])("%s is left out", (_what, query, expected) => {
  expect(readTableState(new URLSearchParams(query))).toMatchObject(expected);
});

test("the filter names only what is set", () => {
  expect(filterOf(emptyTableState)).toEqual({});
  expect(filterOf(full)).toEqual({
    text: "artem isinin & co",
    ranges: full.ranges,
    search: { searchId: "srch_0000000001" },
  });
});

test("addresses keep text that means something to an address", () => {
  const edit = new URL(editAddress("prj_1", { id: "cmpd_1", name: "A & B", smiles: "C#N+1=[2]" }), "http://x");
  expect(edit.searchParams.get("smiles")).toBe("C#N+1=[2]");
  expect(edit.searchParams.get("name")).toBe("A & B");
  const compound = new URL(compoundAddress("prj_1", "cmpd_2", full, 17), "http://x");
  expect(compound.searchParams.get("at")).toBe("17");
  expect(readTableState(compound.searchParams)).toEqual({ ...full, compoundId: null, runId: null });
  const file = new URL(exportAddress("prj_1", "csv", full, ["structure", "name", "mw"]), "http://x");
  expect(file.pathname).toBe("/api/v1/projects/prj_1/export.csv");
  expect(file.searchParams.get("columns")).toBe("name,mw");
  expect(file.searchParams.getAll("range")).toHaveLength(3);
});

test("the scope of a run is the table's own filter, or the rows that are selected", () => {
  const narrowed = { ...emptyTableState, ranges: full.ranges, searchId: "srch_1" };
  expect(scopeOf("filter", narrowed, [])).toEqual({
    kind: "filter",
    ranges: full.ranges,
    search: { searchId: "srch_1" },
  });
  expect(scopeOf("selected", emptyTableState, new Set(["cmpd_3"]))).toEqual({ kind: "ids", ids: ["cmpd_3"] });
  expect(scopeOf("missing", narrowed, [])).toEqual({ kind: "missing" });
});
