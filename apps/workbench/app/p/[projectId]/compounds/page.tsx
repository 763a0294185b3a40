import { getTranslations } from "next-intl/server";
import { CompoundsPage } from "../../../../features/compounds/compounds-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("compounds");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <CompoundsPage projectId={projectId} />;
}
