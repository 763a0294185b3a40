"use client";

import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Select } from "../controls/select.tsx";
import { ContributionLegend } from "./contribution-legend.tsx";
import type { ShownEndpoint } from "./prediction-list.tsx";
import { useScienceText } from "./science-text.ts";

export type ContributionFigureProps = {
  /** The drawing, coloured for the chosen endpoint. */
  readonly children: ReactNode;
  readonly endpoints: readonly ShownEndpoint[];
  /** The endpoint whose contributions are drawn; null: none. */
  readonly shown: string | null;
  readonly onShow: (endpoint: string | null) => void;
  /** Largest absolute contribution; null while it is computed. */
  readonly reach: number | null;
  readonly theme: "light" | "dark";
  readonly className?: string;
};

/** A 2D structure with the choice of colouring its atoms by their contribution to a prediction. */
export function ContributionFigure(props: ContributionFigureProps) {
  const { children, endpoints, shown, onShow, reach, theme, className } = props;
  const text = useScienceText();
  const endpoint = endpoints.find(({ id }) => id === shown);
  return (
    <div className={classNames("flex flex-col gap-2", className)}>
      <div className="flex justify-center">{children}</div>
      <Select
        label={text.colourBy}
        hideLabel
        value={shown ?? "none"}
        onChange={(id) => onShow(id === "none" ? null : id)}
        options={[
          { id: "none", label: text.noContributions },
          ...endpoints.map(({ id, name }) => ({ id, label: text.contributionsTo(name) })),
        ]}
      />
      {endpoint !== undefined && reach !== null && (
        <ContributionLegend name={endpoint.name} reach={reach} unit={endpoint.unit} theme={theme} />
      )}
    </div>
  );
}
