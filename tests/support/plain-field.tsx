import { PlainField } from '../../src/ui/source/editing/PlainField.tsx'
import type { FieldProps } from '../../src/ui/source/editing/props.ts'

/** In place of the field that becomes an editor: an editor needs a browser, which lays out what it shows. */
export function Field(props: FieldProps) {
  return <PlainField {...props} caret={{ from: 0, to: 0, focused: true }} />
}
