// Loaded before a backend: its requests to Airbyte's hosts end in the sandbox that `SANDBOX_URL` names.
const { fetch } = globalThis;
globalThis.fetch = (input, init) => fetch(String(input).replace(/^https:\/\/api\.airbyte\.(ai|com)(?=\/)/, process.env.SANDBOX_URL), init);
