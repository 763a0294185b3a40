import type { GLModel, GLShape, GLViewer } from "3dmol";
import { type ContactKind, contactStyles } from "./contact-kinds.ts";

/** A receptor's file. */
export type ShownReceptor = { readonly text: string; readonly format: "pdb" | "cif" };

/** A pose as the viewer shows it: a V2000 molblock in the receptor's coordinates. */
export type ShownPose = { readonly id: string; readonly molblock: string };

export type ShownContact = {
  readonly kind: ContactKind;
  readonly from: readonly [number, number, number];
  readonly to: readonly [number, number, number];
};

export type PocketResidue = { readonly chain: string; readonly number: number };

/** The searched part of space, Å. */
export type ShownBox = {
  readonly center: readonly [number, number, number];
  readonly size: readonly [number, number, number];
};

export type SceneParts = {
  readonly cartoon: boolean;
  readonly pocket: boolean;
  readonly hydrogens: boolean;
  readonly reference: boolean;
  readonly contacts: boolean;
  readonly box: boolean;
};

/** On a light page the fog of distance already takes most of a ribbon away behind poses. */
const ribbon = {
  light: { color: "#8d9b91", opacity: 0.8, behindPoses: 0.8 },
  dark: { color: "#5d665f", opacity: 0.75, behindPoses: 0.5 },
};
const boxEdge = { light: "#1f7a4d", dark: "#7bd3a5" };
const stick = (radius: number, carbons: string) => ({ stick: { radius, colorscheme: carbons } });

/**
 * What the viewer holds. The receptor is read once; poses of one molecule are frames of one model, so that changing the
 * pose moves a few dozen atoms and leaves the receptor's geometry as it is.
 */
export class ViewerScene {
  readonly #viewer: GLViewer;
  #receptor: GLModel | null = null;
  /** The same atoms again for the residues around a pose: a change of theirs leaves the ribbon as it is. */
  #site: GLModel | null = null;
  #reference: GLModel | null = null;
  #models: GLModel[] = [];
  readonly #frames = new Map<string, { model: GLModel; frame: number }>();
  #lines: GLShape[] = [];
  #edges: GLShape[] = [];
  #shown: string | null = null;
  #isEmpty = true;

  constructor(viewer: GLViewer) {
    this.#viewer = viewer;
  }

