/**
 * A regression tree in arrays. Split i sends a row left when `x[column[i]] <= threshold[i]`;
 * `left`/`right` hold a split index, or -1 - leaf for a leaf. A tree without splits has one leaf.
 */
export type Tree = {
  readonly column: Uint16Array;
  readonly threshold: Float32Array;
  readonly left: Int16Array;
  readonly right: Int16Array;
  readonly value: Float32Array;
};
