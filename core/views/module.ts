import { defineModule } from '@aura/kernel';
import { savedViewArchive } from './saved-view.archive.ts';
import { savedViewPermissions } from './saved-view.permissions.ts';
import { savedViewRouter } from './saved-view.router.ts';

export const viewsModule = defineModule({
  id: 'views',
  dependsOn: [],
  permissions: savedViewPermissions,
  routers: { savedViews: savedViewRouter },
  archives: [savedViewArchive],
  constraints: {
    saved_views_name_key: {
      code: 'conflict',
      reason: 'duplicate_name',
      field: 'name',
      detail: 'Its owner has a view of this name already. Choose another name.',
    },
    saved_views_address_fits: {
      code: 'invalid',
      field: 'address',
      detail: 'A view keeps the texts of a list’s address, 8,000 characters or fewer.',
    },
  },
});
