"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { useUiLocale } from "@qinghao/ui";
import { MoleculeViewer3d } from "@qinghao/ui/science";
import { useTranslations } from "next-intl";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";
import { MoleculeFigure } from "../../workers/molecule-figure.tsx";
import { useConformer } from "../../workers/use-molecule.ts";

export type CompoundStructuresProps = { readonly compound: CompoundView; readonly endpoints: readonly EndpointLabel[] };

/** The compound in two and three dimensions. */
export function CompoundStructures({ compound, endpoints }: CompoundStructuresProps) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <MoleculeFigure smiles={compound.smiles} name={compound.name} endpoints={endpoints} width={440} height={300} />
      <Structure3d compound={compound} />
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
