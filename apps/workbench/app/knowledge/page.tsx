import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { projectCookie } from "../../features/frame/place-names.ts";
import { KnowledgePage } from "../../features/knowledge/knowledge-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("knowledge");
  return { title: t("title") };
}

export default async function Page() {
  return <KnowledgePage projectId={(await cookies()).get(projectCookie)?.value ?? null} />;
}
