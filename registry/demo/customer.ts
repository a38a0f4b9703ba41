/** An organization of the demo with its people. */
export type Customer = { organizationId: string; name: string; contactIds: string[]; ownerId: string };
