/**
 * Lets the arrow keys, Home and End lead through the cards of a gallery, and gives the focus to the card that the Tab
 * key would enter at. What is typed goes to its search field. Answers what ends it.
 */
export function withArrowKeys(gallery: HTMLElement): () => void {
  const field = gallery.querySelector<HTMLElement>('input')
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const cards = [...gallery.querySelectorAll<HTMLElement>('.lesson-card')]
    const to = neighbour(event.key, event.target, cards, field)
    if (to !== null) event.preventDefault()
    // A character is written where the focus is by then.
    const typed = event.key.length === 1 && event.key !== ' '
    const next = to ?? (typed ? field : null)
    next?.focus()
  }
  gallery.addEventListener('keydown', onKey)
  gallery.querySelector<HTMLElement>('.lesson-card[tabindex="0"]')?.focus()
  return () => gallery.removeEventListener('keydown', onKey)
}

/**
 * Where an arrow key leads among the cards of the gallery: to the sides in their order, up and down to the nearest one
 * of the next row; from the first row up to the search field, and from the field down to the first card. Null: the key
 * means something else.
 */
export function neighbour(
  key: string,
  from: HTMLElement,
  cards: readonly HTMLElement[],
  field: HTMLElement | null,
): HTMLElement | null {
  const at = cards.indexOf(from)
  if (at < 0) return key === 'ArrowDown' && from === field ? (cards[0] ?? null) : null
  switch (key) {
    case 'ArrowRight':
      return cards[at + 1] ?? null
    case 'ArrowLeft':
      return cards[at - 1] ?? null
    case 'Home':
      return cards[0] ?? null
    case 'End':
      return cards.at(-1) ?? null
    case 'ArrowDown':
      return inNextRow(from, cards.slice(at + 1))
    case 'ArrowUp':
      return inNextRow(from, cards.slice(0, at).reverse()) ?? field
    default:
      return null
  }
}

/** Of cards in the order of their distance, the one of the first other row that is nearest to the side. */
function inNextRow(from: HTMLElement, cards: readonly HTMLElement[]): HTMLElement | null {
  const here = from.getBoundingClientRect()
  const others = cards.map((card) => ({ card, box: card.getBoundingClientRect() }))
  const row = others.find(({ box }) => Math.abs(box.top - here.top) > 1)?.box.top
  const candidates = others.filter(({ box }) => row !== undefined && Math.abs(box.top - row) <= 1)
  const aside = (box: DOMRect) => Math.abs(box.left - here.left)
  return candidates.sort((a, b) => aside(a.box) - aside(b.box))[0]?.card ?? null
}
