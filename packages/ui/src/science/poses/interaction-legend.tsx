"use client";

import { useColourScheme } from "../use-colour-scheme.ts";
import { type ContactKind, contactStyles } from "./contact-kinds.ts";
import { usePoseText } from "./pose-text.ts";

/** What the lines mean. */
export function InteractionLegend({ kinds }: { kinds: readonly ContactKind[] }) {
  const text = usePoseText();
  const scheme = useColourScheme();
  return (
    <ul aria-label={text.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg aria-hidden width={30} height={8} className="shrink-0">
            <line
              x1={1}
              y1={4}
              x2={29}
              y2={4}
              stroke={contactStyles[kind][scheme]}
              strokeWidth={2}
              strokeLinecap="round"
              strokeDasharray={contactStyles[kind].dashes}
            />
          </svg>
          {text.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
