import { expect, it } from "vitest";
import { curl, pairEnergy } from "../../src/scoring/index.ts";
import { searchCeiling } from "../../src/search/pair-functions.ts";
import { mapAddress } from "../../src/search/receptor-site.ts";
import { pocket, pocketBox } from "./artificial-complex.ts";
import { openRoom } from "./open-room.ts";

it("holds at each point the bent sum of the pair functions, and beside it that of the next point along y", async () => {
  const receptor = pocket();
  const { memory, plan } = await openRoom(receptor, pocketBox, [0, 8, 3]);
  const [nx, ny, nz] = plan.points;
  for (const kind of [0, 8, 3]) {
    const map = new Float32Array(memory, mapAddress(plan, kind), 2 * nx * ny * nz);
    for (const [x, y, z] of [
      [0, 0, 0],
      [nx >> 1, ny >> 1, nz >> 1],
      [3, 17, 9],
      [nx - 1, ny - 1, nz - 1],
      [30, 5, 22],
    ] as const) {
      const at = [x, y, z].map((index, axis) => plan.corner[axis]! + index * plan.spacing);
      let sum = 0;
      for (let atom = 0; atom < receptor.atoms; atom++) {
        if (receptor.kinds[atom] === 255) continue;
        sum += pairEnergy(
          receptor.kinds[atom]!,
          kind,
          Math.hypot(...at.map((value, axis) => value - receptor.positions[3 * atom + axis]!)),
        );
      }
      const here = map[2 * ((z * ny + y) * nx + x)]!;
      const bent = curl(sum, searchCeiling);
      expect(Math.abs(here - bent)).toBeLessThan(0.02 + 0.01 * Math.abs(bent));
      if (y > 0) expect(map[2 * ((z * ny + y - 1) * nx + x) + 1]).toBe(here);
    }
  }
});
