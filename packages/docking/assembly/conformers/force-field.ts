// The terms of the force field over three dimensions, kcal/mol and Å. Every function adds its gradient.
// Source: Rappé et al. 1992, doi 10.1021/ja00051a040. Angles and torsions are polynomials in the cosine, so that there is
// neither a trigonometric function nor a division by a sine.
import {
  angleAtoms,
  angleNumbers,
  angles,
  at,
  bondAtoms,
  bondNumbers,
  bonds,
  contactAtoms,
  contactNumbers,
  contacts,
  inversionAtoms,
  inversionNumbers,
  inversions,
  position,
  pull,
  torsionAtoms,
  torsionNumbers,
  torsions,
  word,
} from "./state";

/** Below this length a direction is not defined, Å (Å² for a normal). */
const TINY: f64 = 1e-8;
/** Height of the soft repulsion, kcal/mol. */
const SOFT_HEIGHT: f64 = 60.0;

/** Bond stretching: K/2 (r - r0)². */
export function stretch(): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < bonds; item++) {
    const a = 4 * word(bondAtoms, 2 * item);
    const b = 4 * word(bondAtoms, 2 * item + 1);
    const dx = at(position, a) - at(position, b);
    const dy = at(position, a + 1) - at(position, b + 1);
    const dz = at(position, a + 2) - at(position, b + 2);
    const r = max(sqrt(dx * dx + dy * dy + dz * dz), TINY);
    const k = at(bondNumbers, 2 * item);
    const off = r - at(bondNumbers, 2 * item + 1);
    energy += 0.5 * k * off * off;
    push(a, b, dx, dy, dz, (k * off) / r);
  }
  return energy;
}

/** Angle bending: a polynomial of degree 4 in the cosine. */
export function bend(): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < angles; item++) {
    const a = 4 * word(angleAtoms, 3 * item);
    const b = 4 * word(angleAtoms, 3 * item + 1);
    const c = 4 * word(angleAtoms, 3 * item + 2);
    let ux = at(position, a) - at(position, b);
    let uy = at(position, a + 1) - at(position, b + 1);
    let uz = at(position, a + 2) - at(position, b + 2);
    let vx = at(position, c) - at(position, b);
    let vy = at(position, c + 1) - at(position, b + 1);
    let vz = at(position, c + 2) - at(position, b + 2);
    const u = 1.0 / max(sqrt(ux * ux + uy * uy + uz * uz), TINY);
    const v = 1.0 / max(sqrt(vx * vx + vy * vy + vz * vz), TINY);
    ux *= u;
    uy *= u;
    uz *= u;
    vx *= v;
    vy *= v;
    vz *= v;
    const cosine = ux * vx + uy * vy + uz * vz;
    const k = angleNumbers + <usize>item * 40;
    const k2 = at(k, 2);
    const k3 = at(k, 3);
    const k4 = at(k, 4);
    energy += at(k, 0) + cosine * (at(k, 1) + cosine * (k2 + cosine * (k3 + cosine * k4)));
    const slope = at(k, 1) + cosine * (2.0 * k2 + cosine * (3.0 * k3 + cosine * 4.0 * k4));
    const su = slope * u;
    const sv = slope * v;
    const gax = su * (vx - cosine * ux);
    const gay = su * (vy - cosine * uy);
    const gaz = su * (vz - cosine * uz);
    const gcx = sv * (ux - cosine * vx);
    const gcy = sv * (uy - cosine * vy);
    const gcz = sv * (uz - cosine * vz);
    pull(a, gax, gay, gaz);
    pull(c, gcx, gcy, gcz);
    pull(b, -gax - gcx, -gay - gcy, -gaz - gcz);
  }
  return energy;
}

