import type { Size } from '../canvas/pen.ts'
import { frameOf, type TimelineModel, xOf } from './model.ts'
import { readingAt, readingLines } from './reading.ts'

interface Props {
  readonly model: TimelineModel
  readonly size: Size
  /** Where the pointer is, from left to right. */
  readonly x: number
}

const WIDTH = 190

/** What the timeline tells of where the pointer is: a line there, and the figures above it. */
export function Hover({ model, size: { width, height }, x }: Props) {
  const frame = frameOf(width, height)
  const reading = x < frame.left - 8 || x > frame.right + 8 ? null : readingAt(model, frame, x)
  if (reading === null) return null
  const at = xOf(frame, model.total, reading.operation)
  const [title, ...lines] = readingLines(reading)
  const left = Math.max(4, Math.min(at - WIDTH / 2, width - WIDTH - 4))
  return (
    <div aria-hidden="true">
      <i className="timeline-line" style={{ left: at }} />
      <p className="tooltip timeline-tooltip" style={{ left, width: WIDTH }}>
        <b>{title}</b>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </div>
  )
}
