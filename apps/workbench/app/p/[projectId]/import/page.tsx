import { getTranslations } from "next-intl/server";
import { ImportPage } from "../../../../features/import/import-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("import");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ImportPage projectId={projectId} />;
}
