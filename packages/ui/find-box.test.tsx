import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { useFindBox } from './find-box.tsx';

function Finder({ count, few }: { count: number; few?: number }) {
  const all = [...Array(count).keys()].map(String);
  const { found, isFinding, box } = useFindBox(all, {
    noun: ['stage', 'stages'],
    textOf: (text) => text,
    ...(few === undefined ? {} : { few }),
  });
  return (
    <>
      {box}
      <p>
        {found.length} {String(isFinding)}
      </p>
    </>
  );
}

it('stands above many, by what they are called, and has all of them until something is typed', () => {
  const many = renderToStaticMarkup(<Finder count={13} />);
  expect(many).toContain('aria-label="Find a stage"');
  expect(many).toContain('placeholder="Find one of 13 stages"');
  expect(many).toContain('13 false');
});

it('is not there where there are few', () => {
  expect(renderToStaticMarkup(<Finder count={12} />)).not.toContain('input');
  expect(renderToStaticMarkup(<Finder count={9} few={8} />)).toContain('Find one of 9 stages');
});
