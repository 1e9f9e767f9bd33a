// The callback page of the stories: there is no backend, so it relays what came back to the window that waits. The kit's own page is `airbyte-connect-kit/callback`.
const query = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);

const state = query.get('ack_state') ?? '';
const attemptId = state.split('.')[0];
const names = ['secret_id', 'connector_id', 'error', 'error_description'];
const params = Object.fromEntries(names.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
const message = { type: 'ack:params', attemptId, state, params };

const channel = new BroadcastChannel(`ack-${attemptId}`);
channel.postMessage(message);
channel.close();
window.opener?.postMessage(message, location.origin);
window.close();
