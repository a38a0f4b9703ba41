export const contactsPath = '/contacts';

export const contactPath = (id: string): string => `${contactsPath}/${id}`;

/** A telephone link keeps digits and a leading plus; anything else would not dial. */
export const phoneHref = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
