import { Gallery } from '@aura/ui/gallery';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { readWebEnv } from '../../../server/env.ts';

export const metadata: Metadata = { title: 'Design system', robots: { index: false } };

export default function GalleryPage(): ReactNode {
  if (readWebEnv().isProduction) notFound();
  return <Gallery />;
}
