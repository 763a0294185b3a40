// Where the host put a query and the molecule to be laid over it. Lengths in angstrom, numbers of 32 bits unless said otherwise.

/** Coordinates of the query's points, in chunks of four that share a kind. */
export let queryX: usize = 0;
export let queryY: usize = 0;
export let queryZ: usize = 0;
/** x, y, z and the address of its kind, for each point that is moved; atoms first, then colours. */
export let points: usize = 0;
export let pointCount: i32 = 0;
export let atomCount: i32 = 0;

/** Self-overlaps of query and molecule added up; share of colour in the objective; length that a rotation is measured by. */
export let atomSelf: f64 = 0;
export let colourSelf: f64 = 0;
export let colourWeight: f64 = 0;
export let lever: f64 = 1;

/** Pose: a unit quaternion (w, x, y, z) and a translation, seven f64. */
export const pose: usize = memory.data(56, 16);
/** Overlap of atoms and of colours, two f64. */
export const overlaps: usize = memory.data(16, 16);
/** Gradient of the objective by translation and by rotation about the axes times `lever`, six f64. */
export const gradient: usize = memory.data(48, 16);

export function setQuery(x: usize, y: usize, z: usize): void {
  queryX = x;
  queryY = y;
  queryZ = z;
}

export function setMolecule(at: usize, count: i32, atoms: i32, radius: f64): void {
  points = at;
  pointCount = count;
  atomCount = atoms;
  lever = radius;
}

export function setScale(atoms: f64, colours: f64, weight: f64): void {
  atomSelf = atoms;
  colourSelf = colours;
  colourWeight = weight;
}
