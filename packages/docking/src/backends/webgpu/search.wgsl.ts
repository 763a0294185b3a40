/**
 * Many short chains of Monte Carlo with minimisation, one for each invocation. Their numbers lie interleaved in
 * `state`, so that neighbouring invocations read neighbouring words. Energies are those of the maps and pair
 * functions that the WebAssembly kernel uses (`assembly/search/energy.ts`).
 */
export const searchShader = /* wgsl */ `
struct Settings {
  // Atoms, bodies, pairs, chains.
  counts: vec4<u32>,
  // Steps, minimiser's steps, number of the first step, seed.
  work: vec4<u32>,
  // Last point along x, y, z; points per Å.
  grid: vec4<f32>,
  // Points from one to the next along y and z; 1 where poses are only evaluated.
  rows: vec4<u32>,
  // Temperature, wall, radius of gyration.
  tuning: vec4<f32>,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> maps: array<vec2<f32>>;
@group(0) @binding(2) var<storage, read> functions: array<vec2<f32>>;
// Place in the body's frame, and the first point of the atom's map.
@group(0) @binding(3) var<storage, read> atoms: array<vec4<f32>>;
// Each three: offset from the parent and its index; axis; first atom and the one after the last.
@group(0) @binding(4) var<storage, read> bodies: array<vec4<f32>>;
// Two atoms and the first knot of their function.
@group(0) @binding(5) var<storage, read> pairs: array<vec4<u32>>;
@group(0) @binding(6) var<storage, read> mobility: array<f32>;
@group(0) @binding(7) var<storage, read_write> state: array<f32>;

const knotsPerSquare = 8.0;
const squareEnd = 64.0;
const pi = 3.14159265;
const frameWords = 21u;

var<private> chain: u32;
var<private> randomState: u32;
var<private> frames: u32;
var<private> current: u32;
var<private> trial: u32;
var<private> lowest: u32;
var<private> best: u32;
var<private> slope: u32;
var<private> slopeBefore: u32;
var<private> poseWords: u32;
var<private> freedoms: u32;

fn load1(word: u32) -> f32 { return state[word * settings.counts.w + chain]; }
fn store1(word: u32, value: f32) { state[word * settings.counts.w + chain] = value; }
fn load3(word: u32) -> vec3<f32> { return vec3(load1(word), load1(word + 1u), load1(word + 2u)); }
fn store3(word: u32, value: vec3<f32>) { store1(word, value.x); store1(word + 1u, value.y); store1(word + 2u, value.z); }
fn copyPose(into: u32, source: u32) { for (var i = 0u; i < poseWords; i++) { store1(into + i, load1(source + i)); } }

fn scramble(value: u32) -> u32 {
  let moved = value * 747796405u + 2891336453u;
  let word = ((moved >> ((moved >> 28u) + 4u)) ^ moved) * 277803737u;
  return (word >> 22u) ^ word;
}
fn random() -> f32 {
  randomState = randomState * 747796405u + 2891336453u;
  let word = ((randomState >> ((randomState >> 28u) + 4u)) ^ randomState) * 277803737u;
  return f32(((word >> 22u) ^ word) >> 8u) / 16777216.0;
}
fn randomSigned() -> f32 { return 2.0 * random() - 1.0; }
fn randomInBall() -> vec3<f32> {
  for (var tries = 0; tries < 32; tries++) {
    let point = vec3(randomSigned(), randomSigned(), randomSigned());
    if (dot(point, point) < 1.0) { return point; }
  }
  return vec3(0.0);
}

// A pose: energy, position, quaternion x y z w, torsions.
fn turn(pose: u32, rotation: vec3<f32>) {
  let angle = length(rotation);
  if (angle < 1e-9) { return; }
  let v = rotation * (sin(0.5 * angle) / angle);
  let w = cos(0.5 * angle);
  let q = load3(pose + 4u);
  let qw = load1(pose + 7u);
  let turned = vec4(w * q + qw * v + cross(v, q), w * qw - dot(v, q));
  let unit = normalize(turned);
  store3(pose + 4u, unit.xyz);
  store1(pose + 7u, unit.w);
}

// Sine and cosine to single precision, which the built-in functions do not promise: reduced to a quarter turn, then
// the short polynomials of Cephes' sinf and cosf.
fn sineCosine(angle: f32) -> vec2<f32> {
  let quarters = round(angle * 0.63661977);
  let r = ((angle - quarters * 1.5703125) - quarters * 4.8375129e-4) - quarters * 7.5497899e-8;
  let s = r * r;
  let sine = ((-1.9515296e-4 * s + 8.3321609e-3) * s - 1.6666655e-1) * s * r + r;
  let cosine = ((2.4433157e-5 * s - 1.3887316e-3) * s + 4.1666646e-2) * s * s + (1.0 - 0.5 * s);
  let quadrant = i32(quarters);
  let both = select(vec2(sine, cosine), vec2(cosine, sine), (quadrant & 1) == 1);
  return select(both, -both, vec2((quadrant & 2) != 0, ((quadrant + 1) & 2) != 0));
}

fn place(pose: u32) {
  for (var body = 0u; body < settings.counts.y; body++) {
    let frame = frames + body * frameWords;
    let own = bodies[3u * body];
    var x: vec3<f32>;
    var y: vec3<f32>;
    var z: vec3<f32>;
    var origin: vec3<f32>;
    if (body == 0u) {
      let q = vec4(load3(pose + 4u), load1(pose + 7u));
      x = vec3(1.0 - 2.0 * (q.y * q.y + q.z * q.z), 2.0 * (q.x * q.y + q.z * q.w), 2.0 * (q.x * q.z - q.y * q.w));
      y = vec3(2.0 * (q.x * q.y - q.z * q.w), 1.0 - 2.0 * (q.x * q.x + q.z * q.z), 2.0 * (q.y * q.z + q.x * q.w));
      z = cross(x, y);
      origin = load3(pose + 1u);
    } else {
      let parent = frames + bitcast<u32>(own.w) * frameWords;
      let px = load3(parent);
      let py = load3(parent + 3u);
      let pz = load3(parent + 6u);
      let along = bodies[3u * body + 1u].xyz;
      let axis = px * along.x + py * along.y + pz * along.z;
      origin = load3(parent + 9u) + px * own.x + py * own.y + pz * own.z;
      let angle = load1(pose + 7u + body);
      let turned = sineCosine(angle);
      let s = turned.x;
      let c = turned.y;
      let rest = axis * (1.0 - c);
      x = px * c + cross(axis, px) * s + rest * along.x;
      y = py * c + cross(axis, py) * s + rest * along.y;
      z = cross(x, y);
      store3(frame + 12u, axis);
    }
    store3(frame, x);
    store3(frame + 3u, y);
    store3(frame + 6u, z);
    store3(frame + 9u, origin);
    let span = bitcast<vec4<u32>>(bodies[3u * body + 2u]);
    for (var atom = span.x; atom < span.y; atom++) {
      let local = atoms[atom];
      store3(3u * atom, origin + x * local.x + y * local.y + z * local.z);
    }
  }
}

fn gridEnergy() -> f32 {
  var energy = 0.0;
  let forces = 3u * settings.counts.x;
  let last = settings.grid.xyz;
  for (var atom = 0u; atom < settings.counts.x; atom++) {
    let free = load3(3u * atom) * settings.grid.w;
    let held = clamp(free, vec3(0.0), last * 0.999999);
    let cell = floor(held);
    let part = held - cell;
    let index = vec3<u32>(cell);
    let corner = bitcast<u32>(atoms[atom].w) + index.z * settings.rows.y + index.y * settings.rows.x + index.x;
    let near = vec4(maps[corner], maps[corner + 1u]);
    let slopeZ = vec4(maps[corner + settings.rows.y], maps[corner + settings.rows.y + 1u]) - near;
    let level = near + slopeZ * part.z;
    let slopeY = level.yw - level.xz;
    let edges = level.xz + part.y * slopeY;
    let zEdges = slopeZ.xz + part.y * (slopeZ.yw - slopeZ.xz);
    energy += mix(edges.x, edges.y, part.x);
    var force = vec3(edges.y - edges.x, mix(slopeY.x, slopeY.y, part.x), mix(zEdges.x, zEdges.y, part.x)) * settings.grid.w;
    let outside = free - clamp(free, vec3(0.0), last);
    force = select(force, sign(outside) * settings.tuning.y, outside != vec3(0.0));
    energy += dot(abs(outside), vec3(1.0)) * settings.tuning.y / settings.grid.w;
    store3(forces + 3u * atom, force);
  }
  return energy;
}

fn pairEnergy() -> f32 {
  var energy = 0.0;
  let forces = 3u * settings.counts.x;
  for (var index = 0u; index < settings.counts.z; index++) {
    let pair = pairs[index];
    let apart = load3(3u * pair.x) - load3(3u * pair.y);
    let square = dot(apart, apart);
    if (square >= squareEnd) { continue; }
    let knots = square * knotsPerSquare;
    let knot = u32(knots);
    let value = mix(functions[pair.z + knot], functions[pair.z + knot + 1u], knots - f32(knot));
    energy += value.x;
    let pull = apart * value.y;
    store3(forces + 3u * pair.x, load3(forces + 3u * pair.x) + pull);
    store3(forces + 3u * pair.y, load3(forces + 3u * pair.y) - pull);
  }
  return energy;
}

fn gatherSlope() {
  let forces = 3u * settings.counts.x;
  for (var body = 0u; body < settings.counts.y; body++) {
    store3(frames + body * frameWords + 15u, vec3(0.0));
    store3(frames + body * frameWords + 18u, vec3(0.0));
  }
  for (var left = settings.counts.y; left > 0u; left--) {
    let body = left - 1u;
    let frame = frames + body * frameWords;
    let origin = load3(frame + 9u);
    var force = load3(frame + 15u);
    var moment = load3(frame + 18u);
    let span = bitcast<vec4<u32>>(bodies[3u * body + 2u]);
    for (var atom = span.x; atom < span.y; atom++) {
      let own = load3(forces + 3u * atom);
      force += own;
      moment += cross(load3(3u * atom) - origin, own);
    }
    if (body == 0u) {
      store3(slope, force);
      store3(slope + 3u, moment);
    } else {
      store1(slope + 5u + body, dot(moment, load3(frame + 12u)));
      let parent = frames + bitcast<u32>(bodies[3u * body].w) * frameWords;
      store3(parent + 15u, load3(parent + 15u) + force);
      store3(parent + 18u, load3(parent + 18u) + moment + cross(origin - load3(parent + 9u), force));
    }
  }
}

fn evaluate(pose: u32) -> f32 {
  place(pose);
  let energy = gridEnergy() + pairEnergy();
  gatherSlope();
  store1(pose, energy);
  return energy;
}

// Gradient steps scaled by the ligand's inertia, their length after Barzilai and Borwein (1988); the lowest pose is
// kept in lowest.
fn minimise(iterations: u32) -> f32 {
  var low = evaluate(trial);
  copyPose(lowest, trial);
  var stretch = 1.0;
  for (var count = 0u; count < iterations; count++) {
    var promised = 0.0;
    var far = 0.0;
    for (var i = 0u; i < freedoms; i++) {
      let g = load1(slope + i);
      store1(slopeBefore + i, g);
      promised += mobility[i] * g * g;
      far = max(far, abs(mobility[i] * g) * select(1.0, 0.5, i < 3u));
    }
    if (promised < 1e-5) { break; }
    let step = min(stretch, 0.5 / max(far, 1e-9));
    for (var i = 0u; i < 3u; i++) { store1(trial + 1u + i, load1(trial + 1u + i) - step * mobility[i] * load1(slope + i)); }
    turn(trial, -step * vec3(mobility[3] * load1(slope + 3u), mobility[4] * load1(slope + 4u), mobility[5] * load1(slope + 5u)));
    for (var i = 6u; i < freedoms; i++) { store1(trial + 2u + i, load1(trial + 2u + i) - step * mobility[i] * load1(slope + i)); }
    let energy = evaluate(trial);
    if (energy < low) {
      low = energy;
      copyPose(lowest, trial);
    }
    var bend = 0.0;
    for (var i = 0u; i < freedoms; i++) {
      let before = load1(slopeBefore + i);
      bend -= step * mobility[i] * before * (load1(slope + i) - before);
    }
    stretch = select(2.0 * step, clamp(step * step * promised / bend, 0.02, 20.0), bend > 1e-9);
  }
  copyPose(trial, lowest);
  return low;
}

fn scatter(pose: u32) {
  store3(pose + 1u, vec3(random(), random(), random()) * settings.grid.xyz / settings.grid.w);
  let share = random();
  let first = 2.0 * pi * random();
  let second = 2.0 * pi * random();
  let a = sqrt(1.0 - share);
  let b = sqrt(share);
  store3(pose + 4u, vec3(a * sin(first), a * cos(first), b * sin(second)));
  store1(pose + 7u, b * cos(second));
  for (var i = 8u; i < poseWords; i++) { store1(pose + i, pi * randomSigned()); }
}

fn mutate(pose: u32) {
  let which = u32(random() * f32(freedoms - 4u));
  if (which == 0u) { store3(pose + 1u, load3(pose + 1u) + 2.0 * randomInBall()); }
  else if (which == 1u) { turn(pose, randomInBall() * (2.0 / settings.tuning.z)); }
  else { store1(pose + 6u + which, pi * randomSigned()); }
}

@compute @workgroup_size(32)
fn search(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= settings.counts.w) { return; }
  chain = id.x;
  freedoms = 5u + settings.counts.y;
  poseWords = 7u + settings.counts.y;
  frames = 6u * settings.counts.x;
  current = frames + settings.counts.y * frameWords;
  trial = current + poseWords;
  lowest = trial + poseWords;
  best = lowest + poseWords;
  slope = best + poseWords;
  slopeBefore = slope + freedoms;
  if (settings.rows.z == 1u) {
    evaluate(current);
    return;
  }
  for (var step = 0u; step < settings.work.x; step++) {
    let number = settings.work.z + step;
    randomState = scramble(settings.work.w ^ scramble(chain ^ scramble(number)));
    if (number == 0u) {
      for (var start = 0u; start < 16u; start++) {
        scatter(trial);
        let energy = minimise(4u);
        if (start == 0u || energy < load1(current)) { copyPose(current, trial); }
      }
      copyPose(best, current);
    }
    copyPose(trial, current);
    mutate(trial);
    let energy = minimise(settings.work.y);
    let limit = load1(current) - settings.tuning.x * log(max(random(), 1e-7));
    if (energy <= limit) { copyPose(current, trial); }
    if (energy < load1(best)) { copyPose(best, trial); }
  }
}
`;
