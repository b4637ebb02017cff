import { useLayoutEffect, useRef } from 'react'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly className?: string
  readonly children: React.ReactNode
}

/** A dialog over the page. The browser keeps the focus inside and closes it on Escape. */
export function Modal({ title, onClose, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the effects of what is inside: those may choose what has the focus.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-label={title}
      onCancel={onClose}
      onClose={onClose}
    >
      <div className="modal-head">
        <h2>{title}</h2>
        <button type="button" className="quiet" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </div>
      {children}
    </dialog>
  )
}
