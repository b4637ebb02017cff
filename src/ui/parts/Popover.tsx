import { useEffect, useRef, useState } from 'react'

interface Props {
  /** What the button says. */
  readonly face: React.ReactNode
  readonly label: string
  readonly className?: string
  readonly panelClass?: string
  readonly disabled?: boolean
  /** The panel; `close` shuts it and gives the focus back to the button. */
  readonly children: (close: () => void) => React.ReactNode
}

/** A button with a panel that opens below it. Escape, or a click elsewhere, closes it. */
export function Popover({ face, label, className = '', panelClass = '', disabled = false, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('keydown', onEscape)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('keydown', onEscape)
    }
  }, [open])
  return (
    <div className="popover" ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div className={`popover-panel ${panelClass}`} role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
