import { defineModule } from '@aura/kernel';
import { dashboardRouter } from './dashboard.router.ts';

export const dashboardModule = defineModule({
  id: 'dashboard',
  dependsOn: ['activities', 'deals', 'pipelines', 'reports'],
  permissions: {},
  routers: { dashboard: dashboardRouter },
  navigation: [{ href: '/dashboard', label: 'Dashboard', icon: 'gauge', permission: 'report:read', order: 0 }],
});
