'use client';

import { LoadFailure, settingsCrumb, useMe } from '@aura/identity/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { EmptyState } from '@aura/ui/empty-state';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { TabLinks } from '@aura/ui/tab-links';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { type ReactNode, useState } from 'react';
import type { CustomField } from '../custom-field.schema.ts';
import { CUSTOM_FIELD_ENTITIES, type CustomFieldEntity } from '../custom-field.ts';
import { ArchivedFields } from './archived-fields.tsx';
import { FieldList } from './field-list.tsx';
import { FieldSheet } from './field-sheet.tsx';
import { entityWords } from './field-words.ts';
import { useCustomFieldsApi } from './use-custom-fields-api.ts';

/** The fields that a workspace adds to its records: admins shape them, everyone else reads here why they cannot. */
export function FieldsScreen(): ReactNode {
  const [entity] = useQueryState('of', parseAsStringLiteral(CUSTOM_FIELD_ENTITIES).withDefault('organization'));
  // Null: no sheet; 'new': a field to be added.
  const [edited, setEdited] = useState<CustomField | 'new' | null>(null);
  const me = useMe();
  const canEdit = me?.permissions.includes('custom-field:create') === true;
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Custom fields"
        subtitle="What your team notes of a record beside the fields that are there for everyone."
        primaryAction={
          <Button
            variant="primary"
            icon={<Plus aria-hidden />}
            disabledReason={me === undefined || canEdit ? null : 'Only admins add fields'}
            onClick={() => setEdited('new')}
          >
            Field
          </Button>
        }
      />
      {me === undefined || canEdit ? null : (
        <div className="pb-4">
          <Banner tone="info" title="Only admins change fields">
            A field is part of everyone’s forms, lists and files. Ask an admin of this workspace for a change.
          </Banner>
        </div>
      )}
      <TabLinks
        label="Fields by kind of record"
        items={CUSTOM_FIELD_ENTITIES.map((one) => ({
          href: `/settings/fields?of=${one}`,
          label: entityWords[one],
          isCurrent: one === entity,
        }))}
      />
      <FieldsOf key={entity} entity={entity} canEdit={canEdit} onAdd={() => setEdited('new')} onEdit={setEdited} />
      <FieldSheet entity={entity} edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

type FieldsOfProps = {
  entity: CustomFieldEntity;
  canEdit: boolean;
  onAdd: () => void;
  onEdit: (field: CustomField) => void;
};

function FieldsOf({ entity, canEdit, onAdd, onEdit }: FieldsOfProps): ReactNode {
  const { data, error, refetch } = useQuery(useCustomFieldsApi().ofEntity.queryOptions({ entity }));
  if (error && !data) return <LoadFailure thing="the fields" error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <SkeletonRegion className="max-w-200 pt-4">
        <SkeletonRows rows={6} />
      </SkeletonRegion>
    );
  return (
    <div className="max-w-200 pt-4">
      {data.items.length === 0 ? (
        <EmptyState
          title={`No fields of your own on ${entityWords[entity].toLowerCase()}`}
          action={
            canEdit ? (
              <Button variant="primary" onClick={onAdd}>
                Add a field
              </Button>
            ) : null
          }
        >
          A region, a renewal date, a tier: what your team asks for in every conversation.
        </EmptyState>
      ) : (
        <FieldList entity={entity} fields={data.items} onEdit={onEdit} />
      )}
      <ArchivedFields entity={entity} />
    </div>
  );
}
