import type { CriteriaVersionView } from "@qinghao/api/schema";
import { describe, expect, it } from "vitest";
import { historyAfter, openHistory } from "../../features/trials/review/history.ts";

const version = (revision: number, title: string): CriteriaVersionView => ({
  id: "crit_1",
  trialId: "trial_1",
  version: 1,
  state: "draft",
  revision,
  hash: "",
  document: { version: 1, source: { format: "text", language: "en", text: "", title }, criteria: [] },
  first: [],
  readings: [],
  findings: [],
  reviews: {},
  signOffs: [],
  signaturesNeeded: 2,
  changes: null,
});
const titled = (title: string) => ({ document: version(0, title).document, reviews: {} });
const titleOf = ({ present }: ReturnType<typeof openHistory>) => present.document.source.title;

describe("the history of a review", () => {
  it("undoes and redoes, and forgets what was undone at the next change", () => {
    let history = openHistory(version(0, "a"));
    history = historyAfter(history, { kind: "change", next: titled("b") });
    history = historyAfter(history, { kind: "undo" });
    expect(titleOf(history)).toBe("a");
    history = historyAfter(history, { kind: "redo" });
    expect(titleOf(history)).toBe("b");
    history = historyAfter(historyAfter(history, { kind: "undo" }), { kind: "change", next: titled("c") });
    expect(titleOf(historyAfter(history, { kind: "redo" }))).toBe("c");
  });

  it("takes the stored text over where nothing changed meanwhile, and keeps what changed", () => {
    const sent = titled("b");
    const waiting = historyAfter(openHistory(version(0, "a")), { kind: "change", next: sent });
    const stored = historyAfter(waiting, { kind: "stored", sent, version: version(1, "b, tidied") });
    expect(titleOf(stored)).toBe("b, tidied");
    expect(stored.present).toBe(stored.saved);
    const changed = historyAfter(waiting, { kind: "change", next: titled("c") });
    const late = historyAfter(changed, { kind: "stored", sent, version: version(1, "b") });
    expect(titleOf(late)).toBe("c");
    expect(late.saved).toBe(sent);
    expect(late.version.revision).toBe(1);
  });

  it("keeps mine over theirs with their revision, or loads theirs", () => {
    const mine = historyAfter(openHistory(version(0, "a")), { kind: "change", next: titled("mine") });
    const kept = historyAfter(mine, { kind: "rebased", version: version(7, "theirs") });
    expect([titleOf(kept), kept.version.revision, kept.present === kept.saved]).toEqual(["mine", 7, false]);
    expect(titleOf(historyAfter(mine, { kind: "loaded", version: version(7, "theirs") }))).toBe("theirs");
  });
});
