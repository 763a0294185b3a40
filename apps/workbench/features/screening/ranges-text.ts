export type DescriptorRange = { descriptor: string; min?: number | undefined; max?: number | undefined };

/** `-4 ≤ CrippenClogP ≤ 4.2 · NumRings ≤ 4` */
export const rangesText = (ranges: readonly DescriptorRange[]): string =>
  ranges
    .map(({ descriptor, min, max }) => {
      const from = min === undefined ? "" : `${min} ≤ `;
      return `${from}${descriptor}${max === undefined ? "" : ` ≤ ${max}`}`;
    })
    .join(" · ");