/** Torsion: a polynomial of degree 6 in the cosine. */
export function twist(): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < torsions; item++) {
    const i = 4 * word(torsionAtoms, 4 * item);
    const j = 4 * word(torsionAtoms, 4 * item + 1);
    const k = 4 * word(torsionAtoms, 4 * item + 2);
    const l = 4 * word(torsionAtoms, 4 * item + 3);
    // a from j to i, b from j to k, f from k to l.
    const ax = at(position, i) - at(position, j);
    const ay = at(position, i + 1) - at(position, j + 1);
    const az = at(position, i + 2) - at(position, j + 2);
    const bx = at(position, k) - at(position, j);
    const by = at(position, k + 1) - at(position, j + 1);
    const bz = at(position, k + 2) - at(position, j + 2);
    const fx = at(position, l) - at(position, k);
    const fy = at(position, l + 1) - at(position, k + 1);
    const fz = at(position, l + 2) - at(position, k + 2);
    let px = ay * bz - az * by;
    let py = az * bx - ax * bz;
    let pz = ax * by - ay * bx;
    let qx = fy * bz - fz * by;
    let qy = fz * bx - fx * bz;
    let qz = fx * by - fy * bx;
    const pl = sqrt(px * px + py * py + pz * pz);
    const ql = sqrt(qx * qx + qy * qy + qz * qz);
    // Three atoms on a line have no torsion.
    if (pl < 1e-4 || ql < 1e-4) continue;
    const p = 1.0 / pl;
    const q = 1.0 / ql;
    px *= p;
    py *= p;
    pz *= p;
    qx *= q;
    qy *= q;
    qz *= q;
    const c = px * qx + py * qy + pz * qz;
    const t = torsionNumbers + <usize>item * 56;
    const t2 = at(t, 2);
    const t3 = at(t, 3);
    const t4 = at(t, 4);
    const t5 = at(t, 5);
    const t6 = at(t, 6);
    energy += at(t, 0) + c * (at(t, 1) + c * (t2 + c * (t3 + c * (t4 + c * (t5 + c * t6)))));
    const slope = at(t, 1) + c * (2.0 * t2 + c * (3.0 * t3 + c * (4.0 * t4 + c * (5.0 * t5 + c * 6.0 * t6))));
    const sp = slope * p;
    const sq = slope * q;
    // Derivatives by the two normals.
    const gx = sp * (qx - c * px);
    const gy = sp * (qy - c * py);
    const gz = sp * (qz - c * pz);
    const hx = sq * (px - c * qx);
    const hy = sq * (py - c * qy);
    const hz = sq * (pz - c * qz);
    // normal p = a x b: by a it is b x g, by b it is g x a; likewise q = f x b.
    const dax = by * gz - bz * gy;
    const day = bz * gx - bx * gz;
    const daz = bx * gy - by * gx;
    const dfx = by * hz - bz * hy;
    const dfy = bz * hx - bx * hz;
    const dfz = bx * hy - by * hx;
    const dbx = gy * az - gz * ay + hy * fz - hz * fy;
    const dby = gz * ax - gx * az + hz * fx - hx * fz;
    const dbz = gx * ay - gy * ax + hx * fy - hy * fx;
    pull(i, dax, day, daz);
    pull(j, -dax - dbx, -day - dby, -daz - dbz);
    pull(k, dbx - dfx, dby - dfy, dbz - dfz);
    pull(l, dfx, dfy, dfz);
  }
  return energy;
}

