/** How a small molecule is drawn in three dimensions. */
export const viewer3dStyles = ["ball-and-stick", "stick", "space-filling"] as const;
export type Viewer3dStyle = (typeof viewer3dStyles)[number];

/** 3Dmol style of one atom selection; radii in angstrom, scales of the van der Waals radius. */
export const style3dmol: Record<Viewer3dStyle, object> = {
  "ball-and-stick": { stick: { radius: 0.13 }, sphere: { scale: 0.24 } },
  stick: { stick: { radius: 0.16 } },
  "space-filling": { sphere: { scale: 1 } },
};
