import { getTranslations } from "next-intl/server";
import { CompoundPage } from "../../../../../features/compounds/compound-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("compounds");
  return { title: t("compound.title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; compoundId: string }> }) {
  const { projectId, compoundId } = await params;
  return <CompoundPage projectId={projectId} compoundId={compoundId} />;
}
