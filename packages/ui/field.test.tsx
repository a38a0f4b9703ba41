import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Field } from './field.tsx';
import { MoneyInput } from './money-input.tsx';
import { RadioGroup } from './radio-group.tsx';
import { TextInput } from './text-input.tsx';

it('ties label, help and error to the control', () => {
  const html = renderToStaticMarkup(
    <Field id="name" label="Name" help="As the customer says it" error="Enter a name">
      <TextInput name="name" />
    </Field>,
  );
  expect(html).toContain('for="name"');
  expect(tag(html, 'input')).toContain('id="name"');
  expect(tag(html, 'input')).toContain('aria-describedby="name-help name-error"');
  expect(tag(html, 'input')).toContain('aria-invalid="true"');
  expect(html).toContain('id="name-error"');
});

it('says nothing about errors while there are none', () => {
  const html = renderToStaticMarkup(
    <Field id="name" label="Name">
      <TextInput />
    </Field>,
  );
  expect(tag(html, 'input')).not.toContain('aria-invalid=');
  expect(tag(html, 'input')).not.toContain('aria-describedby=');
});

it('marks required and optional in words', () => {
  const required = renderToStaticMarkup(
    <Field label="Name" mark="required">
      <TextInput />
    </Field>,
  );
  expect(required).toContain('(required)');
  expect(tag(required, 'input')).toContain('aria-required="true"');
  const optional = renderToStaticMarkup(
    <Field label="Name" mark="optional">
      <TextInput />
    </Field>,
  );
  expect(optional).toContain('(optional)');
  expect(tag(optional, 'input')).not.toContain('aria-required=');
});

it("keeps a control's own description beside the field's", () => {
  const html = renderToStaticMarkup(
    <Field id="value" label="Value" help="Before tax">
      <MoneyInput currency="USD" aria-describedby="total" />
    </Field>,
  );
  expect(tag(html, 'input')).toContain('aria-describedby="value-help total"');
});

it('groups radio buttons below a legend with one name and one choice', () => {
  const html = renderToStaticMarkup(
    <RadioGroup
      label="Role"
      value="b"
      name="role"
      options={[
        { value: 'a', label: 'Rep' },
        { value: 'b', label: 'Manager' },
      ]}
    />,
  );
  expect(html).toContain('<legend');
  expect(html.match(/name="role"/g)).toHaveLength(2);
  expect(html.match(/checked=""/g)).toHaveLength(1);
});

function tag(html: string, name: string): string {
  return new RegExp(`<${name}[^>]*>`).exec(html)?.[0] ?? '';
}
