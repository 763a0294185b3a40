import type { LigandPlace, SearchLigand } from "../../search/ligand-layout.ts";
import type { SitePlan } from "../../search/site-plan.ts";

/** A ligand as `search.wgsl.ts` reads it, made of what `placeLigand` wrote for the WebAssembly kernel. */
export interface PackedLigand {
  readonly atoms: Float32Array<ArrayBuffer>;
  readonly bodies: Float32Array<ArrayBuffer>;
  readonly pairs: Uint32Array<ArrayBuffer>;
  readonly mobility: Float32Array<ArrayBuffer>;
  readonly gyration: number;
  /** Words of one pose, and of all that a chain keeps. */
  readonly poseWords: number;
  readonly chainWords: number;
  /** First word of a chain's current pose, and of its best. */
  readonly currentWord: number;
  readonly bestWord: number;
}

const branchWords = 40;
const frameWords = 21;

export function packLigand(
  memory: ArrayBufferLike,
  plan: SitePlan,
  search: SearchLigand,
  place: LigandPlace,
): PackedLigand {
  const header = new Uint32Array(memory, place.header, 14);
  const [atomCount, bodyCount, local] = [header[0]!, header[1]!, header[2]!];
  const atoms = new Float32Array(memory, local, 4 * atomCount).slice() as Float32Array<ArrayBuffer>;
  const mapOf = new Uint32Array(atoms.buffer);
  for (let atom = 0; atom < atomCount; atom++) mapOf[4 * atom + 3] = (mapOf[4 * atom + 3]! - plan.maps) / 8;
  const bodies = new Float32Array(12 * bodyCount);
  const words = new Uint32Array(bodies.buffer);
  for (let body = 0; body < bodyCount; body++) {
    const at = header[5]! + 4 * branchWords * body;
    bodies.set(new Float32Array(memory, at, 8), 12 * body);
    const [, first, end] = new Uint32Array(memory, at + 32, 3);
    words[12 * body + 3] = Math.max(search.tree[body]!.parent, 0);
    words.set([first! / 16, end! / 16], 12 * body + 8);
  }
  const mobility = new Float32Array(memory, header[9]!, place.freedomBytes / 4);
  const freedoms = 5 + bodyCount;
  const poseWords = 7 + bodyCount;
  const currentWord = 6 * atomCount + frameWords * bodyCount;
  return {
    atoms,
    bodies,
    pairs: packPairs(memory, header[6]!, header[7]!),
    mobility: Float32Array.from([
      ...mobility.slice(0, 3),
      ...mobility.slice(4, 7),
      ...mobility.slice(8, 8 + bodyCount - 1),
    ]),
    gyration: new Float32Array(memory, place.header + 44, 1)[0]!,
    poseWords,
    chainWords: currentWord + 4 * poseWords + 2 * freedoms,
    currentWord,
    bestWord: currentWord + 3 * poseWords,
  };
}

function packPairs(memory: ArrayBufferLike, from: number, to: number): Uint32Array<ArrayBuffer> {
  const runs = new Uint32Array(memory, from, (to - from) / 4);
  const pairs: number[] = [];
  let at = 0;
  while (at < runs.length) {
    const first = runs[at]! / 16;
    const end = at + 2 + 2 * runs[at + 1]!;
    for (at += 2; at < end; at += 2) pairs.push(first, runs[at]! / 16, runs[at + 1]! / 8, 0);
  }
  return Uint32Array.from(pairs);
}

/** A pose of the shader as the rest of the search keeps it: position, 0, quaternion, torsions. */
export const freedomOf = (pose: ArrayLike<number>): Float32Array =>
  Float32Array.from([pose[1]!, pose[2]!, pose[3]!, 0, ...Array.from(pose).slice(4)]);
