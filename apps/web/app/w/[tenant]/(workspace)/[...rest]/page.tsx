import { notFound } from 'next/navigation';

/** An address of no page keeps the frame and its navigation. */
export default function UnknownPage(): never {
  notFound();
}
