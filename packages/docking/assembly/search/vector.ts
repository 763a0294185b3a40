/** a x b of the first three lanes; the last lane is 0 where it is 0 in both. */
export function cross(a: v128, b: v128): v128 {
  const turned = f32x4.sub(
    f32x4.mul(a, v128.shuffle<f32>(b, b, 1, 2, 0, 3)),
    f32x4.mul(v128.shuffle<f32>(a, a, 1, 2, 0, 3), b),
  );
  return v128.shuffle<f32>(turned, turned, 1, 2, 0, 3);
}

/** The sum of the lanes, in all lanes. */
export function sumLanes(a: v128): v128 {
  const halves = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.add(halves, v128.shuffle<f32>(halves, halves, 1, 0, 3, 2));
}

export function dot(a: v128, b: v128): f32 {
  return f32x4.extract_lane(sumLanes(f32x4.mul(a, b)), 0);
}

/** Scalar product of two arrays of f32 whose length is a multiple of four. */
export function dotArrays(a: usize, b: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  return f32x4.extract_lane(sumLanes(sum), 0);
}
