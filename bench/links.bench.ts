import type { Scenario } from '../src/engine/session/index.ts'
import { GALLERY } from '../src/scenarios/index.ts'
import { linkHash } from '../src/share/index.ts'
import type { Bench, Row } from './bench.ts'

/** Lengths of links: of every example of the gallery, with all its variants, at a late moment with a full view. */
export const bench: Bench = {
  name: 'links',
  run: () => Promise.resolve(GALLERY.map(rowOf)),
}

function rowOf({ id, scenario, variants }: (typeof GALLERY)[number]): Row {
  const all = [scenario, ...variants.map((variant) => variant.scenario)]
  const value = Math.max(...all.map(lengthOf))
  const plain = JSON.stringify(scenario).length
  return { what: id, value, unit: 'characters', ratio: { value: value / plain, to: 'the JSON' } }
}

function lengthOf(scenario: Scenario): number {
  const view = { mapFrom: 93824992251904, bytesPerRow: 256, inspect: 93824992252016 }
  return linkHash({ scenario, position: { operation: 1234, step: 17 }, view }).length
}
