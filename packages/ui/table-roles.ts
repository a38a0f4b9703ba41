/**
 * The roles a table has by itself. Said again, because some browsers drop them once its parts are drawn as a grid of
 * cards; in one place, because a lint rightly calls them redundant elsewhere.
 */
export const asTable = { role: 'table' } as const;
export const asRowGroup = { role: 'rowgroup' } as const;
export const asRow = { role: 'row' } as const;
export const asColumnHeader = { role: 'columnheader' } as const;
export const asRowHeader = { role: 'rowheader' } as const;
export const asCell = { role: 'cell' } as const;

/** A region that scrolls must be reachable by keyboard, or those without a pointer cannot scroll it. */
export const asScrollRegion = { tabIndex: 0 } as const;
