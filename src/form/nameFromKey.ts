/** An identifier as a label: `access_key_secret` and `accessKeySecret` become `Access key secret`. */
export function nameFromKey(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const spelled = words.replace(/\b(id|url|api|json|html|sla|ids|urls)\b/g, (word) => word.toUpperCase().replace(/S$/, 's'));
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
