import { getTranslations } from "next-intl/server";
import { DesignPage } from "../../../../features/design/design-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("design");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <DesignPage projectId={projectId} />;
}
