import { readFileSync } from "node:fs";
import { copyFile, mkdtemp, open, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  type ChemKit,
  computeFingerprint,
  matchesQuery,
  parseSmartsQuery,
  readRecords,
  tanimoto,
  withMolecule,
} from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SearchHits, SimilarityIndex } from "../../src/index.ts";
import { LibraryWriter } from "../../src/node/library/library-writer.ts";
import { SegmentData } from "../../src/node/library/segment-data.ts";
import { buildLibrary, LibraryFile, loadSearchKernel, openSubstructureSearch } from "../../src/node.ts";

const { molecules } = JSON.parse(readFileSync(new URL("../golden/substructures.json", import.meta.url), "utf8")) as {
  molecules: string[];
};
/** The golden molecules with names, a row that is no structure after every tenth. */
const rows = molecules.flatMap((smiles, i) => (i % 10 === 9 ? [`${smiles} m${i}`, "C1CC bad"] : [`${smiles} m${i}`]));

let folder: string;
let path: string;
let kit: ChemKit;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "qinghao-library-"));
  path = join(folder, "library.qlib");
  kit = await loadChemKit();
  const built = await buildLibrary(recordsOf(rows), path, {
    kinds: ["morgan2", "maccs"],
    threads: 1,
    segmentRows: 300,
  });
  expect(built).toEqual({ rows: rows.length, failed: 4 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const recordsOf = (lines: readonly string[]) =>
  readRecords(Readable.from([Buffer.from(lines.join("\n"))]), { fileName: "library.smi" });

const fingerprintOf = (smiles: string, kind: "morgan2" | "maccs") =>
  unwrap(withMolecule(kit, smiles, (mol) => computeFingerprint(mol, kind)));

const listed = ({ rows: found, similarities }: SearchHits) => Array.from(found, (row, i) => [row, similarities[i]!]);

const indexOf = async (library: LibraryFile, kind: "morgan2" | "maccs", memoryBytes?: number) =>
  new SimilarityIndex(await loadSearchKernel(), library.fingerprints(kind), { memoryBytes });

/** By the definition, over the rows that can be read. */
function expectedHits(query: string, kind: "morgan2" | "maccs", limit: number) {
  const fingerprint = fingerprintOf(query, kind);
  return rows
    .flatMap((line, row) => {
      const [smiles, name] = line.split(" ") as [string, string];
      return name === "bad" ? [] : [[row, tanimoto(fingerprint, fingerprintOf(smiles, kind))] as [number, number]];
    })
    .sort(([rowA, a], [rowB, b]) => b - a || rowA - rowB)
    .slice(0, limit);
}

describe("a library file", () => {
  it("has every row of its input, the unreadable ones listed with their reason", () => {
    using library = LibraryFile.open(path);
    expect([library.rows, library.failedRows, library.kinds]).toEqual([
      rows.length,
      4,
      ["morgan2", "maccs", "pattern"],
    ]);
    rows.forEach((line, row) => {
      const [smiles, name] = line.split(" ");
      expect([library.id(row), library.smiles(row)]).toEqual([name, name === "bad" ? "" : smiles]);
    });
    const failures = [...library.failures()];
    expect(failures.map(({ row }) => row)).toEqual(rows.flatMap((line, row) => (line.endsWith(" bad") ? [row] : [])));
    expect(failures[0]).toMatchObject({ line: 11, text: "C1CC", code: "chemistry.structure.ring_open" });
    expect(failures[0]!.reason.zh).toMatch(/环/);
  });

  it.each(["morgan2", "maccs"] as const)("is searched by %s as the definition says", async (kind) => {
    using library = LibraryFile.open(path);
    const index = await indexOf(library, kind);
    for (const query of molecules.slice(0, 12)) {
      expect(listed(index.search(fingerprintOf(query, kind), { limit: 8 }))).toEqual(expectedHits(query, kind, 8));
    }
  });

  it("grows by appending, and is searched in little memory", async () => {
    const grown = join(folder, "grown.qlib");
    await copyFile(path, grown);
    const more = ["c1ccccc1CCN added", "C1CC bad", "CC(=O)Oc1ccccc1C(=O)O again"];
    const options = { kinds: ["morgan2" as const], append: true, threads: 1 };
    expect(await buildLibrary(recordsOf(more), grown, options)).toEqual({ rows: 3, failed: 1 });
    using library = LibraryFile.open(grown);
    expect([library.rows, library.segments.length, library.id(rows.length)]).toEqual([rows.length + 3, 2, "added"]);
    const index = await indexOf(library, "morgan2", 2048 * 64);
    const { rows: found } = index.search(fingerprintOf(molecules[0]!, "morgan2"), { limit: 2 });
    expect([...found]).toEqual([0, rows.length + 2]);
    await expect(buildLibrary(recordsOf(more), grown, { ...options, kinds: ["torsion"] })).rejects.toThrow("morgan2");
  });

  it("is as it was when an append does not come to its end", async () => {
    const broken = join(folder, "broken.qlib");
    await copyFile(path, broken);
    const writer = await LibraryWriter.append(broken);
    const segment = new SegmentData(writer.rows);
    segment.add({
      ids: ["lost"],
      smiles: [""],
      molecules: { words: new Uint16Array(0), offsets: Uint32Array.of(0, 0), types: new Uint32Array(0) },
      readable: new Uint32Array(0),
      fingerprints: { morgan2: new Uint8Array(0), maccs: new Uint8Array(0), pattern: new Uint8Array(0) },
      failures: [],
    });
    await writer.addSegment(segment);
    await writer.close();
    using library = LibraryFile.open(broken);
    expect([library.rows, library.id(0)]).toEqual([rows.length, "m0"]);
  });

  it("says when it is damaged, cut off or none at all", async () => {
    const damagedAt = async (offset: number) => {
      const copy = join(folder, `damaged-${offset}.qlib`);
      await copyFile(path, copy);
      const file = await open(copy, "r+");
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, offset);
      await file.write(Buffer.of(byte[0]! ^ 0x10), 0, 1, offset);
      await file.close();
      return copy;
    };
    const header = await damagedAt(20);
    expect(() => LibraryFile.open(header)).toThrow("damaged (header)");
    using whole = LibraryFile.open(path);
    const columns = await damagedAt(whole.segments[0]!.fingerprints[0]!.columns.offset + 3);
    using library = LibraryFile.open(columns);
    const index = await indexOf(library, "morgan2");
    expect(() => index.search(new Uint8Array(256).fill(255), { limit: 1 })).toThrow("damaged (fingerprints)");
    const cut = await damagedAt(20_000);
    await truncate(cut, 20_000);
    expect(() => LibraryFile.open(cut)).toThrow("damaged (directory)");
    expect(() => LibraryFile.open(join(folder, "none.qlib"))).toThrow("no library");
    const text = join(folder, "text.qlib");
    await (await open(text, "w")).close();
    expect(() => LibraryFile.open(text)).toThrow("not a Qinghao library");
  });

  it("leaves nothing behind when its building is called off", async () => {
    const stop = new AbortController();
    stop.abort();
    const target = join(folder, "stopped.qlib");
    await expect(buildLibrary(recordsOf(rows), target, { threads: 1, signal: stop.signal })).rejects.toThrow();
    await expect(open(target)).rejects.toThrow("ENOENT");
    await expect(open(`${target}.part`)).rejects.toThrow("ENOENT");
  });
});

describe("a substructure search", () => {
  it.each(["c1ccccc1", "C(=O)[O-]", "[$([NX3;H2]-c)]", "F/C=C/F", "C[C@H](N)O", "[D{2-3}]", "[Xe]"])(
    "finds the rows in which the toolkit finds %s",
    async (smarts) => {
      using library = LibraryFile.open(path);
      using query = unwrap(parseSmartsQuery(kit, smarts));
      const expected = rows.flatMap((line, row) => {
        const found = withMolecule(kit, line.split(" ")[0]!, (mol) => matchesQuery(mol, query) !== null);
        return found.ok && found.value ? [row] : [];
      });
      await using search = await openSubstructureSearch(library, kit, { threads: 1 });
      const found: number[] = [];
      for await (const batch of search.search(smarts)) found.push(...batch);
      expect(found).toEqual(expected);
    },
  );

  it("ends when it is called off, and refuses what is no SMARTS", async () => {
    using library = LibraryFile.open(path);
    await using search = await openSubstructureSearch(library, kit, { threads: 1 });
    const stop = new AbortController();
    stop.abort();
    await expect(search.search("C", stop.signal).next()).rejects.toThrow();
    await expect(search.search("C(").next()).rejects.toThrow("query structure");
  });
});
