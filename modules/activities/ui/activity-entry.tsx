'use client';

import { apiFailure } from '@aura/api/client';
import { useMemberNames } from '@aura/members/client';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { DateText, RelativeTime } from '@aura/ui/date-text';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Menu, MenuItem } from '@aura/ui/menu';
import { TimelineItem } from '@aura/ui/timeline';
import { toast } from '@aura/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, Ellipsis } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Activity } from '../activity.schema.ts';
import type { ActivityTarget } from './activity-draft.ts';
import { ActivityIcon, activityWords, outcomeText } from './activity-words.tsx';
import { useActivitiesApi } from './use-activities-api.ts';

export type ActivityEntryProps = {
  activity: Activity;
  /** The record of the page. */
  target?: ActivityTarget;
  /** Below a day's heading the time says enough; elsewhere how long ago it was. */
  when?: 'time' | 'relative';
};

/** One activity: who did what with whom, when, and what was said. Records already on the page are not linked again. */
export function ActivityEntry({ activity, target = {}, when = 'time' }: ActivityEntryProps): ReactNode {
  const outcome = outcomeText(activity);
  const subject = subjectOf(activity);
  const links = linksOf(activity, target);
  const { verb, verbWith } = activityWords[activity.type];
  // On the contact's own page whom it was with goes without saying; the links are only about what.
  const isOwn = activity.contactId !== null && activity.contactId === target.contactId;
  const isWithSomeone = links.length > 0 && !isOwn;
  return (
    <TimelineItem
      icon={<ActivityIcon type={activity.type} />}
      title={
        <>
          <span className="font-medium">{activity.authorName ?? 'Someone'}</span> {isWithSomeone ? verbWith : verb}
          <Links links={links} lead={isWithSomeone ? ' ' : ' · '} />
          {outcome ? <span className="text-muted"> · {outcome}</span> : null}
          <Colleagues userIds={activity.participantIds} />
        </>
      }
      meta={
        when === 'time' ? (
          <DateText value={activity.occurredAt} style="time" />
        ) : (
          <RelativeTime value={activity.occurredAt} />
        )
      }
      actions={activity.abilities.archive ? <EntryMenu activity={activity} /> : null}
    >
      {subject || activity.body ? (
        <>
          {subject ? (
            <span className={activity.body ? 'block font-medium' : ''}>
              <MentionedText text={subject} mentionIds={activity.mentionIds} />
            </span>
          ) : null}
          <MentionedText text={activity.body} mentionIds={activity.mentionIds} />
        </>
      ) : null}
    </TimelineItem>
  );
}

/** Who of the team was there too. */
function Colleagues({ userIds }: { userIds: readonly string[] }): ReactNode {
  const names = useMemberNames();
  if (userIds.length === 0) return null;
  return <span className="text-muted"> · also {userIds.map((id) => names.get(id)?.name ?? '…').join(', ')}</span>;
}

/** The text with the called names set off. */
function MentionedText({ text, mentionIds }: { text: string | null; mentionIds: readonly string[] }): ReactNode {
  const names = useMemberNames();
  const called = mentionIds.flatMap((id) => (names.has(id) ? [`@${names.get(id)?.name}`] : []));
  if (!text || called.length === 0) return text;
  return partsAround(text, called).map(({ part, at }) =>
    called.includes(part) ? (
      <strong key={at} className="font-medium text-primary">
        {part}
      </strong>
    ) : (
      part
    ),
  );
}

type Part = { part: string; at: number };

/** The text cut before and after each of the words, with where each part begins. */
function partsAround(text: string, words: readonly string[]): Part[] {
  const parts = words.reduce<string[]>(
    (known, word) =>
      known.flatMap((part) =>
        words.includes(part)
          ? [part]
          : part.split(word).flatMap((rest, index) => (index === 0 ? [rest] : [word, rest])),
      ),
    [text],
  );
  return parts.map((part, index) => ({ part, at: parts.slice(0, index).join('').length }));
}

/** A subject that only repeats the type and outcome, or begins the body, is not said twice. */
function subjectOf({ type, subject, body, outcome }: Activity): string | null {
  const isDefault =
    subject === activityWords[type].label ||
    subject === `${activityWords[type].label}: ${(outcome ?? '').toLowerCase()}`;
  return isDefault || body?.startsWith(subject) ? null : subject;
}

type RecordLink = { href: string; text: string };

function linksOf(activity: Activity, target: ActivityTarget): RecordLink[] {
  const { contactId, contactName, dealId, dealName, organizationId, organizationName } = activity;
  return [
    contactName && contactId !== target.contactId ? { href: `/contacts/${contactId}`, text: contactName } : null,
    dealName && dealId !== target.dealId ? { href: `/deals/${dealId}`, text: dealName } : null,
    organizationName && organizationId !== target.organizationId
      ? { href: `/organizations/${organizationId}`, text: organizationName }
      : null,
  ].filter((link) => link !== null);
}

function Links({ links, lead }: { links: readonly RecordLink[]; lead: string }): ReactNode {
  return links.map(({ href, text }, index) => (
    <span key={href}>
      {index === 0 ? lead : ' · '}
      <Link href={href} className="text-link">
        {text}
      </Link>
    </span>
  ));
}

function EntryMenu({ activity }: { activity: Activity }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const api = useActivitiesApi().activities;
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(api.archive.mutationOptions());
  const noun = activityWords[activity.type].label.toLowerCase();
  const archive = async (): Promise<void> => {
    try {
      await mutateAsync({ id: activity.id });
      await queries.invalidateQueries({ queryKey: api.list.infiniteQueryKey() });
      toast({ title: `The ${noun} was archived` });
    } catch (error) {
      throw new Error(apiFailure(error).message, { cause: error });
    }
  };
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="sm" label={`More about this ${noun}`} icon={<Ellipsis aria-hidden />} />}
      >
        <MenuItem icon={<Archive aria-hidden />} tone="danger" onSelect={() => setAsking(true)}>
          Archive
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Archive this ${noun}?`}
        consequence="It disappears from timelines and lists for everyone, and it can't be brought back here."
        confirmLabel={`Archive ${noun}`}
        confirmingLabel="Archiving…"
        onConfirm={archive}
      />
    </>
  );
}
