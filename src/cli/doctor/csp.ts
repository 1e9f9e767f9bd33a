/** The directives of one Content-Security-Policy, by name; the first of a name counts. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Every policy of a header: each of them must allow. */
export function readPolicies(header: string | null): Policy[] {
  return (header ?? '')
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const directive of policy.split(';')) {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
      }
      return directives;
    })
    .filter((policy) => policy.size > 0);
}

/** Whether a policy lets a page of `pageOrigin` load `url` by a directive, or by `default-src` where it has none. */
export function allows(policy: Policy, directive: string, url: URL, pageOrigin: string): boolean {
  const sources = policy.get(directive) ?? policy.get('default-src');
  return sources === undefined || sources.some((source) => matches(source, url, pageOrigin));
}

function matches(source: string, url: URL, pageOrigin: string): boolean {
  if (source === '*') return /^(https?|wss?):$/.test(url.protocol);
  if (source.toLowerCase() === "'self'") return url.origin === pageOrigin;
  if (source.startsWith("'")) return false;
  if (/^[a-z][\w+.-]*:$/i.test(source)) return url.protocol === source.toLowerCase();
  const [, scheme, host = '', port, path = ''] = /^(?:([a-z][\w+.-]*):\/\/)?([^:/]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? [];
  if (scheme !== undefined && `${scheme.toLowerCase()}:` !== url.protocol) return false;
  if (port !== '*' && (port ?? '') !== url.port && !isDefaultPort(port, url)) return false;
  if (!matchesHost(host.toLowerCase(), url.hostname)) return false;
  return path === '' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
}

const isDefaultPort = (port: string | undefined, { port: own, protocol }: URL): boolean => own === '' && port === (protocol === 'https:' ? '443' : '80');

const matchesHost = (pattern: string, host: string): boolean => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host);
