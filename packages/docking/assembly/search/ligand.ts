// The bound ligand: where its parts lie in memory. Written by `src/search/ligand-layout.ts`, which names the same
// offsets. Vectors are four f32, the last lane 0 unless said. Coordinates are relative to the grid's first corner, Å.

/** One branch: 160 bytes. The first 48 are written by the layout, the rest by each placing. */
export const branchBytes: usize = 160;
/** From the parent's origin to this one's, in the reference pose. */
export const branchOffset: usize = 0;
/** Unit vector of the rotatable bond in the reference pose. */
export const branchAxis: usize = 16;
/** u32: byte offset of the parent's record; byte offsets of the first atom and of the one after the last. */
export const branchParent: usize = 32;
export const branchFirst: usize = 36;
export const branchEnd: usize = 40;
export const branchOrigin: usize = 48;
export const branchColumnX: usize = 64;
export const branchColumnY: usize = 80;
export const branchColumnZ: usize = 96;
export const branchWorldAxis: usize = 112;
/** Sum of dE/dx over the branch and what hangs on it, and its moment about the branch's origin. */
export const branchForce: usize = 128;
export const branchMoment: usize = 144;

export let atomBytes: usize = 0;
export let branchesBytes: usize = 0;
export let torsions: i32 = 0;
/** Coordinates of a pose as f32: position and 0; quaternion x, y, z, w; torsions, filled up to a multiple of four. */
export let freedomBytes: usize = 0;
/** [x, y, z, address of the atom's grid map] in the branch's frame. */
export let localAtoms: usize = 0;
export let worldAtoms: usize = 0;
/** [dE/dx, dE/dy, dE/dz, 0] */
export let forces: usize = 0;
export let branches: usize = 0;
/** Runs: offset of atom i, number of partners, then for each the offset of atom j and of the pair's function. */
export let pairs: usize = 0;
export let pairsEnd: usize = 0;
/** u32 for each atom: offset of the first function of its kind. */
export let atomKinds: usize = 0;
/** Inverse of the stiffness guessed for each coordinate. */
export let mobility: usize = 0;
/** Sines of the torsions, and their cosines. */
export let sines: usize = 0;
export let cosines: usize = 0;
/** Room for the minimiser. */
export let room: usize = 0;
/** Radius of gyration, Å. */
export let gyration: f32 = 1;

export function bindLigand(header: usize): void {
  atomBytes = (<usize>load<u32>(header)) << 4;
  const count = load<u32>(header, 4);
  torsions = <i32>count - 1;
  branchesBytes = <usize>count * branchBytes;
  freedomBytes = 32 + (((<usize>torsions + 3) >> 2) << 4);
  localAtoms = load<u32>(header, 8);
  worldAtoms = load<u32>(header, 12);
  forces = load<u32>(header, 16);
  branches = load<u32>(header, 20);
  pairs = load<u32>(header, 24);
  pairsEnd = load<u32>(header, 28);
  atomKinds = load<u32>(header, 32);
  mobility = load<u32>(header, 36);
  room = load<u32>(header, 40);
  gyration = load<f32>(header, 44);
  sines = load<u32>(header, 48);
  cosines = load<u32>(header, 52);
}
