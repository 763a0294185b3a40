import { getTranslations } from "next-intl/server";
import { ReceptorPage } from "../../../../../features/receptors/receptor-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("receptors");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; receptorId: string }> }) {
  const { projectId, receptorId } = await params;
  return <ReceptorPage projectId={projectId} receptorId={receptorId} />;
}