  setReceptor(text: string, format: "pdb" | "cif"): void {
    for (const model of [this.#receptor, this.#site]) if (model !== null) this.#viewer.removeModel(model);
    this.#receptor = this.#viewer.addModel(text, format, { keepH: true });
    this.#site = this.#viewer.addModel(text, format, { keepH: true });
  }

  setReference(molblock: string | null): void {
    if (this.#reference !== null) this.#viewer.removeModel(this.#reference);
    this.#reference = molblock === null ? null : this.#viewer.addModel(molblock, "sdf", { keepH: true });
  }

  setPoses(poses: readonly ShownPose[]): void {
    for (const model of this.#models) this.#viewer.removeModel(model);
    this.#models = [];
    this.#frames.clear();
    this.#shown = null;
    for (const group of Map.groupBy(poses, ({ molblock }) => atomsOf(molblock)).values()) {
      const text = group.map(({ molblock }) => `${molblock.trimEnd()}\n$$$$\n`).join("");
      const model = this.#viewer.addModelsAsFrames(text, "sdf", { keepH: true });
      this.#models.push(model);
      group.forEach(({ id }, frame) => {
        this.#frames.set(id, { model, frame });
      });
    }
  }

  /** Styles the receptor; it steps back behind poses. Drawing it anew takes time, so nothing of a pose is in it. */
  styleReceptor({ cartoon, hydrogens }: SceneParts, scheme: "light" | "dark", hasPoses: boolean): void {
    const receptor = this.#receptor;
    if (receptor === null) return;
    const { color, opacity, behindPoses } = ribbon[scheme];
    receptor.setStyle({}, cartoon ? { cartoon: { color, opacity: hasPoses ? behindPoses : opacity } } : {});
    receptor.setStyle(
      { hetflag: true, predicate: ({ resn }) => resn !== "HOH" && resn !== "WAT" },
      { ...stick(0.12, "default"), sphere: { scale: 0.2 } },
    );
    hideHydrogens(receptor, hydrogens ? "apolar" : "all");
  }

  /** Styles the poses and the known ligand. */
  styleLigands({ hydrogens, reference }: SceneParts): void {
    for (const model of this.#models) {
      model.setStyle({}, stick(0.17, "greenCarbon"));
      hideHydrogens(model, hydrogens ? "apolar" : "all");
    }
    if (this.#reference === null) return;
    this.#reference.setStyle({}, reference ? stick(0.09, "magentaCarbon") : {});
    hideHydrogens(this.#reference, "all");
  }

  /** Draws the residues around a pose, and no others. */
  styleSite({ pocket, hydrogens }: SceneParts, residues: readonly PocketResidue[]): void {
    const site = this.#site;
    if (site === null) return;
    site.setStyle({}, {});
    if (!pocket || residues.length === 0) return;
    for (const { chain, number } of residues) site.setStyle({ chain, resi: number }, stick(0.11, "default"));
    hideHydrogens(site, hydrogens ? "apolar" : "all");
  }

  /**
   * Shows one pose and hides the others; resolves once it can be drawn.
   * @returns whether it is the first pose ever shown: the camera stays where it is for those after it
   */
  async show(id: string | null): Promise<boolean> {
    const wanted = id === null ? undefined : this.#frames.get(id);
    for (const model of this.#models) if (model !== wanted?.model) model.hide();
    if (wanted === undefined) return false;
    wanted.model.show();
    await wanted.model.setFrame(wanted.frame);
    this.#shown = id;
    const isFirst = this.#isEmpty;
    this.#isEmpty = false;
    return isFirst;
  }

  setContacts(contacts: readonly ShownContact[], scheme: "light" | "dark"): void {
    for (const line of this.#lines) this.#viewer.removeShape(line);
    this.#lines = contacts.map(({ kind, from, to }) =>
      this.#viewer.addCylinder({
        start: pointOf(from),
        end: pointOf(to),
        radius: kind === "hydrophobic" ? 0.04 : 0.08,
        color: contactStyles[kind][scheme],
        dashed: kind !== "metal",
        dashLength: kind === "hydrophobic" ? 0.08 : 0.22,
        gapLength: kind === "hydrophobic" ? 0.22 : 0.16,
        fromCap: 0,
        toCap: 0,
      }),
    );
  }

  /** Draws the twelve edges of a box; null: none. */
  setBox(box: ShownBox | null, scheme: "light" | "dark"): void {
    for (const edge of this.#edges) this.#viewer.removeShape(edge);
    this.#edges = (box === null ? [] : edgesOf(box)).map(([start, end]) =>
      this.#viewer.addCylinder({
        start: pointOf(start),
        end: pointOf(end),
        radius: 0.06,
        color: boxEdge[scheme],
        fromCap: 2,
        toCap: 2,
      }),
    );
  }

  /** Turns the camera to the pose shown, otherwise the reference, with room around it; else to the whole receptor. */
  frame(toLigand: boolean): void {
    const pose = this.#shown === null ? undefined : this.#frames.get(this.#shown)?.model;
    const model = toLigand ? (pose ?? this.#reference ?? undefined) : undefined;
    this.#viewer.zoomTo(model === undefined ? {} : { model });
    if (model !== undefined) this.#viewer.zoom(pose === undefined ? 0.45 : 0.95);
  }
}

type Point = readonly [number, number, number];

/** A box's edges: along each axis, from each of the four corners that lie at the low end of that axis. */
function edgesOf({ center, size }: ShownBox): [Point, Point][] {
  const at = (signs: readonly number[]) =>
    center.map((middle, axis) => middle + 0.5 * signs[axis]! * size[axis]!) as unknown as Point;
  const signs = [-1, 1];
  return [0, 1, 2].flatMap((axis) =>
    signs.flatMap((a) =>
      signs.map((b): [Point, Point] => [at([a, b].toSpliced(axis, 0, -1)), at([a, b].toSpliced(axis, 0, 1))]),
    ),
  );
}

const pointOf = ([x, y, z]: readonly [number, number, number]) => ({ x, y, z });

/** Elements in order: poses that share them are poses of one molecule. */
function atomsOf(molblock: string): string {
  const lines = molblock.split("\n");
  const count = Number(lines[3]?.slice(0, 3));
  return lines
    .slice(4, 4 + count)
    .map((line) => line.slice(31, 34).trim())
    .join();
}

/** Hides hydrogens on carbon, or all. */
function hideHydrogens(model: GLModel, which: "apolar" | "all"): void {
  const atoms = model.selectedAtoms({});
  const apolar = new Set(
    atoms
      .filter(({ elem, bonds }) => elem === "H" && atoms[bonds?.[0] ?? -1]?.elem === "C")
      .map(({ serial }) => serial),
  );
  model.setStyle({ elem: "H", predicate: ({ serial }) => which === "all" || apolar.has(serial) }, {});
}
