import type { FingerprintKind } from "@qinghao/chemistry";

/** How the threads of a build are set up. */
export type BuildInit = { readonly kinds: readonly FingerprintKind[] };

/** A row of the input for a thread: what was read, or null where the reader has refused it already. */
export type BuildRow = {
  readonly row: number;
  readonly line: number;
  readonly id: string;
  readonly text: string | null;
};

export type BuildTask = { readonly rows: readonly BuildRow[] };
