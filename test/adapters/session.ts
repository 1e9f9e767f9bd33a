/** A host's session: the user whom a header names. */
export async function session(request: Request): Promise<{ userId: string } | null> {
  const userId = request.headers.get('x-user');
  return userId === null ? null : { userId };
}
