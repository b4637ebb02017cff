import type { Place } from '../source.ts'
import type { Context } from './context.ts'
import { placeText } from './messages.ts'

/** Fails when the innermost scope already has the name. */
export function checkRedeclared(c: Context, name: string, place: Place): void {
  const known = c.scopes.lookUpHere(name)
  if (known && known.kind !== 'poisoned') {
    c.fail(place, `'${name}' is declared a second time; the first is at ${placeText(known.place, place)}`)
  }
}
