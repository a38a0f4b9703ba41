'use client';

import { apiFailure } from '@aura/api/client';
import { failureText } from '@aura/api/record-edit';
import { useMe } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import type { ContactBrief } from '../contact-duplicate.schema.ts';
import { contactPath, contactsPath, mergePath } from './contact-paths.ts';
import { NotSameButton } from './not-same-button.tsx';
import { useContactDistinction } from './use-contact-distinction.ts';
import { useContactDuplicatesApi } from './use-contacts-api.ts';

const kinds = ['name', 'phone'] as const;
const kindNames = { name: 'Same name and organization', phone: 'Same phone number' } as const;

/** Likely duplicates, group by group, for managers to compare and merge. */
export function DuplicatesScreen(): ReactNode {
  const [by, setBy] = useQueryState('by', parseAsStringLiteral(kinds).withDefault('name'));
  const mayFind = useMe()?.permissions.includes('contact:find_duplicates');
  return (
    <>
      <PageHeader
        title="Likely duplicates"
        breadcrumb={[{ label: 'Contacts', href: contactsPath }]}
        subtitle="Contacts that may be the same person. Two never have the same e-mail."
      />
      {mayFind === false ? (
        <EmptyState kind="no-permission" title="Managers look for duplicates">
          You can still merge two of your own contacts: open one and choose “Merge with…” from its menu.
        </EmptyState>
      ) : (
        <div className="flex max-w-240 flex-col gap-4">
          <fieldset aria-label="What is the same" className="m-0 flex flex-wrap gap-1.5 border-0 p-0">
            {kinds.map((kind) => (
              <Button
                key={kind}
                size="sm"
                aria-pressed={by === kind}
                onClick={() => void setBy(kind)}
                className="rounded-full aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-primary"
              >
                {kindNames[kind]}
              </Button>
            ))}
          </fieldset>
          <Groups by={by} />
        </div>
      )}
    </>
  );
}

function Groups({ by }: { by: (typeof kinds)[number] }): ReactNode {
  const query = useInfiniteQuery(
    useContactDuplicatesApi().groups.infiniteQueryOptions({ by }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  if (query.isError) {
    const { requestId } = apiFailure(query.error);
    return (
      <Panel title="Likely duplicates" status="error" onRetry={() => void query.refetch()} reference={requestId}>
        {failureText(query.error)}
      </Panel>
    );
  }
  if (!query.data)
    return (
      <SkeletonRegion label="Looking for duplicates">
        <SkeletonRows rows={6} />
      </SkeletonRegion>
    );
  const groups = query.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {groups.length === 0 ? (
        <EmptyState kind="filtered" title={query.hasNextPage ? 'Nothing alike so far' : 'No likely duplicates'}>
          {by === 'name'
            ? 'No two contacts of an organization have the same name.'
            : 'No two contacts have the same number.'}
        </EmptyState>
      ) : null}
      <ul className="flex flex-col gap-3">
        {groups.map(({ contacts }) => (
          <Group key={contacts.map(({ id }) => id).join()} contacts={contacts} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          className="self-start"
          loading={query.isFetchingNextPage}
          loadingLabel="Looking…"
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </>
  );
}

/** The oldest stays, unless the comparison turns it round; each of the others can be merged into it. */
function Group({ contacts }: { contacts: readonly ContactBrief[] }): ReactNode {
  const [first] = contacts;
  const distinction = useContactDistinction(first?.id ?? '');
  if (!first) return null;
  return (
    <li className="rounded-panel border border-line bg-surface">
      <ul className="divide-y divide-line">
        {contacts.map((contact) => (
          <li key={contact.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
            <div className="min-w-0 flex-[1_1_14rem]">
              <Link href={contactPath(contact.id)} className="text-link wrap-anywhere">
                {contact.name}
              </Link>
              <p className="text-small wrap-anywhere text-muted">
                {[contact.title, contact.organizationName, contact.email, contact.phone].filter(Boolean).join(' · ') ||
                  '—'}
              </p>
              <p className="text-small text-muted">Owner: {contact.ownerName ?? '—'}</p>
            </div>
            {contact.id === first.id ? null : (
              <div className="flex flex-wrap items-center gap-2">
                {distinction.told.includes(contact.id) ? (
                  <span className="text-small text-muted">Not the same person</span>
                ) : (
                  <LinkButton size="sm" href={mergePath(first.id, contact.id)}>
                    Compare and merge
                    <span className="sr-only">
                      {contact.name} with the oldest, {first.name}
                    </span>
                  </LinkButton>
                )}
                <NotSameButton contact={contact} than={first.name} distinction={distinction} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
