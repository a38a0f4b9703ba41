import { defineModule } from '@aura/kernel';
import { dashboardPermissions } from './dashboard.permissions.ts';
import { dashboardRouter } from './dashboard.router.ts';

export const dashboardModule = defineModule({
  id: 'dashboard',
  dependsOn: ['activities', 'deals', 'pipelines'],
  permissions: dashboardPermissions,
  routers: { dashboard: dashboardRouter },
  navigation: [{ href: '/dashboard', label: 'Dashboard', icon: 'gauge', permission: 'report:read', order: 0 }],
});
