import './globals.css';
import { LiveRegions } from '@aura/ui/live-regions';
import { themeClass } from '@aura/ui/theme';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { displayFont, extendedFont, latinFont } from '../shell/fonts.ts';
import { readPreferences } from '../shell/preferences.ts';
import { Providers } from '../shell/providers.tsx';

export const metadata: Metadata = {
  title: { default: 'Aura', template: '%s · Aura' },
  description: 'The customer relationship system that keeps the next step in sight.',
  applicationName: 'Aura',
  formatDetection: { telephone: false, email: false, address: false, date: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f5f1' },
    { media: '(prefers-color-scheme: dark)', color: '#101413' },
  ],
};

/** Reading cookies and headers makes every page dynamic, as the nonce of the content security policy demands. */
export default async function RootLayout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const { theme, density, isCalm } = readPreferences(jar);
  const fonts = `${latinFont.variable} ${extendedFont.variable} ${displayFont.variable}`;
  return (
    <html lang="en" data-density={density} className={`${fonts} ${themeClass(theme)} ${isCalm ? 'calm' : ''}`}>
      <body>
        <Providers nonce={head.get('x-nonce') ?? undefined}>{children}</Providers>
        <LiveRegions />
      </body>
    </html>
  );
}
