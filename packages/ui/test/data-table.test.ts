import { describe, expect, it } from "vitest";
import { type DataColumn, rangeBetween, rangeToTsv } from "../src/data-table/column.ts";
import { moveCell } from "../src/data-table/move.ts";
import { assignSlots, rowsToDraw } from "../src/data-table/row-slots.ts";

const size = { rows: 100, columns: 4, pageRows: 10 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });

describe("moveCell", () => {
  it.each([
    { key: "ArrowDown", from: [0, 0], to: [1, 0] },
    { key: "ArrowUp", from: [0, 2], to: [-1, 2] },
    { key: "ArrowUp", from: [-1, 2], to: [-1, 2] },
    { key: "ArrowRight", from: [5, 3], to: [5, 3] },
    { key: "ArrowLeft", from: [5, 3], to: [5, 2] },
    { key: "PageDown", from: [95, 1], to: [99, 1] },
    { key: "PageUp", from: [5, 1], to: [0, 1] },
    { key: "Home", from: [5, 3], to: [5, 0] },
    { key: "End", from: [5, 0], to: [5, 3] },
  ])("$key from $from goes to $to", ({ key, from, to }) => {
    const [row = 0, column = 0] = from;
    expect(moveCell({ row, column }, press(key), size)).toEqual({ row: to[0], column: to[1] });
  });

  it("goes to the ends with Ctrl", () => {
    expect(moveCell({ row: 5, column: 2 }, press("ArrowDown", true), size)).toEqual({ row: 99, column: 2 });
    expect(moveCell({ row: 5, column: 2 }, press("End", true), size)).toEqual({ row: 99, column: 3 });
    expect(moveCell({ row: 5, column: 2 }, press("Home", true), size)).toEqual({ row: 0, column: 0 });
  });

  it("leaves other keys alone", () => expect(moveCell({ row: 0, column: 0 }, press("x"), size)).toBeNull());
});

describe("copying a range", () => {
  type Row = { name: string; mass: number };
  const rows: Row[] = [
    { name: "aspirin", mass: 180.16 },
    { name: "two\tpart\nname", mass: 1 },
  ];
  const columns: DataColumn<Row>[] = [
    { id: "name", name: "Name", width: 100, cell: (row) => row.name, text: (row) => row.name },
    { id: "mass", name: "Mass", width: 100, cell: (row) => row.mass, text: (row) => String(row.mass) },
  ];

  it("is the same whichever corner it began at", () => {
    const forth = rangeBetween({ row: 0, column: 0 }, { row: 1, column: 1 });
    expect(rangeBetween({ row: 1, column: 0 }, { row: 0, column: 1 })).toEqual(forth);
  });

  it("writes tab-separated lines and cleans cells of tabs and breaks", () => {
    const range = rangeBetween({ row: 0, column: 0 }, { row: 1, column: 1 });
    expect(rangeToTsv(range, columns, (index) => rows[index])).toEqual({
      text: "aspirin\t180.16\ntwo part name\t1",
      cells: 4,
    });
  });

  it("leaves out rows that are not loaded", () => {
    const range = rangeBetween({ row: 0, column: 1 }, { row: 9, column: 1 });
    expect(rangeToTsv(range, columns, (index) => rows[index])).toEqual({ text: "180.16\n1", cells: 2 });
  });
});

describe("rows in view", () => {
  const items = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ index: from + i }));
  const shown = (slots: readonly { slot: number; item: { index: number } }[]) =>
    slots.map(({ slot, item }) => `${slot}:${item.index}`).join(" ");

  it("keep their elements while scrolling; the element of a row that left shows one that came", () => {
    const rest = assignSlots(items(5, 4), [], false);
    expect(shown(rest)).toBe("1:5 2:6 3:7 0:8");
    const moved = assignSlots(items(7, 4), [1, 2, 3, 0], true);
    expect(shown(moved)).toBe("1:9 2:10 3:7 0:8");
    expect(shown(assignSlots(items(7, 4), [1, 2, 3, 0], false))).toBe("3:7 0:8 1:9 2:10");
  });

  it("are all there when the view grows while scrolling", () => {
    const grown = assignSlots(items(7, 5), [1, 2, 3, 0], true);
    expect(grown.map(({ item }) => item.index).sort()).toEqual([10, 11, 7, 8, 9]);
    expect(new Set(grown.map(({ slot }) => slot)).size).toBe(5);
  });

  it.each([
    { startIndex: 0, count: 100, first: 0, length: 9 },
    { startIndex: 50, count: 100, first: 48, length: 9 },
    { startIndex: 97, count: 100, first: 91, length: 9 },
    { startIndex: 0, count: 3, first: 0, length: 3 },
  ])("are equally many from row $startIndex of $count", ({ startIndex, count, first, length }) => {
    const rows = rowsToDraw({ startIndex, count, overscan: 2 }, 5);
    expect(rows).toHaveLength(length);
    expect(rows[0]).toBe(first);
  });
});
