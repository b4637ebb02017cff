import { Ticked } from './Ticked.tsx'

interface Props {
  /** News can wait: it stands in a line of its own until somebody turns to it. */
  readonly tone: 'good' | 'bad' | 'news'
  readonly title: string
  readonly text: string
  readonly onClose: () => void
  readonly children?: React.ReactNode
}

/** A message across the page: what happened, why, and what to do. Stays until it is closed. */
export function Banner({ tone, title, text, onClose, children }: Props) {
  return (
    <div className={`banner ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p>
        <b>{title}.</b> <Ticked text={text} />
      </p>
      {children}
      <button type="button" className="quiet" aria-label="Close the message" onClick={onClose}>
        ✕
      </button>
    </div>
  )
}
