import { z } from 'zod';
import { test } from 'vitest';
import { appRouter } from '../index.ts';
test('x', () => {
  for (const [name, p] of Object.entries((appRouter as any)._def.procedures)) {
    const def = (p as any)._def;
    console.log(
      name,
      def.type,
      def.meta?.permission,
      JSON.stringify(
        def.inputs?.[0] ? z.toJSONSchema(def.inputs[0], { io: 'input', unrepresentable: 'any' }) : null,
      )?.slice(0, 160),
    );
  }
});
