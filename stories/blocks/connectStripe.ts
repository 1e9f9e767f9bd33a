import { type ConnectApi, type Connector, Sealed } from '../../src/core/index.js';

/** An account that was connected before the story begins; the same one however often it is shown. */
export async function connectStripe(client: ConnectApi, name: string): Promise<Connector> {
  const [known] = await client.listConnectors();
  const values = new Sealed({ credentials: { api_key: 'sk_test_story' }, replication_config: { account_id: 'acct_story' } });
  return known ?? client.createConnector({ definition: 'stripe', method: 'bearerAuth', name, values });
}
