/** What `--help` prints. */
export const HELP = `Usage: airbyte-connect-kit <command> [options]

Commands:
  doctor                            looks for what keeps users from connecting, and says the cure
  enable <name>                     enables a definition for your organization, so that users can sign in
  oauth-app set|show|remove <name>  your own OAuth app of a service, for your organization
  sandbox                           an Airbyte in memory, for development and tests

Options of doctor, enable and oauth-app:
  --organization ID       where the application belongs to several
  --generation G          current (default) or seed, as your handler's pattern
  --airbyte-url URL       another Airbyte, such as a sandbox (default: Airbyte Cloud)
  --json                  one JSON object instead of sentences

Options of doctor:
  --callback-url URL      your handler's callbackUrl
  --allowed-origin URL    one of your handler's allowedOrigins; may be repeated
  --handler URL           where your handler answers, such as https://app.example.com/api/airbyte
  --page URL              a page that shows the kit's components; may be repeated
  --definition NAME       one that you offer; may be repeated

Options of sandbox:
  --port N                port of the API, on localhost (default: a free one)
  --consent-port N        port of the consent page, on 127.0.0.1 (default: a free one)
  --strict                a definition must be enabled, by cloning its template, before a sign-in (default: all are enabled)

Client id and secret come from AIRBYTE_CLIENT_ID and AIRBYTE_CLIENT_SECRET, the values of an OAuth app from OAUTH_CLIENT_ID and so on (oauth-app
show names them); at a terminal what is missing is asked for. Never as arguments. Exit codes: 0, 1 when something failed, 2 for wrong arguments.
The sandbox accepts the client id "sandbox-client-id" with the secret "sandbox-client-secret". Stop it with Ctrl-C.
`;
