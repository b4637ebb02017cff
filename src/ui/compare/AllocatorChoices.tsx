import { CATALOG } from '../../engine/allocators/catalog.ts'

/** Every allocator there is, to choose one of. */
export function AllocatorChoices({ onChoose }: { readonly onChoose: (id: string) => void }) {
  return (
    <ul className="choices" aria-label="Allocators to compare with">
      {CATALOG.map(({ id, name, summary }) => (
        <li key={id}>
          <button type="button" className="choice" onClick={() => onChoose(id)}>
            <b>{name}</b>
            <span>{summary}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
