/** A message in which what stands in backticks is code: `malloc`. */
export function Ticked({ text }: { readonly text: string }) {
  const parts = text.split('`').map((part, place) => ({ part, place }))
  // A lone backtick opens nothing.
  if (parts.length % 2 === 0) return text
  return parts.map(({ part, place }) =>
    place % 2 === 1 ? <code key={place}>{part}</code> : <span key={place}>{part}</span>,
  )
}
