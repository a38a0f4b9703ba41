import { defineModule } from '@aura/kernel';
import { siteRouter } from './message.router.ts';

export const siteModule = defineModule({
  id: 'site',
  dependsOn: ['identity'],
  permissions: {},
  routers: { site: siteRouter },
});
