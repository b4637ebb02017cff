import { type KeyboardEvent, useId } from 'react'

interface Tab<T extends string> {
  readonly id: T
  readonly name: string
  readonly tone?: 'bad' | 'here'
}

interface Props<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly chosen: T
  readonly onChoose: (id: T) => void
  readonly className?: string
  /** What stands behind the tabs, on the same line. */
  readonly beside?: React.ReactNode
  readonly children: React.ReactNode
}

/** A panel scrolls, and may have nothing inside that takes the focus. */
const SCROLLED_BY_KEYS = { tabIndex: 0 } as const

/** Headings of which one is chosen, and the panel below. Arrow keys go from one to the next. */
export function Tabs<T extends string>({
  label,
  tabs,
  chosen,
  onChoose,
  className = 'head',
  beside,
  children,
}: Props<T>) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || tabs.length === 0) return
    event.preventDefault()
    event.stopPropagation()
    const at = tabs.findIndex((tab) => tab.id === chosen)
    const next = (at + by + tabs.length) % tabs.length
    onChoose(tabs[next]!.id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus()
  }
  const list = (
    <div
      className={beside === undefined ? className : 'tabs'}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab, i) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className={`tab ${tab.tone ?? ''}`}
          id={`${id}-${i}`}
          aria-selected={tab.id === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={(event) => {
            onChoose(tab.id)
            // After a click of the mouse the arrows step again; with keys they go on along the tabs.
            if (event.detail > 0) event.currentTarget.blur()
          }}
        >
          {tab.name}
        </button>
      ))}
    </div>
  )
  return (
    <>
      {beside === undefined ? (
        list
      ) : (
        <div className={className}>
          {list}
          {beside}
        </div>
      )}
      <div
        className="tab-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tabs.findIndex((tab) => tab.id === chosen)}`}
        {...SCROLLED_BY_KEYS}
      >
        {children}
      </div>
    </>
  )
}
