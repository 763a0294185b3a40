/** One conformer with explicit hydrogens. */
export type ConformerReply = {
  /** V2000 molblock with 3D coordinates, angstrom. */
  readonly molblock: string;
  /** Program and force field that made it. */
  readonly method: string;
  readonly energyKcalPerMol: number | null;
};

/** The methods of the conformer worker. */
export type ConformerProtocol = {
  conformer: { params: { text: string; seed: number }; result: ConformerReply };
};
