/**
 * Distances (Å) and angles (degrees) of each kind of contact: the published defaults of ProLIF (Bouysset & Fiorucci 2021,
 * doi 10.1186/s13321-021-00548-6, release 2.2). Halogen bonds go back to Auffinger et al. 2004, doi
 * 10.1073/pnas.0407607101.
 */
export const criteria = {
  /** Between heavy atoms; angle at the hydrogen. */
  hydrogenBond: { reach: 3.5, leastAngle: 130 },
  /** Between charged atoms. */
  saltBridge: { reach: 4.5 },
  /** Between middles of rings; angle between planes; angle of the line of middles to one of the normals. */
  stackedFace: { reach: 5.5, planes: [0, 35], offset: 33 },
  stackedEdge: { reach: 6.5, planes: [50, 90], offset: 30, insideRing: 1.5 },
  /** Between ring middle and charge; angle to the ring's normal. */
  piCation: { reach: 4.5, offset: 30 },
  /** Between halogen and acceptor; angles at the halogen and at the acceptor. */
  halogenBond: { reach: 3.5, atHalogen: [130, 180], atAcceptor: [80, 140] },
  metal: { reach: 2.8 },
  hydrophobic: { reach: 4.5 },
} as const;
