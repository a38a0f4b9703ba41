import { defineChore } from '@aura/jobs';
import { ADMINS, defineModule } from '@aura/kernel';
import { auditExporter } from './audit.exporter.ts';
import { auditRouter } from './audit.router.ts';

const MISSES_AT_ONCE = 500;

export const auditModule = defineModule({
  id: 'audit',
  dependsOn: ['members'],
  permissions: { 'audit:read': ADMINS },
  routers: { audit: auditRouter },
  exporters: [auditExporter],
  chores: [
    defineChore({ name: 'audit.seal', everyS: 60, run: async (query) => void (await query('select audit.seal()')) }),
    defineChore({
      name: 'audit.classify',
      everyS: 30,
      run: async (query) => void (await query('select audit.classify_misses($1)', [MISSES_AT_ONCE])),
    }),
    defineChore({
      name: 'audit.partitions',
      everyS: 86_400,
      run: async (query) =>
        void (await query(
          `select audit.ensure_partition((current_date + make_interval(months => n))::date) from generate_series(0, 3) n`,
        )),
    }),
  ],
});
