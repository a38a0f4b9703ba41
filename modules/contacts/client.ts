'use client';

export { type Contact, contactCreateInput, contactUpdateInput } from './contact.schema.ts';
export { contactName } from './contact.ts';
export { ActivityContact } from './ui/activity-contact.tsx';

export { ContactSheet, type ContactSheetProps } from './ui/contact-form.tsx';
export { ContactListScreen } from './ui/contact-list-screen.tsx';
export { nameOfContact } from './ui/contact-name.tsx';
export { contactPath, contactsPath, duplicatesPath } from './ui/contact-paths.ts';
export { ContactPicker, type ContactPickerProps, type PickedContact } from './ui/contact-picker.tsx';
export { ContactScreen, type ContactScreenProps } from './ui/contact-screen.tsx';
export { DuplicatesScreen } from './ui/duplicates-screen.tsx';
export { OrganizationContacts } from './ui/organization-contacts.tsx';
export { useContactsApi } from './ui/use-contacts-api.ts';
export { type HelpMenuProps, useHelpMenu } from './ui/use-help-menu.tsx';
