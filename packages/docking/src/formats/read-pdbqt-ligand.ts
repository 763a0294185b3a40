import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { dockingErrors } from "../errors.ts";
import type { DockingLigand } from "../model.ts";
import { type RigidBody, rigidPairs, torsionTree } from "../prepare/torsion-tree.ts";
import { adjacencyOf } from "./adjacency.ts";
import { autodockKinds } from "./autodock-kinds.ts";
import { bondsByDistance } from "./bonds-by-distance.ts";
import { closeRings } from "./close-rings.ts";
import { type PdbqtAtom, readPdbqtAtom } from "./pdbqt-atom.ts";

/** Atoms and rigid bodies as a PDBQT file lists them. */
export interface PdbqtMolecule {
  readonly atoms: readonly PdbqtAtom[];
  readonly bodies: readonly RigidBody[];
  readonly bodyOf: readonly number[];
}

const ignored = /^(\s*$|REMARK|WARNING|TER|USER|COMPND|AUTHOR|CONECT|END\s*$|ENDBRANCH)/;

/**
 * Reads a ligand, or each of the poses of a file with several models, with its torsion tree.
 * Bonds come from distances, all with order 1. A ring that was cut open is closed again and kept as it is.
 * Errors name the line: `pdbqt.*`.
 */
export function readPdbqtLigands(text: string, name: string): Result<DockingLigand[], QinghaoError> {
  const models: DockingLigand[] = [];
  let reader = new TreeReader();
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const isEnd = line.startsWith("ENDMDL") || index === lines.length - 1;
    if (!/^(MODEL|ENDMDL)/.test(line)) {
      const problem = reader.add(line, index + 1);
      if (problem !== null) return err(problem);
    }
    if (!isEnd || reader.isEmpty) continue;
    const molecule = reader.finish();
    if (!molecule.ok) return molecule;
    models.push(toLigand(molecule.value, name));
    reader = new TreeReader();
  }
  return models.length === 0 ? err(dockingErrors.create("pdbqt.no_root")) : ok(models);
}

class TreeReader {
  readonly #atoms: PdbqtAtom[] = [];
  readonly #bodyOf: number[] = [];
  readonly #bodies: { parent: number; from: number; to: number; toSerial: number; line: number }[] = [];
  readonly #indexOfSerial = new Map<number, number>();
  #open: number[] = [];

  get isEmpty(): boolean {
    return this.#bodies.length === 0;
  }

  /** Takes one line; returns what is wrong with it, or null. */
  add(text: string, line: number): QinghaoError | null {
    if (text.startsWith("ATOM  ") || text.startsWith("HETATM")) return this.#addAtom(text, line);
    if (text.startsWith("ROOT")) {
      if (!this.isEmpty) return dockingErrors.create("pdbqt.second_root", { line });
      this.#bodies.push({ parent: -1, from: -1, to: -1, toSerial: -1, line });
      this.#open = [0];
    } else if (text.startsWith("BRANCH")) return this.#openBranch(text, line);
    else if (text.startsWith("ENDBRANCH")) this.#open.pop();
    else if (text.startsWith("BEGIN_RES")) return dockingErrors.create("pdbqt.not_rigid", { line });
    else if (!/^(ENDROOT|TORSDOF)/.test(text) && !ignored.test(text)) {
      return dockingErrors.create("pdbqt.record", { line, record: text.slice(0, 6).trim() });
    }
    return null;
  }

  #addAtom(text: string, line: number): QinghaoError | null {
    const body = this.#open.at(-1);
    if (body === undefined) return dockingErrors.create("pdbqt.outside", { line });
    const atom = readPdbqtAtom(text, line);
    if (!atom.ok) return atom.error;
    const index = this.#atoms.length;
    this.#atoms.push(atom.value);
    this.#bodyOf.push(body);
    this.#indexOfSerial.set(atom.value.serial, index);
    if (this.#bodies[body]!.toSerial === atom.value.serial) this.#bodies[body]!.to = index;
    return null;
  }

  #openBranch(text: string, line: number): QinghaoError | null {
    const [from, to] = text.slice(6).trim().split(/\s+/).map(Number);
    const parent = this.#open.at(-1);
    const anchor = this.#indexOfSerial.get(from ?? Number.NaN);
    if (parent === undefined || anchor === undefined || to === undefined || !Number.isInteger(to)) {
      return dockingErrors.create("pdbqt.branch", { line });
    }
    this.#open.push(this.#bodies.length);
    this.#bodies.push({ parent, from: anchor, to: -1, toSerial: to, line });
    return null;
  }

  finish(): Result<PdbqtMolecule, QinghaoError> {
    const torn = this.#bodies.find(({ parent, to }) => parent >= 0 && to < 0);
    if (torn !== undefined) return err(dockingErrors.create("pdbqt.branch", { line: torn.line }));
    return ok({
      atoms: this.#atoms,
      bodyOf: this.#bodyOf,
      bodies: this.#bodies.map(({ parent, from, to }) => ({ parent, from, to })),
    });
  }
}

function toLigand({ atoms, bodies, bodyOf }: PdbqtMolecule, name: string): DockingLigand {
  const types = atoms.map(({ type }) => type);
  const positions = Float64Array.from(atoms.flatMap(({ position }) => position));
  const radii = Float64Array.from(types, ({ covalentRadius }) => covalentRadius);
  const bonds = bondsByDistance(positions, radii, rigidPairs(bodies, bodyOf));
  const kinds = autodockKinds(types, bonds);
  const elements = Uint8Array.from(types, ({ atomicNumber }) => atomicNumber);
  // The stand-in for the other end of an opened ring counts as the heavy atom it stands for.
  const opened = {
    elements: elements.map((atomicNumber) => atomicNumber || 6),
    kinds,
    bodies,
    bodyOf,
    neighbours: adjacencyOf(types.length, bonds),
  };
  const closed = closeRings({ types, elements, kinds, positions, bonds, bodies, bodyOf });
  const tree = torsionTree({ ...closed, neighbours: adjacencyOf(closed.elements.length, closed.bonds) });
  return {
    name,
    atoms: closed.elements.length,
    elements: closed.elements,
    kinds: closed.kinds,
    positions: closed.positions,
    ...tree,
    // A ring that was cut counts as flexible for the entropy, as in AutoDock Vina, though it is kept as it is.
    torsions: torsionTree(opened).torsions,
    bonds: withOrderOne(closed.bonds),
  };
}

function withOrderOne(bonds: readonly number[]): Uint16Array {
  const rows = new Uint16Array((bonds.length / 2) * 3).fill(1);
  for (let b = 0; b < bonds.length / 2; b++) {
    rows[3 * b] = bonds[2 * b]!;
    rows[3 * b + 1] = bonds[2 * b + 1]!;
  }
  return rows;
}
