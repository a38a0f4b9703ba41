'use client';

export { SearchScreen } from './ui/search-screen.tsx';
export { useSearchApi } from './ui/use-search-api.ts';
