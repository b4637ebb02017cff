import { showDialog } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { BINDINGS } from '../keys.ts'
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
        {BINDINGS.map(({ shown, does }) => (
          <div key={does}>
            <dt>
              {shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
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
      <p className="aside">They work wherever the focus is, except while you type.</p>
    </Modal>
  )
}
