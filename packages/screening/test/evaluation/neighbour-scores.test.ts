import { describe, expect, it } from "vitest";
import { bitRows, neighbourScores } from "../../src/evaluation/index.ts";

/** Fingerprints of one word each. */
const rows = (...words: number[]) => bitRows(Uint32Array.from(words), 1);

describe("neighbourScores", () => {
  // Known in the first list: the active of row 0, and of the decoys every fifth, here rows 0 and 5.
  const actives = rows(0b1111, 0b0111, 0b110000);
  const decoys = rows(0b110000, 0b1, 0b1, 0b1, 0b1, 0b1100, 0b111000);

  it("is the similarity to the nearest known one, counted against where that is a decoy", () => {
    const [scores] = neighbourScores({ actives, decoys }, [[0]], 1);
    expect([...scores!.actives]).toEqual([1, 3 / 4, -1]);
    expect(scores!.decoys[1]).toBeCloseTo(1 / 4, 10); // 1 of 4 with the active, none with a decoy
    expect(scores!.decoys[6]).toBeCloseTo(-2 / 3, 10);
  });

  it("adds up the votes of several", () => {
    const [scores] = neighbourScores({ actives, decoys }, [[0]], 2);
    expect(scores!.actives[1]).toBeCloseTo(3 / 4 - 1 / 4, 10);
    const [all] = neighbourScores({ actives, decoys }, [[0]], 9);
    expect(all!.decoys[6]).toBeCloseTo(1 / 6 - 2 / 3 - 1 / 4, 10);
  });

  it("lets a decoy vote first where both are as near", () => {
    const same = { actives: rows(0b11, 0b11), decoys: rows(0b11) };
    expect(neighbourScores(same, [[0]], 1)[0]!.actives[1]).toBe(-1);
  });
});
