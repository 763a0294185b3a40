// Grid maps of four kinds at a time: sums over the receptor's atoms of functions of r², then one map for each kind.
// A map holds two f32 for each point: its value and that of the next point along y, so that one load gives a cell's
// face.

/** Values of the functions over r², this many for each Å², at the middle of each step. */
export const stepsPerSquare: i32 = 64;
const squareEnd: i32 = 64;

/**
 * Adds one atom's functions of four kinds to the sums at the points of planes zFrom..zTo (not included).
 * @param sums f32x4 for each point, x fastest
 * @param functions f32x4 for each step of r² up to 64 Å²
 * @param x,y,z the atom, in Å from the first point
 */
export function addAtom(
  sums: usize,
  functions: usize,
  x: f32,
  y: f32,
  z: f32,
  pointsX: i32,
  pointsY: i32,
  zFrom: i32,
  zTo: i32,
  spacing: f32,
): void {
  const reach: f32 = 8;
  const perAngstrom: f32 = <f32>1 / spacing;
  const lowX = max(<i32>Mathf.ceil((x - reach) * perAngstrom), 0);
  const highX = min(<i32>Mathf.floor((x + reach) * perAngstrom), pointsX - 1);
  const lowY = max(<i32>Mathf.ceil((y - reach) * perAngstrom), 0);
  const highY = min(<i32>Mathf.floor((y + reach) * perAngstrom), pointsY - 1);
  const lowZ = max(<i32>Mathf.ceil((z - reach) * perAngstrom), zFrom);
  const highZ = min(<i32>Mathf.floor((z + reach) * perAngstrom), zTo - 1);
  const end = squareEnd * stepsPerSquare;
  for (let atZ = lowZ; atZ <= highZ; atZ++) {
    const dz = <f32>atZ * spacing - z;
    for (let atY = lowY; atY <= highY; atY++) {
      const dy = <f32>atY * spacing - y;
      const across = dy * dy + dz * dz;
      let point = sums + ((<usize>(((atZ - zFrom) * pointsY + atY) * pointsX + lowX)) << 4);
      for (let atX = lowX; atX <= highX; atX++) {
        const dx = <f32>atX * spacing - x;
        const step = <i32>((across + dx * dx) * <f32>stepsPerSquare);
        if (step < end) v128.store(point, f32x4.add(v128.load(point), v128.load(functions + ((<usize>step) << 4))));
        point += 16;
      }
    }
  }
}

/**
 * Writes one lane of the sums of planes zFrom..zTo as part of a map. Repulsion is bent to at most `cap`: e cap / (e +
 * cap).
 */
export function writeMap(
  sums: usize,
  lane: i32,
  map: usize,
  pointsX: i32,
  pointsY: i32,
  zFrom: i32,
  zTo: i32,
  cap: f32,
): void {
  const plane = pointsX * pointsY;
  let to = map + ((<usize>(plane * zFrom)) << 3);
  let from = sums + ((<usize>lane) << 2);
  const row = (<usize>pointsX) << 4;
  for (let z = zFrom; z < zTo; z++) {
    for (let y = 0; y < pointsY; y++) {
      for (let x = 0; x < pointsX; x++) {
        const here = bend(load<f32>(from), cap);
        store<f32>(to, here);
        store<f32>(to, y + 1 < pointsY ? bend(load<f32>(from + row), cap) : here, 4);
        from += 16;
        to += 8;
      }
    }
  }
}

function bend(energy: f32, cap: f32): f32 {
  return energy > 0 ? (energy * cap) / (energy + cap) : energy;
}
