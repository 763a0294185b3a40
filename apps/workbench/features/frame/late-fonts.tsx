"use client";

import { useEffect } from "react";

/** Adds style sheets of fonts once the page rests: an English page needs Chinese letters only where data hold them. */
export function LateFonts({ addresses }: { addresses: string[] }) {
  const wanted = addresses.join(" ");
  useEffect(() => {
    const wait = setTimeout(() => {
      for (const href of wanted.split(" ")) {
        if (document.querySelector(`link[href="${href}"]`) !== null) continue;
        document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
      }
    }, 2_000);
    return () => clearTimeout(wait);
  }, [wanted]);
  return null;
}
