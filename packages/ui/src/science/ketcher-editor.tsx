"use client";

import "ketcher-react/dist/index.css";
import "./ketcher-theme.css";
import type { Ketcher } from "ketcher-core";
import { type ButtonsConfig, Editor } from "ketcher-react";
import { StandaloneStructServiceProvider } from "ketcher-standalone/dist/binaryWasmNoRender";
import { useEffect, useRef } from "react";
import { createRoot, type Root } from "react-dom/client";

export type SketcherHandle = {
  /** Replaces the drawing by a molblock or a SMILES. Undo brings the previous drawing back. */
  setStructure(structure: string): Promise<void>;
};
export type KetcherEditorProps = {
  readonly onReady: (handle: SketcherHandle) => void;
  /** The drawing after each change as a V2000 molblock; null when nothing is drawn. */
  readonly onChange: (molblock: string | null) => void;
  /** A message of the editor itself, such as a file it cannot read. */
  readonly onMessage: (message: string) => void;
};

const hidden = { hidden: true } as const;
/** What has no meaning for one small molecule, or is elsewhere in the workbench (3D view, full screen, help). */
const buttons: ButtonsConfig = {
  about: hidden,
  analyse: hidden,
  arrows: hidden,
  "create-monomer": hidden,
  fullscreen: hidden,
  help: hidden,
  miew: hidden,
  recognize: hidden,
  "reaction-arrow-open-angle": hidden,
  "reaction-mapping-tools": hidden,
  "reaction-plus": hidden,
  rgroup: hidden,
  sgroup: hidden,
  shape: hidden,
  text: hidden,
};

/** One struct service for every editor of the page: its WebAssembly (7.5 MB) is fetched once. */
const structServiceProvider = new StandaloneStructServiceProvider();

/**
 * Ketcher, reduced to drawing one molecule. Load it on demand: it weighs several megabytes and needs a browser.
 * It lives in a React root of its own, which starts a moment after mounting: Ketcher cannot be mounted, unmounted and
 * mounted again at once, as React's strict mode does.
 */
export function KetcherEditor(props: KetcherEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const listeners = useRef(props);
  listeners.current = props;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let root: Root | null = null;
    let disconnect = () => {};
    const timer = setTimeout(() => {
      root = createRoot(element);
      root.render(
        <Editor
          staticResourcesUrl=""
          structServiceProvider={structServiceProvider}
          disableMacromoleculesEditor
          buttons={buttons}
          errorHandler={(message) => listeners.current.onMessage(message)}
          onInit={(ketcher) => {
            disconnect = follow(ketcher, listeners);
          }}
        />,
      );
    });
    return () => {
      clearTimeout(timer);
      disconnect();
      // A root must not be unmounted while another one renders.
      setTimeout(() => root?.unmount());
    };
  }, []);

  return <div ref={host} className="h-full" />;
}

/** Reports each change of the drawing until the returned function is called. */
function follow(ketcher: Ketcher, listeners: { readonly current: KetcherEditorProps }): () => void {
  let turn = 0;
  const report = async () => {
    const mine = ++turn;
    const molblock = ketcher.editor.struct().isBlank() ? null : await ketcher.getMolfile("v2000");
    if (mine === turn) listeners.current.onChange(molblock);
  };
  const subscription = ketcher.editor.subscribe("change", () => {
    report().catch((error: unknown) => {
      listeners.current.onMessage(error instanceof Error ? error.message : String(error));
    });
  });
  listeners.current.onReady({ setStructure: (structure) => ketcher.setMolecule(structure) });
  return () => {
    turn = Number.NaN;
    ketcher.editor.unsubscribe("change", subscription);
  };
}
