import { useEffect, useRef, useState } from 'react'
import { copyText } from '../../state/index.ts'
import { useLab } from '../context.ts'

/** How long a button says that it has copied. */
const SAID_MS = 2500

interface Props {
  /** What the text is, for the field and its button: `link` gives "Copy link". */
  readonly what: string
  readonly text: string
  readonly rows: number
  /** Whether the button has the focus when the dialog opens. */
  readonly first?: boolean
  readonly children?: React.ReactNode
}

/** A text to take along, with a button that copies it; what stands inside is put beside the button. */
export function CopyField({ what, text, rows, first = false, children }: Props) {
  const lab = useLab()
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (outcome !== 'copied') return
    return lab.services.after(SAID_MS, () => setOutcome(null))
  }, [lab, outcome])
  const copy = async () => {
    const copied = await copyText(lab, text)
    // Where the browser refuses, the text is at least ready for the keys that copy.
    if (!copied) field.current?.select()
    setOutcome(copied ? 'copied' : 'refused')
  }
  return (
    <div className="copy-field">
      <textarea
        ref={field}
        className="mono"
        aria-label={what}
        readOnly
        spellCheck={false}
        rows={rows}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <div className="copy-foot">
        {children}
        <span className="copy-said" role="status">
          {outcome === 'refused' && 'The browser does not allow it: press Ctrl+C, or ⌘C.'}
        </span>
        <button
          type="button"
          className="button primary"
          // The dialog gives the focus to what has this attribute; React's autoFocus comes before it is shown.
          ref={(button) => {
            button?.toggleAttribute('autofocus', first)
          }}
          onClick={() => void copy()}
        >
          {outcome === 'copied' ? 'Copied' : `Copy ${what}`}
        </button>
      </div>
    </div>
  )
}
