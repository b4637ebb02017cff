import { lazy, Suspense } from 'react'
import { showDialog, startTour } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { BINDINGS, type Binding } from '../keys.ts'
import { Modal } from '../parts/Modal.tsx'
import { OpenDialog } from './OpenDialog.tsx'

const ShareDialog = lazy(() =>
  import('./ShareDialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
)

/** The dialog that is open, if one is. */
export function Dialogs() {
  const lab = useLab()
  const dialog = useLabState((state) => state.dialog)
  const close = () => showDialog(lab, null)
  switch (dialog?.kind) {
    case undefined:
    case 'gallery':
      return null
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'open':
      return <OpenDialog tab={dialog.tab} onClose={close} />
    case 'share':
      return (
        <Suspense fallback={null}>
          <ShareDialog sheet={dialog.sheet} onClose={close} />
        </Suspense>
      )
  }
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  return (
    <Modal title="Keys" onClose={onClose}>
      <dl className="keys">
        <KeyList bindings={BINDINGS.filter((binding) => !binding.program)} />
        <div>
          <dt>
            <kbd>↑</kbd>
            <kbd>↓</kbd>
          </dt>
          <dd>scroll the map, when it has the focus</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>close what is open</dd>
        </div>
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
