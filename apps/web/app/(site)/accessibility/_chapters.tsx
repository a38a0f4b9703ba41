import type { Company } from '@aura/site';
import type { Chapter } from '../_frame/chapters.tsx';

/** The statement; only how to reach us differs between installations. */
export function accessibilityChapters({ email }: Company): readonly Chapter[] {
  return [
    {
      id: 'standard',
      title: 'The standard',
      body: (
        <p>
          We build to the Web Content Accessibility Guidelines <strong>WCAG 2.1, level AA</strong>, on this site and in
          every workspace. By our own review it conforms partly: what we know to be missing is below. No one outside has
          audited it yet.
        </p>
      ),
    },
    {
      id: 'tests',
      title: 'How it is tested',
      body: (
        <ul>
          <li>
            Every page is checked by axe-core in each run of our tests: wide and at 320 pixels, and the contrast of its
            colours in the light and in the dark theme. One finding fails the run.
          </li>
          <li>Every page is measured at 320 pixels: it must not scroll sideways.</li>
          <li>
            The contrast of each pair of colours in the design is calculated and held: 4.5 to 1 for text, 3 to 1 for the
            borders of controls and for the focus ring.
          </li>
          <li>Whole tasks are done by keyboard in a real browser, among them moving a deal on the board.</li>
          <li>What happens without a new page is announced, and tests listen to the announcements.</li>
        </ul>
      ),
    },
    {
      id: 'helps',
      title: 'What you can set',
      body: (
        <ul>
          <li>A light and a dark theme, or whichever your system prefers; forced colours are respected.</li>
          <li>Less motion, by your system’s setting or in your preferences.</li>
          <li>Single-key shortcuts can be switched off. Everything they do also has a button or a menu.</li>
          <li>Text can be enlarged to 200 % and spaced as you need it.</li>
        </ul>
      ),
    },
    {
      id: 'gaps',
      title: 'Known gaps',
      body: (
        <ul>
          <li>
            Screen readers: built and tested against roles, names and announcements, but not yet walked through by hand
            with NVDA, JAWS or VoiceOver on every page.
          </li>
          <li>People with disabilities have not yet tested Aura for us. We would like to pay for that.</li>
          <li>
            The interactive API reference at <code>/api/v1/docs</code> is made by another project and has not been
            checked. The same description can be read as a file, <code>/api/v1/openapi.json</code>.
          </li>
          <li>Comparison tables on wide screens are tables; on narrow ones the same facts are lists.</li>
          <li>Aura speaks English only.</li>
        </ul>
      ),
    },
    {
      id: 'contact',
      title: 'Tell us what is in your way',
      body: (
        <p>
          Write to <a href={`mailto:${email}`}>{email}</a> or with the <a href="/contact">contact form</a>. Say which
          page it was and what you use to read it. If something keeps you from working, we will find another way with
          you until it is mended.
        </p>
      ),
    },
  ];
}
