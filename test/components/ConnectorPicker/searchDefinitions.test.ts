import { describe, expect, it } from 'vitest';
import { foldText, indexDefinitions, searchDefinitions } from '../../../src/components/ConnectorPicker/searchDefinitions.js';
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
