// The best hits so far: a heap with the worst on top. Of equal similarity, the lower row is better.

let similarities: usize = 0;
let rows: usize = 0;
let capacity: i32 = 0;
let size: i32 = 0;

export function startHits(similaritiesAt: usize, rowsAt: usize, most: i32): void {
  similarities = similaritiesAt;
  rows = rowsAt;
  capacity = most;
  size = 0;
}

export function hitCount(): i32 {
  return size;
}

export function freeHits(): i32 {
  return capacity - size;
}

/** The similarity that a further hit has to reach; `floor` while there is room. */
export function leastSimilarity(floor: f64): f64 {
  return size < capacity ? floor : load<f64>(similarities);
}

function isWorse(similarityA: f64, rowA: u32, similarityB: f64, rowB: u32): bool {
  return similarityA < similarityB || (similarityA === similarityB && rowA > rowB);
}

function put(at: i32, similarity: f64, row: u32): void {
  store<f64>(similarities + ((at as usize) << 3), similarity);
  store<u32>(rows + ((at as usize) << 2), row);
}

/** Puts a hit at the end, in no order: what a search without a limit collects. */
export function appendHit(similarity: f64, row: u32): void {
  put(size, similarity, row);
  size++;
}

export function offerHit(similarity: f64, row: u32): void {
  if (size < capacity) {
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const similarityOf = load<f64>(similarities + ((parent as usize) << 3));
      const rowOf = load<u32>(rows + ((parent as usize) << 2));
      if (!isWorse(similarity, row, similarityOf, rowOf)) break;
      put(at, similarityOf, rowOf);
      at = parent;
    }
    put(at, similarity, row);
  } else if (isWorse(load<f64>(similarities), load<u32>(rows), similarity, row)) {
    sink(size, similarity, row);
  }
}

/** Lets a hit sink from the top of a heap of `count` to its place. */
function sink(count: i32, similarity: f64, row: u32): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    let similarityOf = load<f64>(similarities + ((child as usize) << 3));
    let rowOf = load<u32>(rows + ((child as usize) << 2));
    if (child + 1 < count) {
      const otherSimilarity = load<f64>(similarities + (((child + 1) as usize) << 3));
      const otherRow = load<u32>(rows + (((child + 1) as usize) << 2));
      if (isWorse(otherSimilarity, otherRow, similarityOf, rowOf)) {
        child++;
        similarityOf = otherSimilarity;
        rowOf = otherRow;
      }
    }
    if (!isWorse(similarityOf, rowOf, similarity, row)) break;
    put(at, similarityOf, rowOf);
    at = child;
  }
  put(at, similarity, row);
}

/** Sorts the heap, best first. */
export function sortHits(): void {
  for (let count = size - 1; count > 0; count--) {
    const similarity = load<f64>(similarities + ((count as usize) << 3));
    const row = load<u32>(rows + ((count as usize) << 2));
    const worstSimilarity = load<f64>(similarities);
    const worstRow = load<u32>(rows);
    sink(count, similarity, row);
    put(count, worstSimilarity, worstRow);
  }
}
