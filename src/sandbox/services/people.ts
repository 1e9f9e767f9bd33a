import type { Draw } from '../seeded.js';

const FIRST = [
  'Amara',
  'Bruno',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Ivo',
  'Jonas',
  'Keiko',
  'Lena',
  'Mateo',
  'Nadia',
  'Oskar',
  'Priya',
  'Quentin',
  'Rosa',
  'Sven',
  'Tariq',
] as const;
const LAST = [
  'Abbott',
  'Bianchi',
  'Castro',
  'Duval',
  'Engel',
  'Fischer',
  'Gomez',
  'Hansen',
  'Ito',
  'Jensen',
  'Kowalski',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Rossi',
  'Silva',
  'Tanaka',
  'Weber',
] as const;
const COMPANY = [
  'Alder',
  'Birch',
  'Cedar',
  'Dune',
  'Ember',
  'Fjord',
  'Granite',
  'Harbor',
  'Isle',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meadow',
  'North',
  'Orchard',
] as const;
const BUSINESS = ['Analytics', 'Foods', 'Freight', 'Labs', 'Legal', 'Media', 'Robotics', 'Studio', 'Systems', 'Travel'] as const;

export interface Person {
  first: string;
  last: string;
  name: string;
  email: string;
  phone: string;
}

/** An invented person; the address is in a domain that nobody can own. */
export function person(draw: Draw): Person {
  const first = draw.pick(FIRST);
  const last = draw.pick(LAST);
  return {
    first,
    last,
    name: `${first} ${last}`,
    email: `${first}.${last}${draw.number(1, 99)}@example.com`.toLowerCase(),
    phone: `+1 555 01${draw.number(10, 99)}`,
  };
}

export interface Company {
  name: string;
  domain: string;
}

export function company(draw: Draw): Company {
  const name = `${draw.pick(COMPANY)} ${draw.pick(BUSINESS)}`;
  return { name, domain: `${name.toLowerCase().replace(' ', '-')}.example` };
}

const TOPICS = [
  'Invoice shows the wrong address',
  'Cannot reset my password',
  'Export takes very long',
  'Question about the annual plan',
  'Webhook arrives twice',
  'Login page is blank',
  'Please add a seat',
  'Report misses last week',
  'Import stops at row 200',
  'How to invite a colleague',
] as const;

export const topic = (draw: Draw): string => draw.pick(TOPICS);

const DAY = 86_400_000;
/** Records do not depend on today. */
const NEWEST = Date.UTC(2026, 0, 15, 9, 30);

/** The time at which record number `index` was made, counted back from the newest. Milliseconds. */
export const timeOf = (index: number): number => NEWEST - Math.round(index * DAY * 0.75);
