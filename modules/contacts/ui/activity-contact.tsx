'use client';

import { useChooseTarget } from '@aura/activities/client';
import { Field } from '@aura/ui/field';
import { type ReactNode, useState } from 'react';
import { ContactPicker, type PickedContact } from './contact-picker.tsx';

/** Chooses the contact that a new activity is about. */
export function ActivityContact(): ReactNode {
  const [contact, setContact] = useState<PickedContact | null>(null);
  const choose = useChooseTarget();
  return (
    <Field label="Contact">
      <ContactPicker
        value={contact}
        onValueChange={(next) => {
          setContact(next);
          choose(next ? { contactId: next.id } : null);
        }}
      />
    </Field>
  );
}
