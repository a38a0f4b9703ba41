import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Button } from './button.tsx';
import { buttonClass } from './button-class.ts';

it('stays focusable and says why when it is blocked', () => {
  const html = renderToStaticMarkup(<Button disabledReason="Only managers can assign">Assign</Button>);
  expect(html).toContain('aria-disabled="true"');
  expect(html).not.toContain(' disabled=""');
  const reasonId = /aria-describedby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`<span id="${reasonId}" hidden="">Only managers can assign</span>`);
});

it('keeps both labels in one place while loading, so its width does not change', () => {
  const idle = renderToStaticMarkup(<Button loadingLabel="Saving…">Save</Button>);
  const busy = renderToStaticMarkup(
    <Button loading loadingLabel="Saving…">
      Save
    </Button>,
  );
  expect(idle).toContain('Saving…');
  expect(busy).toContain('Save');
  expect(idle).not.toContain('aria-busy');
  expect(busy).toContain('aria-busy="true"');
});

it('submits nothing unless asked to', () => {
  expect(renderToStaticMarkup(<Button>Save</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
});

it('lets a caller adjust a class without losing sizes that share a prefix with colours', () => {
  const look = buttonClass({ variant: 'primary', size: 'sm', className: 'px-1' });
  expect(look).toContain('text-small');
  expect(look).toContain('text-on-primary');
  expect(look).toContain('px-1');
  expect(look).not.toContain('px-2.5');
});
