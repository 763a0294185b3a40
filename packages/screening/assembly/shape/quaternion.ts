/** The matrix of a unit quaternion (w, x, y, z), nine f32 by rows. */
export function toMatrix(quaternion: usize, matrix: usize): void {
  const w = load<f64>(quaternion);
  const x = load<f64>(quaternion, 8);
  const y = load<f64>(quaternion, 16);
  const z = load<f64>(quaternion, 24);
  store<f32>(matrix, (1 - 2 * (y * y + z * z)) as f32);
  store<f32>(matrix, (2 * (x * y - w * z)) as f32, 4);
  store<f32>(matrix, (2 * (x * z + w * y)) as f32, 8);
  store<f32>(matrix, (2 * (x * y + w * z)) as f32, 12);
  store<f32>(matrix, (1 - 2 * (x * x + z * z)) as f32, 16);
  store<f32>(matrix, (2 * (y * z - w * x)) as f32, 20);
  store<f32>(matrix, (2 * (x * z - w * y)) as f32, 24);
  store<f32>(matrix, (2 * (y * z + w * x)) as f32, 28);
  store<f32>(matrix, (1 - 2 * (x * x + y * y)) as f32, 32);
}

/** Turns a quaternion about the axis (x, y, z) by its length, radians. */
export function turn(quaternion: usize, x: f64, y: f64, z: f64): void {
  const angle = Math.sqrt(x * x + y * y + z * z);
  if (angle < 1e-12) return;
  const s = Math.sin(angle / 2) / angle;
  const a = Math.cos(angle / 2);
  const b = s * x;
  const c = s * y;
  const d = s * z;
  const w = load<f64>(quaternion);
  const e = load<f64>(quaternion, 8);
  const f = load<f64>(quaternion, 16);
  const g = load<f64>(quaternion, 24);
  const tw = a * w - b * e - c * f - d * g;
  const tx = a * e + b * w + c * g - d * f;
  const ty = a * f - b * g + c * w + d * e;
  const tz = a * g + b * f - c * e + d * w;
  const scale = 1 / Math.sqrt(tw * tw + tx * tx + ty * ty + tz * tz);
  store<f64>(quaternion, tw * scale);
  store<f64>(quaternion, tx * scale, 8);
  store<f64>(quaternion, ty * scale, 16);
  store<f64>(quaternion, tz * scale, 24);
}
