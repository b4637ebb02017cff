import { showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { BINDINGS, type Binding } from '../keys.ts'
import { Modal } from '../parts/Modal.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { ShareDialog, TooLongDialog } from './ShareDialog.tsx'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const lab = useLab()
  const dialog = useLabState((state) => state.dialog)
  const close = () => showDialog(lab, null)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'open':
      return <OpenDialog tab={dialog.tab} onClose={close} />
    case 'share':
      return <ShareDialog url={dialog.url} onClose={close} />
    case 'too-long':
      return <TooLongDialog length={dialog.length} onClose={close} />
  }
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
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
