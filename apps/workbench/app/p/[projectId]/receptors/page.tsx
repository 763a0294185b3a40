import { getTranslations } from "next-intl/server";
import { ReceptorsPage } from "../../../../features/receptors/receptors-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("receptors");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ReceptorsPage projectId={projectId} />;
}
