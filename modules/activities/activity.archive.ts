import { defineArchivePart, made, person, ref } from '@aura/exchange';

const activities = defineArchivePart({
  name: 'activities',
  label: 'Activities',
  table: 'crm.activities',
  record: { type: 'activity', name: 't.subject' },
  columns: [
    ...['type', 'occurred_at', 'subject', 'body', 'outcome', 'duration_minutes'],
    ref('contact_id', 'contacts'),
    ref('organization_id', 'organizations'),
    ref('deal_id', 'deals'),
    ...made,
    'archived_at',
  ],
});

const participants = defineArchivePart({
  name: 'activityParticipants',
  label: 'Participants',
  table: 'crm.activity_participants',
  columns: [ref('activity_id', 'activities'), person('user_id')],
});

const mentions = defineArchivePart({
  name: 'activityMentions',
  label: 'Mentions',
  table: 'crm.activity_mentions',
  columns: [ref('activity_id', 'activities'), person('user_id')],
});

export const activityArchives = [activities, participants, mentions];
