'use client';
import { useApi } from '@aura/api/client';
import type { contactRouter } from './contact.router.ts';

export { type Contact, contactCreateInput, contactUpdateInput } from './contact.schema.ts';
export { contactName } from './contact.ts';

export function useContactsApi() {
  return useApi<{ contacts: typeof contactRouter }>().contacts;
}

export { ContactSheet, type ContactSheetProps } from './ui/contact-form.tsx';
export { ContactListScreen } from './ui/contact-list-screen.tsx';
export { contactPath, contactsPath } from './ui/contact-paths.ts';
export { ContactPicker, type ContactPickerProps, type PickedContact } from './ui/contact-picker.tsx';
export { ContactScreen, type ContactScreenProps } from './ui/contact-screen.tsx';
export { OrganizationContacts } from './ui/organization-contacts.tsx';
export { ActivityContact } from './ui/activity-contact.tsx';
