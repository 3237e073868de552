import type { Metadata } from "next";

export const metadata: Metadata = {
  title: "A form",
};

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
