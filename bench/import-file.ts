/** A file of contacts as a CRM exports it: most are new, some are known, some rows are at fault. The same for the same numbers. */
export type ImportFile = { csv: string; rows: number };

export type KnownContact = { email: string; company: string };

const HEADER = [
  'First name',
  'Last name',
  'Work email',
  'Phone number',
  'Job title',
  'Company name',
  'Owner email',
  'Lead source',
  'Seats',
  'Customer since',
  'Record id',
];
const FIRST = 'Maria James Zoë Jürgen Anna Peter Łukasz Sofia Noah Emma Chloé André Mia Liam Olivia Ben'.split(' ');
const LAST = 'Okafor Schmidt Novák Rossi Silva Haugen Kowalska García Dubois Jansen Nagy Ito Khan Müller Berg'.split(
  ' ',
);
const TITLES = [
  'Buyer',
  'Head of Procurement',
  'Managing Director',
  'IT Lead',
  'Office Manager',
  'Finance Director',
  '',
];
const SOURCES = ['Website', 'Referral', 'Fair', 'Cold call', 'Partner', ''];

/**
 * One in ten rows is of a contact that is there (`known`), one in fifty is at fault (a bad e-mail, an owner whom nobody
 * knows, no name), one in four names a company of its own.
 */
export function makeImportFile(
  rows: number,
  { known, owner }: { known: readonly KnownContact[]; owner: string },
): ImportFile {
  const lines = Array.from({ length: rows }, (_, index) => lineOf(index, { known, owner }));
  return { csv: [HEADER, ...lines].map((cells) => `${cells.map(quote).join(',')}\r\n`).join(''), rows };
}

type Fault = 'e-mail' | 'owner' | 'name' | undefined;
const FAULTS: readonly Fault[] = ['e-mail', 'owner', 'name'];

function lineOf(index: number, { known, owner }: { known: readonly KnownContact[]; owner: string }): string[] {
  const [first, last] = [pick(FIRST, index * 7), pick(LAST, index * 3 + (index >> 4))];
  const there = index % 10 === 4 ? known[Math.floor(index / 10) % known.length] : undefined;
  const fault = index % 50 === 17 ? FAULTS[Math.floor(index / 50) % FAULTS.length] : undefined;
  return [
    ...(fault === 'name' ? ['', ''] : [first, last]),
    emailOf(fault, there?.email ?? `${fold(first)}.${fold(last)}.${index}@import.example`),
    `+49 30 ${100_000 + index}`,
    pick(TITLES, index),
    there?.company ?? companyOf(index, last),
    fault === 'owner' ? 'nobody@import.example' : owner,
    ...customCells(index),
    `crm-${index}`,
  ];
}

function emailOf(fault: Fault, email: string): string {
  if (fault === 'name') return '';
  return fault === 'e-mail' ? email.replace('@', ' at work ') : email;
}

const companyOf = (index: number, last: string): string =>
  index % 4 === 0 ? `${last}, ${index} & Sons "Import"` : `${pick(LAST, index >> 3)} Trading ${index % 400}`;

const customCells = (index: number): string[] => [
  pick(SOURCES, index),
  index % 3 === 0 ? '' : String(1 + (index % 250)),
  `${2015 + (index % 10)}-${pad(1 + (index % 12))}-${pad(1 + (index % 28))}`,
];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const pad = (value: number): string => String(value).padStart(2, '0');
const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
const quote = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
