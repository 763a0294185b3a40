// What one fragment's arrays are and where they lie. The host lays them out, writes the header below and calls `attach`.
// Positions and gradients have four numbers per atom: x, y, z and the fourth dimension of the embedding.

/** Atoms. */
export let atoms: i32 = 0;
export let position: usize = 0;
export let gradient: usize = 0;
/** Room of the minimiser: (3 + 2 * memory) vectors of 4 * atoms numbers. */
export let work: usize = 0;
/** atoms x atoms: upper bounds above the diagonal, lower bounds below it, Å. */
export let bounds: usize = 0;
/** atoms x atoms, room for the metric matrix. */
export let metric: usize = 0;
/** Squared lower and upper bound of each pair i < j, two numbers a pair. */
export let squares: usize = 0;
/** Signed volumes: 4 atoms each; lowest and highest volume each. */
export let volumes: i32 = 0;
export let volumeAtoms: usize = 0;
export let volumeLimits: usize = 0;
export let bonds: i32 = 0;
export let bondAtoms: usize = 0;
/** Force constant and length. */
export let bondNumbers: usize = 0;
export let angles: i32 = 0;
export let angleAtoms: usize = 0;
/** Coefficients of cos^0 to cos^4. */
export let angleNumbers: usize = 0;
export let torsions: i32 = 0;
export let torsionAtoms: usize = 0;
/** Coefficients of cos^0 to cos^6. */
export let torsionNumbers: usize = 0;
export let inversions: i32 = 0;
/** Three neighbours and the centre they lie around; the last neighbour is the one that leaves the plane. */
export let inversionAtoms: usize = 0;
/** K, C0, C1, C2. */
export let inversionNumbers: usize = 0;
export let contacts: i32 = 0;
export let contactAtoms: usize = 0;
/** Depth D, squared distance x² of least energy, squared distance of the soft repulsion. */
export let contactNumbers: usize = 0;

/** Takes the header: 28 words of 32 bits in the order of the declarations above. */
export function attach(header: usize): void {
  atoms = load<i32>(header);
  position = load<u32>(header, 4);
  gradient = load<u32>(header, 8);
  work = load<u32>(header, 12);
  bounds = load<u32>(header, 16);
  metric = load<u32>(header, 20);
  squares = load<u32>(header, 24);
  volumes = load<i32>(header, 28);
  volumeAtoms = load<u32>(header, 32);
  volumeLimits = load<u32>(header, 36);
  bonds = load<i32>(header, 40);
  bondAtoms = load<u32>(header, 44);
  bondNumbers = load<u32>(header, 48);
  angles = load<i32>(header, 52);
  angleAtoms = load<u32>(header, 56);
  angleNumbers = load<u32>(header, 60);
  torsions = load<i32>(header, 64);
  torsionAtoms = load<u32>(header, 68);
  torsionNumbers = load<u32>(header, 72);
  inversions = load<i32>(header, 76);
  inversionAtoms = load<u32>(header, 80);
  inversionNumbers = load<u32>(header, 84);
  contacts = load<i32>(header, 88);
  contactAtoms = load<u32>(header, 92);
  contactNumbers = load<u32>(header, 96);
}

/** Number `index` of an array of doubles. */
export function at(array: usize, index: i32): f64 {
  return load<f64>(array + ((<usize>index) << 3));
}

export function put(array: usize, index: i32, value: f64): void {
  store<f64>(array + ((<usize>index) << 3), value);
}

export function add(array: usize, index: i32, value: f64): void {
  const place = array + ((<usize>index) << 3);
  store<f64>(place, load<f64>(place) + value);
}

/** Adds to the gradient of one atom, whose numbers start at `atom`, in three dimensions. */
export function pull(atom: i32, x: f64, y: f64, z: f64): void {
  add(gradient, atom, x);
  add(gradient, atom + 1, y);
  add(gradient, atom + 2, z);
}

/** Word `index` of an array of 32-bit numbers. */
export function word(array: usize, index: i32): i32 {
  return load<i32>(array + ((<usize>index) << 2));
}
