const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** Offers a file for download: a text, pieces of bytes, or a blob. */
export function saveFile(name: string, content: string | readonly Uint8Array<ArrayBuffer>[] | Blob): void {
  const type = TYPES[name.replace(/.*\./, '')] ?? 'text/plain'
  const pieces = typeof content === 'string' || content instanceof Blob ? [content] : [...content]
  const url = URL.createObjectURL(new Blob(pieces, { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
