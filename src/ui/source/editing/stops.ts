import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { GutterMarker, gutterLineClass } from '@codemirror/view'

class Stop extends GutterMarker {
  override elementClass = 'cm-stop'
}

const STOP = new Stop()

/** Sets the lines that have a breakpoint. */
export const setStops = StateEffect.define<readonly number[]>()

const field = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(stops, transaction) {
    const set = transaction.effects.find((effect) => effect.is(setStops))
    return set === undefined ? stops.map(transaction.changes) : stopsAt(transaction.newDoc, set.value)
  },
  provide: (stops) => gutterLineClass.from(stops),
})

function stopsAt(text: Text, lines: readonly number[]): RangeSet<GutterMarker> {
  const there = lines.filter((line) => line <= text.lines)
  return RangeSet.of(
    there.map((line) => STOP.range(text.line(line).from)),
    true,
  )
}

/** Breakpoints beside the numbers of their lines. */
export const stops: Extension = field
