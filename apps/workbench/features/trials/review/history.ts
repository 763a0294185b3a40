import type { CriteriaVersionView } from "@qinghao/api/schema";
import type { Snapshot } from "./edits.ts";

/** What is edited, what can be undone and redone, and what the server holds. */
export type History = {
  readonly past: readonly Snapshot[];
  readonly present: Snapshot;
  readonly future: readonly Snapshot[];
  /** The snapshot that the server has. */
  readonly saved: Snapshot;
  /** The server's last answer: readings, findings, signatures, revision. */
  readonly version: CriteriaVersionView;
};

export type HistoryAction =
  | { kind: "change"; next: Snapshot }
  | { kind: "undo" }
  | { kind: "redo" }
  /** The server stored what was sent. */
  | { kind: "stored"; sent: Snapshot; version: CriteriaVersionView }
  /** The server's version takes the place of everything here. */
  | { kind: "loaded"; version: CriteriaVersionView }
  /** Somebody else's revision is taken note of, and what is here goes over it. */
  | { kind: "rebased"; version: CriteriaVersionView };

const longestPast = 200;

const snapshotOf = ({ document, reviews }: CriteriaVersionView): Snapshot => ({ document, reviews });

export function openHistory(version: CriteriaVersionView): History {
  const present = snapshotOf(version);
  return { past: [], present, future: [], saved: present, version };
}

export function historyAfter(history: History, action: HistoryAction): History {
  const { past, present, future } = history;
  switch (action.kind) {
    case "change":
      if (action.next === present) return history;
      return { ...history, past: [...past.slice(-longestPast), present], present: action.next, future: [] };
    case "undo": {
      const before = past.at(-1);
      if (before === undefined) return history;
      return { ...history, past: past.slice(0, -1), present: before, future: [present, ...future] };
    }
    case "redo": {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { ...history, past: [...past, present], present: after, future: rest };
    }
    case "stored": {
      const stored = snapshotOf(action.version);
      const isLatest = present === action.sent;
      return {
        ...history,
        present: isLatest ? stored : present,
        saved: isLatest ? stored : action.sent,
        version: action.version,
      };
    }
    case "loaded":
      return openHistory(action.version);
    case "rebased":
      return { ...history, saved: snapshotOf(action.version), version: action.version };
  }
}
