export type Rgb = readonly [number, number, number];
export type ContributionScale = {
  /** Colour by atom index; atoms near zero have none. */
  readonly colours: Readonly<Record<number, Rgb>>;
  /** Largest absolute contribution, in the endpoint's unit: both ends of the scale. */
  readonly reach: number;
};

type Ramp = { readonly low: Rgb; readonly middle: Rgb; readonly high: Rgb };
/** Blue-white-orange, told apart with every common colour blindness; the dark ramp meets the dark canvas in the middle. */
export const contributionRamps: Record<"light" | "dark", Ramp> = {
  light: { low: [0.32, 0.6, 0.9], middle: [1, 1, 1], high: [0.97, 0.6, 0.18] },
  dark: { low: [0.12, 0.4, 0.72], middle: [0.12, 0.13, 0.12], high: [0.74, 0.38, 0.04] },
};

const faintest = 0.06;

/** Colours of the atoms of a molecule by their contribution; the scale is symmetric about zero. */
export function contributionColours(atoms: readonly number[], theme: "light" | "dark"): ContributionScale {
  const reach = atoms.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const { low, middle, high } = contributionRamps[theme];
  const colours: Record<number, Rgb> = {};
  if (reach === 0) return { colours, reach };
  atoms.forEach((value, atom) => {
    const share = Math.abs(value) / reach;
    if (share >= faintest) colours[atom] = mix(middle, value < 0 ? low : high, share);
  });
  return { colours, reach };
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

export const cssColour = ([r, g, b]: Rgb): string =>
  `rgb(${Math.round(r * 255)} ${Math.round(g * 255)} ${Math.round(b * 255)})`;
