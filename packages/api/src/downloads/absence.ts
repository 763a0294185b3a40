/** How a file marks what is not there; the same marks as on the pages. */
export const absence = { notMeasured: "–", unknown: "?", failed: "!" } as const;
