import localFont from 'next/font/local';

/** The same face as `displayFont`, preloaded for the pages whose first line is set in it. */
export const preloadedDisplayFont = localFont({
  src: '../../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-display',
  display: 'swap',
});
