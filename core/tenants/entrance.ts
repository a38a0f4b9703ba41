'use client';

/** What the site's own pages show: a door of its own, so that a visitor does not load the workspace's settings. */
export { SignUpScreen } from './ui/sign-up-screen.tsx';
export { WorkspaceFinder } from './ui/workspace-finder.tsx';
