import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/components/ConnectorPicker/foldText.js';
import { nearDefinitions } from '../../../src/components/ConnectorPicker/nearDefinitions.js';
import { indexDefinitions, searchDefinitions } from '../../../src/components/ConnectorPicker/searchDefinitions.js';
import type { ConnectorDefinition } from '../../../src/core/index.js';

const service = (name: string, category: string | null = null): ConnectorDefinition => ({ id: name, slug: null, name, category, iconUrl: null });

const find = (services: readonly (string | ConnectorDefinition)[], query: string) =>
  searchDefinitions(indexDefinitions(services.map((entry) => (typeof entry === 'string' ? service(entry) : entry))), query);
const names = (services: readonly (string | ConnectorDefinition)[], query: string) => find(services, query).map(({ definition }) => definition.name);
const marked = (name: string, query: string) => find([name], query)[0]?.matches.map(({ start, end }) => name.slice(start, end));

describe('searching definitions', () => {
  it('ranks the beginning of a name before that of a word, and that before any other place', () => {
    expect(names(['Basecamp', 'Google Sheets', 'Microsoft SharePoint', 'Shopify', 'Dashdoc'], 'sh')).toEqual([
      'Shopify',
      'Google Sheets',
      'Microsoft SharePoint',
      'Dashdoc',
    ]);
  });

  it('puts the very name before names that only begin with it', () => {
    expect(names(['Jira Service Management', 'Jira'], 'jira')).toEqual(['Jira', 'Jira Service Management']);
  });

  it('finds a name by the first letters of its words, after names that contain the query', () => {
    expect(names(['Google Analytics 4', 'Mega4'], 'ga4')).toEqual(['Mega4', 'Google Analytics 4']);
    expect(marked('Google Analytics 4', 'ga4')).toEqual(['G', 'A', '4']);
    expect(names(['Google Ads'], 'xa')).toEqual([]);
  });

  it('keeps the order of equals', () => {
    expect(names(['Zendesk Talk', 'Zendesk Chat', 'Zendesk Support'], 'zen')).toEqual(['Zendesk Talk', 'Zendesk Chat', 'Zendesk Support']);
  });

  it('looks over accents and case, in the name and in the query', () => {
    expect(names(['Crème Brûlée'], 'CREME')).toEqual(['Crème Brûlée']);
    expect(names(['Creme'], 'crème')).toEqual(['Creme']);
    expect(marked('Cafe\u0301 Ole\u0301', 'café ole')).toEqual(['Cafe\u0301 Ole']);
  });

  it.each(['googleads', 'google-ads', 'Google  Ads', 'google.ads'])('finds Google Ads by %s', (query) => {
    expect(marked('Google Ads', query)).toEqual(['Google Ads']);
  });

  it('finds each word of a query, in any order', () => {
    expect(marked('Google Analytics Data API', 'api google')).toEqual(['Google', 'API']);
    expect(names(['Google Ads', 'Amazon Ads'], 'ads goo')).toEqual(['Google Ads']);
  });

  it('marks the beginning of a word rather than an earlier place', () => {
    expect(find(['Bad Ads'], 'ad')[0]?.matches).toEqual([{ start: 4, end: 6 }]);
  });

  it('joins marks that overlap', () => {
    expect(marked('Salesforce', 'sales force sal')).toEqual(['Salesforce']);
  });

  it('finds a kind of service last, and marks nothing', () => {
    const services = [service('HubSpot', 'CRM'), service('CRM Online', 'Sales')];
    expect(names(services, 'crm')).toEqual(['CRM Online', 'HubSpot']);
    expect(find(services, 'crm')[1]?.matches).toEqual([]);
  });

  it('finds names without Latin letters', () => {
    expect(marked('微信支付', '支付')).toEqual(['支付']);
  });

  it('finds nothing for a query without a letter or a digit', () => {
    expect(names(['Stripe'], ' .*+? ')).toEqual([]);
  });

  it('takes letters that fold into several back to the whole', () => {
    expect(marked('ﬁn Pay', 'fi')).toEqual(['ﬁ']);
    expect(foldText('ﬁn').text).toBe('fin');
  });

  it('searches ten thousand definitions in well under a second', () => {
    const index = indexDefinitions(Array.from({ length: 10_000 }, (_, place) => service(`Service number ${place}`, 'Kind')));
    const start = performance.now();
    expect(searchDefinitions(index, 'number 99')).not.toHaveLength(0);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('names near to a query', () => {
  const near = (services: readonly string[], query: string) =>
    nearDefinitions(indexDefinitions(services.map((name) => service(name))), query).map(({ definition }) => definition.name);
  const SERVICES = ['Airtable', 'Google Sheets', 'HubSpot', 'Salesforce', 'Stripe'];

  it.each([
    ['hubpsot', 'HubSpot', 'two neighbours swapped'],
    ['strpe', 'Stripe', 'a letter too little'],
    ['sstripe', 'Stripe', 'a letter too much'],
    ['stripa', 'Stripe', 'another letter'],
    ['salseforse', 'Salesforce', 'two slips in a long word'],
    ['shets', 'Google Sheets', 'a slip in a later word'],
    ['salefs', 'Salesforce', 'a slip in a name not typed to its end'],
  ])('finds %s to be near %s: %s', (query, name) => {
    expect(near(SERVICES, query)).toEqual([name]);
  });

  it('guesses nothing for a short query, nor for a query that is far', () => {
    expect(near(SERVICES, 'stx')).toEqual([]);
    expect(near(SERVICES, 'quickbase')).toEqual([]);
    expect(near(SERVICES, 'srtpie')).toEqual([]);
  });

  it('puts the nearest first, and no more than five', () => {
    expect(near(['Salesforged', 'Salesforce'], 'salesforcee')).toEqual(['Salesforce', 'Salesforged']);
    expect(
      near(
        Array.from({ length: 9 }, (_, place) => `Stripe ${place}`),
        'strpe',
      ),
    ).toHaveLength(5);
  });

  it('guesses among ten thousand in well under a second', () => {
    const index = indexDefinitions(Array.from({ length: 10_000 }, (_, place) => service(`Service number ${place}`)));
    const start = performance.now();
    expect(nearDefinitions(index, 'sevrice')).toHaveLength(5);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
