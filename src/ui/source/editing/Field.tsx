import { useRef } from 'react'
import { later } from '../../parts/later.tsx'
import { PlainField } from './PlainField.tsx'
import type { FieldProps, HandedProps } from './props.ts'

const BestField = later(
  () => import('./RichField.tsx'),
  (part) => part.RichField,
  (props: HandedProps) => <PlainField {...props} />,
)

/**
 * A field for the text of a source. It can be typed into at once; the editor, which is fetched when it is needed
 * first, takes its place with the same text and the same caret, and if it cannot be had everything goes on without.
 */
export function Field(props: FieldProps) {
  const caret = useRef({ from: 0, to: 0, focused: true })
  return <BestField {...props} caret={caret.current} />
}
