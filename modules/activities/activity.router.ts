import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { getActivity, listActivities } from './activity.queries.ts';
import {
  activityCreateInput,
  activityListInput,
  activityOutput,
  activityPage,
  contactActivitiesInput,
  contactActivityCreateInput,
} from './activity.schema.ts';
import { archiveActivity, createActivity, requireContact } from './activity.service.ts';

export const activityRouter = router({
  list: procedure('activity:read')
    .meta({ rest: { method: 'GET', path: '/activities', summary: 'List activities' } })
    .input(activityListInput)
    .output(activityPage)
    .query(({ ctx, input }) => listActivities(ctx, 'activities.list', input)),
  get: procedure('activity:read')
    .meta({ rest: { method: 'GET', path: '/activities/{id}', summary: 'Read an activity' } })
    .input(idInput)
    .output(activityOutput)
    .query(({ ctx, input }) => getActivity(ctx, input.id)),
  create: procedure('activity:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/activities',
        status: 201,
        location: '/activities/{id}',
        summary: 'Log a call, e-mail, meeting or note',
      },
    })
    .input(activityCreateInput)
    .output(activityOutput)
    .mutation(({ ctx, input }) => createActivity(ctx, input)),
  archive: procedure('activity:archive')
    .meta({ rest: { method: 'POST', path: '/activities/{id}/archive', summary: 'Archive an activity' } })
    .input(idInput)
    .output(activityOutput)
    .mutation(({ ctx, input }) => archiveActivity(ctx, input.id)),
  ofContact: procedure('activity:read')
    .meta({ rest: { method: 'GET', path: '/contacts/{id}/activities', summary: 'List the activities of a contact' } })
    .input(contactActivitiesInput)
    .output(activityPage)
    .query(async ({ ctx, input: { id, ...input } }) => {
      await requireContact(ctx, id);
      return listActivities(ctx, 'activities.ofContact', { ...input, contactId: id });
    }),
  createForContact: procedure('activity:create')
    .meta({
      rest: {
        method: 'POST',
        path: '/contacts/{id}/activities',
        status: 201,
        location: '/activities/{id}',
        summary: 'Log an activity with a contact',
      },
    })
    .input(contactActivityCreateInput)
    .output(activityOutput)
    .mutation(async ({ ctx, input: { id, ...input } }) => {
      await requireContact(ctx, id);
      return createActivity(ctx, { ...input, contactId: id });
    }),
});
