import { startTour } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { BINDINGS, type Binding } from '../keys.ts'
import { Modal } from '../parts/Modal.tsx'

/** Every key, and the way back into the tour. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="keys">
        <KeyList bindings={BINDINGS.filter(({ program, question }) => !program && !question)} />
        <div>
          <dt>
            <kbd>↑</kbd>
            <kbd>↓</kbd>
          </dt>
          <dd>scroll the map, when it has the focus; with ⇧ by a screen</dd>
        </div>
        <div>
          <dt>
            <kbd>Ctrl Home</kbd>
            <kbd>Ctrl End</kbd>
          </dt>
          <dd>to the beginning or the end of the heap, when the map has the focus</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>close what is open; leave the page for an audience</dd>
        </div>
      </dl>
      <h3 className="keys-head">While a question is open</h3>
      <dl className="keys">
        <KeyList bindings={BINDINGS.filter(({ question }) => question)} />
      </dl>
      <h3 className="keys-head">In a C program</h3>
      <dl className="keys">
        <KeyList bindings={BINDINGS.filter((binding) => binding.program)} />
        <div>
          <dt>
            <kbd>↑</kbd>
            <kbd>↓</kbd>
            <kbd>↵</kbd>
          </dt>
          <dd>choose a line of the text, when it has the focus, and run to it</dd>
        </div>
      </dl>
      <p className="aside">They work wherever the focus is, except while you type.</p>
      <p className="modal-actions">
        <button type="button" className="button" onClick={() => void startTour(lab)}>
          Show me around the page
        </button>
      </p>
    </Modal>
  )
}

function KeyList({ bindings }: { readonly bindings: readonly Binding[] }) {
  return bindings.map(({ shown, does }) => (
    <div key={does}>
      <dt>
        {shown.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  ))
}
