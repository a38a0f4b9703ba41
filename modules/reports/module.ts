import { defineModule } from '@aura/kernel';
import { reportPermissions } from './report.permissions.ts';
import { reportRouter } from './report.router.ts';

export const reportsModule = defineModule({
  id: 'reports',
  dependsOn: ['activities', 'deals', 'pipelines'],
  permissions: reportPermissions,
  routers: { reports: reportRouter },
  navigation: [{ href: '/reports', label: 'Reports', icon: 'chart-column', permission: 'report:read', order: 60 }],
});
