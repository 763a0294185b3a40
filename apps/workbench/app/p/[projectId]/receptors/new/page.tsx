import { getTranslations } from "next-intl/server";
import { NewReceptorPage } from "../../../../../features/receptors/new-receptor-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("receptors");
  return { title: t("create") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewReceptorPage projectId={projectId} />;
}
