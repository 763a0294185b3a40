"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { ErrorState, useUiLocale } from "@qinghao/ui";
import { ContributionFigure, contributionColours, MoleculeViewer3d, useColourScheme } from "@qinghao/ui/science";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { MoleculeDepiction } from "../../workers/molecule-depiction.tsx";
import { useConformer, useExplanation } from "../../workers/use-molecule.ts";

export type CompoundStructuresProps = { readonly compound: CompoundView; readonly endpoints: readonly EndpointLabel[] };

/** The compound in two and three dimensions. */
export function CompoundStructures({ compound, endpoints }: CompoundStructuresProps) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <Structure2d compound={compound} endpoints={endpoints} />
      <Structure3d compound={compound} />
    </div>
  );
}

function Structure2d({ compound, endpoints }: CompoundStructuresProps) {
  const theme = useColourScheme();
  const locale = useUiLocale();
  const [shown, setShown] = useState<string | null>(null);
  const explanation = useExplanation(compound.smiles, shown);
  const explained = explanation.isStale ? null : explanation.value;
  const scale = useMemo(
    () => (explained === null ? null : contributionColours(explained.atoms, theme)),
    [explained, theme],
  );
  return (
    <div className="flex flex-col gap-2">
      <ContributionFigure
        endpoints={endpoints}
        shown={shown}
        onShow={setShown}
        reach={scale?.reach ?? null}
        theme={theme}
      >
        <MoleculeDepiction
          smiles={explained?.smiles ?? compound.smiles}
          name={compound.name}
          width={440}
          height={300}
          {...(scale === null ? {} : { atomColours: scale.colours })}
        />
      </ContributionFigure>
      {explanation.error !== null && (
        <ErrorState title={explanation.error.message[locale]} code={explanation.error.code} />
      )}
    </div>
  );
}

function Structure3d({ compound }: { compound: CompoundView }) {
  const t = useTranslations("compounds.compound");
  const locale = useUiLocale();
  const conformer = useConformer(compound.smiles);
  return (
    <MoleculeViewer3d
      molblock={conformer.value?.molblock ?? null}
      isComputing={conformer.isComputing}
      failure={conformer.error?.message[locale]}
      description={
        conformer.value === null
          ? ""
          : t("conformer", {
              formula: compound.formula,
              atoms: compound.heavyAtoms,
              method: conformer.value.method,
            })
      }
      className="min-h-80"
    />
  );
}
