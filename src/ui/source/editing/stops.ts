import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state'
import { EditorView, GutterMarker, gutterLineClass, keymap, lineNumbers } from '@codemirror/view'

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

/** Numbers of lines with breakpoints beside them: a click on a number, or F9 on the line, sets one or takes it away. */
export function stopsBesideLines(toggle: (line: number) => void): Extension {
  const at = ({ state }: EditorView, place: number) => toggle(state.doc.lineAt(place).number)
  const mousedown = (view: EditorView, { from }: { readonly from: number }, event: Event) => {
    if ((event as MouseEvent).button !== 0) return false
    at(view, from)
    return true
  }
  const run = (view: EditorView) => {
    at(view, view.state.selection.main.head)
    return true
  }
  return [
    field,
    lineNumbers({ domEventHandlers: { mousedown } }),
    keymap.of([{ key: 'F9', run }]),
    EditorView.editorAttributes.of({ class: 'cm-with-stops' }),
  ]
}
