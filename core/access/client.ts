'use client';

export { AccessScreen } from './ui/access-screen.tsx';
