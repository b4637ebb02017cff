import { exactSize, type Trace } from '../trace.ts'
import { type Argument, FORMS } from './rep-forms.ts'

const FORM_BY_KIND = [...FORMS].sort((left, right) => left.kind - right.kind)

/** A trace as a `.rep` text. Reading it gives the same operations again. */
export function traceText(trace: Trace): string {
  const lines = ['0', String(trace.ids), String(trace.length), '1']
  for (let operation = 0; operation < trace.length; operation++) lines.push(operationText(trace, operation))
  lines.push('')
  return lines.join('\n')
}

/** One operation as its line of a `.rep` text. */
export function operationText(trace: Trace, operation: number): string {
  const form = FORM_BY_KIND[trace.kind[operation]!]!
  const fields = [form.letter]
  if (form.id !== 'none') fields.push(String(trace.id[operation]))
  if (form.a.type !== 'none' && !(form.a.optional && trace.a[operation] === 0)) {
    fields.push(argumentText(trace, operation, 0, form.a))
  }
  if (form.b.type !== 'none') fields.push(argumentText(trace, operation, 1, form.b))
  return fields.join(' ')
}

function argumentText(trace: Trace, operation: number, which: 0 | 1, argument: Argument): string {
  if (argument.type !== 'hex') return exactSize(trace, operation, which)
  const bytes = trace.bytes.get(operation) ?? new Uint8Array(0)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
