import { setImmediate as nextTurn } from "node:timers/promises";
import { type ChemKit, matchesQuery, parseSmartsQuery, type QueryView, withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread, withTransfer } from "@qinghao/compute/thread";
import { unwrap } from "@qinghao/kernel";
import { compileMatcher, type MoleculeMatcher } from "../../substructure/matcher.ts";
import { parseSmarts } from "../../substructure/parse-smarts.ts";
import { type Pattern, UnsupportedSmarts } from "../../substructure/pattern.ts";
import { LibraryFile } from "../library/library-file.ts";
import { type OpenMolecules, openMolecules } from "./open-molecules.ts";
import type { SubstructureInit, SubstructureOutput, SubstructureTask } from "./substructure-task.ts";

/** A query as this thread has prepared it; the last one is kept. */
type Prepared = {
  readonly smarts: string;
  /** Null where only the toolkit can match it. */
  readonly pattern: Pattern | null;
  readonly matchers: Map<number, MoleculeMatcher>;
};

/** One thread of a substructure search: matches packed molecules, and asks the toolkit where they do not say enough. */
serveThread<SubstructureInit, SubstructureTask, SubstructureOutput>(({ libraryPath, segments }) => {
  const opened = new Map<number, OpenMolecules>();
  let prepared: Prepared | null = null;
  let toolkit: Promise<Toolkit> | null = null;
  const moleculesOf = (segment: number): OpenMolecules => {
    const known = opened.get(segment) ?? openMolecules(segments[segment]!);
    opened.set(segment, known);
    return known;
  };
  return async ({ smarts, segment, rows }, { signal }) => {
    if (prepared?.smarts !== smarts) prepared = { smarts, pattern: patternOf(smarts), matchers: new Map() };
    const { pattern, matchers } = prepared;
    const { firstRow, offsets, words, types, frequencies } = moleculesOf(segment);
    const found = new Uint32Array(rows.length);
    let count = 0;
    let asked = 0;
    let matcher = matchers.get(segment);
    if (pattern !== null && matcher === undefined) {
      matcher = compileMatcher(pattern, types, frequencies);
      matchers.set(segment, matcher);
    }
    for (const row of rows) {
      const at = offsets[row - firstRow]!;
      if (at === offsets[row - firstRow + 1]) continue;
      let answer = matcher === undefined ? null : matcher.matches(words, at);
      if (answer === null) {
        toolkit ??= openToolkit(libraryPath);
        const { matches } = await toolkit;
        answer = matches(smarts, row);
        // The toolkit takes a millisecond for a molecule; a search that was called off ends in between.
        if (++asked % 16 === 0) await nextTurn();
        if (signal.aborted) break;
      }
      if (answer) found[count++] = row;
    }
    const output = { rows: found.slice(0, count) };
    return withTransfer(output, [output.rows.buffer]);
  };
});

type Toolkit = { matches(smarts: string, row: number): boolean };

async function openToolkit(libraryPath: string): Promise<Toolkit> {
  const kit: ChemKit = await loadChemKit();
  const library = LibraryFile.open(libraryPath);
  let query: { smarts: string; view: QueryView } | null = null;
  return {
    matches(smarts, row) {
      if (query?.smarts !== smarts) {
        query?.view.close();
        query = { smarts, view: unwrap(parseSmartsQuery(kit, smarts)) };
      }
      const { view } = query;
      const result = withMolecule(kit, library.smiles(row), (mol) => matchesQuery(mol, view) !== null);
      return result.ok && result.value;
    },
  };
}

function patternOf(smarts: string): Pattern | null {
  try {
    return parseSmarts(smarts);
  } catch (error) {
    if (error instanceof UnsupportedSmarts) return null;
    throw error;
  }
}
