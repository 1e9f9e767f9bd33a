import { useCallback, useEffect, useState } from 'react';

async function readSession(): Promise<string | null> {
  const { user } = await (await fetch('/session')).json();
  return typeof user === 'string' ? user : null;
}

/** The demo's cookie session; signs Ada in at the first visit. */
export function useDemoSession() {
  const [user, setUser] = useState<string | null>(null);
  const signIn = useCallback(async (name: string) => {
    // First nobody: a request between the new session and the new key would be kept under the old one.
    setUser(null);
    await fetch(`/session?user=${name}`, { method: 'PUT' });
    setUser(name);
  }, []);
  useEffect(() => {
    let current = true;
    readSession().then((known) => {
      if (!current) return;
      if (known === null) void signIn('ada');
      else setUser(known);
    });
    return () => {
      current = false;
    };
  }, [signIn]);
  return { user, signIn };
}
