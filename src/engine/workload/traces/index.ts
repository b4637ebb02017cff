import type { Trace } from '../trace.ts'
import { type Importer, SNIFF_LENGTH } from './importer.ts'
import { rep } from './rep.ts'

export { failedTrace, TraceBuilder } from './columns.ts'
export * from './importer.ts'
export { rep } from './rep.ts'
export { operationText, traceText } from './write.ts'

/** The formats, in the order in which they are tried; a text that none knows is left to the last, whose error says where it fails. */
export const IMPORTERS: readonly Importer[] = [rep]

/** The importer for a text that begins with these bytes. */
export function importerFor(prefix: Uint8Array): Importer {
  const start = prefix.subarray(0, SNIFF_LENGTH)
  return IMPORTERS.find((importer) => importer.sniff(start)) ?? IMPORTERS[IMPORTERS.length - 1]!
}

/** Reads a whole text at once. What it does wrong is in the trace's `warnings` and `error`; it never throws. */
export function readTrace(text: string | Uint8Array, limit?: number): Trace {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const reader = importerFor(bytes).open(limit)
  reader.push(bytes)
  return reader.finish()
}
