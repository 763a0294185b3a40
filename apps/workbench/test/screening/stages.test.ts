import { describe, expect, it } from "vitest";
import { funnelIds, readyFunnel } from "../../features/screening/ready-funnels.ts";
import { emptyStage, methodIds, missingOf, type StageDraft, stageInput } from "../../features/screening/stage-draft.ts";
import { dockingSeconds, secondsOf } from "../../features/screening/stage-rates.ts";

const receptor = "rcpt_0000000000000000000000";
const docking = (effort: "fast" | "standard" | "thorough", atMost: number | null) =>
  ({ ...emptyStage("docking", 1, receptor), effort, atMost }) as StageDraft;

describe("a stage", () => {
  it("says what it lacks before it can be sent", () => {
    expect(missingOf(emptyStage("similarity", 1), [])).toBe("actives");
    expect(missingOf(emptyStage("shape", 1), [])).toBe("query");
    expect(missingOf(emptyStage("docking", 1), [])).toBe("receptor");
    expect(missingOf(emptyStage("rescoring", 2, receptor), [])).toBe("poses");
    expect(missingOf(emptyStage("rescoring", 2, receptor), [docking("fast", null)])).toBeNull();
    expect(missingOf(emptyStage("diversity", 1), [])).toBeNull();
  });

  it("is told to the server with the names of its method's settings; a limit that is not set is left out", () => {
    expect(stageInput(docking("thorough", 200))).toEqual({
      method: "docking",
      settings: {
        receptor,
        exhaustiveness: 16,
        poses: 5,
        pH: 7.4,
        stereoisomers: 2,
        tautomers: 1,
        ringConformers: null,
      },
      keep: { atMost: 200 },
    });
    const limited = { ...emptyStage("rescoring", 1, receptor), limit: -6 } as StageDraft;
    expect(stageInput(limited)).toEqual({
      method: "rescoring",
      settings: { receptor, requireValid: true, atMost: -6 },
      keep: {},
    });
  });

  it("tells the server which share is docked, and nothing where every ligand is", () => {
    expect(stageInput(docking("fast", null))).not.toHaveProperty("selection");
    const learned = { ...docking("fast", null), learning: { percent: 12.5, batches: 4 } } as StageDraft;
    expect(stageInput(learned).selection).toEqual({ kind: "active-learning", fraction: 0.125, batches: 4 });
  });

  it("exists for every method that is offered", () => {
    expect(methodIds.map((id) => emptyStage(id, 1).method)).toEqual(methodIds);
  });
});

describe("a ready funnel", () => {
  it("puts quicker stages first and asks for nothing but the receptor", () => {
    const stages = readyFunnel("dock", receptor);
    expect(stages.flatMap((stage, at) => missingOf(stage, stages.slice(0, at)) ?? [])).toEqual([]);
    expect(stages.flatMap((stage) => (stage.method === "docking" ? [stage.effort] : []))).toEqual(["fast", "thorough"]);
    for (const id of funnelIds) expect(new Set(readyFunnel(id, null).map(({ key }) => key)).size).toBeGreaterThan(1);
  });
});

describe("the estimate of time", () => {
  // 34 ligands a minute and core at exhaustiveness 8, five times that at 1: packages/docking/bench/redocking.results.json.
  it("follows the rates that were measured", () => {
    expect(60 / dockingSeconds(8)).toBeCloseTo(34, 6);
    expect(60 / dockingSeconds(1)).toBeCloseTo(170, 6);
    expect(dockingSeconds(16)).toBeGreaterThan((2 * 60) / 34 - 0.5);
  });

  it("counts the share that is docked, and what choosing it takes", () => {
    const learned = (percent: number) =>
      ({ ...docking("fast", null), learning: { percent, batches: 10 } }) as StageDraft;
    const whole = secondsOf([docking("fast", null)], 100_000);
    expect(secondsOf([learned(20)], 100_000) / whole).toBeGreaterThan(0.2);
    expect(secondsOf([learned(20)], 100_000) / whole).toBeLessThan(0.22);
    const later = (stage: StageDraft) => secondsOf([stage, docking("fast", null)], 1000) - secondsOf([stage], 1000);
    expect(later(learned(20))).toBeCloseTo(0.2 * later(docking("fast", null)), 6);
    expect(secondsOf([learned(20)], 0)).toBe(0);
  });

  it("counts what reaches a stage at most", () => {
    const alone = secondsOf([docking("fast", 100)], 1000);
    expect(secondsOf([docking("fast", 100), docking("standard", null)], 1000)).toBeCloseTo(alone + (100 * 60) / 34, 6);
  });
});