/** Inversion: K (C0 + C1 sin Y + C2 cos 2W), Y between a bond and the normal of the other two, W its complement. */
export function invert(): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < inversions; item++) {
    const i = 4 * word(inversionAtoms, 4 * item);
    const k = 4 * word(inversionAtoms, 4 * item + 1);
    const l = 4 * word(inversionAtoms, 4 * item + 2);
    const j = 4 * word(inversionAtoms, 4 * item + 3);
    const ax = at(position, i) - at(position, j);
    const ay = at(position, i + 1) - at(position, j + 1);
    const az = at(position, i + 2) - at(position, j + 2);
    const bx = at(position, k) - at(position, j);
    const by = at(position, k + 1) - at(position, j + 1);
    const bz = at(position, k + 2) - at(position, j + 2);
    let cx = at(position, l) - at(position, j);
    let cy = at(position, l + 1) - at(position, j + 1);
    let cz = at(position, l + 2) - at(position, j + 2);
    let nx = ay * bz - az * by;
    let ny = az * bx - ax * bz;
    let nz = ax * by - ay * bx;
    const nl = sqrt(nx * nx + ny * ny + nz * nz);
    const cl = sqrt(cx * cx + cy * cy + cz * cz);
    if (nl < TINY || cl < TINY) continue;
    const n = 1.0 / nl;
    const c = 1.0 / cl;
    nx *= n;
    ny *= n;
    nz *= n;
    cx *= c;
    cy *= c;
    cz *= c;
    const cosine = nx * cx + ny * cy + nz * cz;
    const sine = max(sqrt(max(1.0 - cosine * cosine, 0.0)), 1e-4);
    const force = at(inversionNumbers, 4 * item);
    const c1 = at(inversionNumbers, 4 * item + 2);
    const c2 = at(inversionNumbers, 4 * item + 3);
    energy += force * (at(inversionNumbers, 4 * item + 1) + c1 * sine + c2 * (2.0 * sine * sine - 1.0));
    const slope = -force * cosine * (c1 / sine + 4.0 * c2);
    const sn = slope * n;
    const sc = slope * c;
    const gx = sn * (cx - cosine * nx);
    const gy = sn * (cy - cosine * ny);
    const gz = sn * (cz - cosine * nz);
    const dlx = sc * (nx - cosine * cx);
    const dly = sc * (ny - cosine * cy);
    const dlz = sc * (nz - cosine * cz);
    const dix = by * gz - bz * gy;
    const diy = bz * gx - bx * gz;
    const diz = bx * gy - by * gx;
    const dkx = gy * az - gz * ay;
    const dky = gz * ax - gx * az;
    const dkz = gx * ay - gy * ax;
    pull(i, dix, diy, diz);
    pull(k, dkx, dky, dkz);
    pull(l, dlx, dly, dlz);
    pull(j, -dix - dkx - dlx, -diy - dky - dly, -diz - dkz - dlz);
  }
  return energy;
}

/**
 * Van der Waals energy. `attract` 1: the Lennard-Jones form D [(x/r)^12 - 2 (x/r)^6]; 0: its repulsive part, lifted to end
 * at zero where the full form is lowest.
 */
export function touch(attract: i32): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < contacts; item++) {
    const a = 4 * word(contactAtoms, 2 * item);
    const b = 4 * word(contactAtoms, 2 * item + 1);
    const dx = at(position, a) - at(position, b);
    const dy = at(position, a + 1) - at(position, b + 1);
    const dz = at(position, a + 2) - at(position, b + 2);
    const square = max(dx * dx + dy * dy + dz * dz, 1e-4);
    const least = at(contactNumbers, 3 * item + 1);
    if (attract === 0 && square >= least) continue;
    const depth = at(contactNumbers, 3 * item);
    const ratio = least / square;
    const six = ratio * ratio * ratio;
    energy += depth * (six * six - 2.0 * six + (attract === 0 ? 1.0 : 0.0));
    push(a, b, dx, dy, dz, (-12.0 * depth * six * (six - 1.0)) / square);
  }
  return energy;
}

/** A repulsion of bounded height that lets atoms pass one another: what clears the clashes of an embedding. */
export function nudge(): f64 {
  let energy: f64 = 0.0;
  for (let item = 0; item < contacts; item++) {
    const limit = at(contactNumbers, 3 * item + 2);
    const a = 4 * word(contactAtoms, 2 * item);
    const b = 4 * word(contactAtoms, 2 * item + 1);
    const dx = at(position, a) - at(position, b);
    const dy = at(position, a + 1) - at(position, b + 1);
    const dz = at(position, a + 2) - at(position, b + 2);
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= limit) continue;
    const sum = limit + square;
    const lack = (2.0 * limit) / sum - 1.0;
    energy += SOFT_HEIGHT * lack * lack;
    push(a, b, dx, dy, dz, (-8.0 * SOFT_HEIGHT * lack * limit) / (sum * sum));
  }
  return energy;
}

function push(a: i32, b: i32, dx: f64, dy: f64, dz: f64, slope: f64): void {
  pull(a, slope * dx, slope * dy, slope * dz);
  pull(b, -slope * dx, -slope * dy, -slope * dz);
}
