import type { GLViewer } from "3dmol";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { useColourScheme } from "../use-colour-scheme.ts";
import { type PocketResidue, type SceneParts, type ShownContact, type ShownPose, ViewerScene } from "./viewer-scene.ts";

export type PoseViewerState = "loading" | "ready" | "no-webgl" | "unreadable";

type Options = {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly receptor: { readonly text: string; readonly format: "pdb" | "cif" } | null;
  readonly reference: string | null;
  readonly poses: readonly ShownPose[];
  readonly shown: string | null;
  readonly contacts: readonly ShownContact[];
  readonly pocket: readonly PocketResidue[];
  readonly parts: SceneParts;
};

/** Keeps one 3Dmol viewer on `host` with a receptor that is built once and poses that take turns in it. */
export function usePoseViewer({ host, receptor, reference, poses, shown, contacts, pocket, parts }: Options) {
  const scheme = useColourScheme();
  const [viewer, setViewer] = useState<GLViewer | null>(null);
  const [state, setState] = useState<PoseViewerState>("loading");
  const scene = useMemo(() => (viewer === null ? null : new ViewerScene(viewer)), [viewer]);
  const isWanted = receptor !== null;

  useEffect(() => {
    const element = host.current;
    if (!isWanted || element === null) return;
    let isGone = false;
    let created: GLViewer | null = null;
    let observer: ResizeObserver | null = null;
    void import("3dmol/build/3Dmol.es6-min.js").then(({ createViewer }) => {
      if (isGone) return;
      created = openViewer(createViewer, element);
      if (created === null) {
        setState("no-webgl");
        return;
      }
      observer = new ResizeObserver(() => created?.resize());
      observer.observe(element);
      setViewer(created);
    });
    return () => {
      isGone = true;
      observer?.disconnect();
      created?.clear();
      element.replaceChildren();
      setViewer(null);
      setState("loading");
    };
  }, [host, isWanted]);

  useEffect(() => {
    if (scene === null || receptor === null) return;
    try {
      scene.setReceptor(receptor.text, receptor.format);
      setState("ready");
    } catch {
      setState("unreadable");
    }
  }, [scene, receptor]);

  useEffect(() => scene?.setReference(reference), [scene, reference]);
  useEffect(() => scene?.setPoses(poses), [scene, poses]);

  // The order matters: styles belong to models that the effects above have made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new receptor, reference or list of poses has to be styled
  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.style(parts, pocket, scheme);
    viewer.render();
  }, [scene, viewer, parts, pocket, scheme, receptor, reference, poses]);

  useEffect(() => {
    if (scene === null || viewer === null) return;
    scene.setContacts(parts.contacts ? contacts : [], scheme);
    viewer.render();
  }, [scene, viewer, contacts, parts.contacts, scheme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of poses has to be shown
  useEffect(() => {
    if (scene === null || viewer === null) return;
    let isGone = false;
    void scene.show(shown).then((isFirst) => {
      if (isGone) return;
      if (isFirst) scene.frameLigand();
      viewer.render();
    });
    return () => {
      isGone = true;
    };
  }, [scene, viewer, shown, poses]);

  return {
    state,
    toLigand: () => {
      scene?.frameLigand();
      viewer?.render();
    },
    turn: (axis: "x" | "y", degrees: number) => viewer?.rotate(degrees, axis),
    zoom: (factor: number) => viewer?.zoom(factor),
  };
}

type CreateViewer = typeof import("3dmol").createViewer;

function openViewer(createViewer: CreateViewer, element: HTMLElement): GLViewer | null {
  try {
    return createViewer(element, { antialias: true, backgroundAlpha: 0, backgroundColor: "white" }) ?? null;
  } catch {
    return null;
  }
}
