/** What to try. It stands outside of the kit, as a line of the host's. */
export function DemoHint() {
  return (
    <p className="demo-hint">
      A sandbox on this computer plays every service. Stripe takes any values, and refuses a key with <code>invalid</code> in it. HubSpot opens a sign-in
      window: allow, deny or close it.
    </p>
  );
}
