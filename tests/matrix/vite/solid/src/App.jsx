import { createSignal } from 'solid-js'
import 'passmuster/element'
import 'passmuster/style.css'

export default function App() {
  const [password, setPassword] = createSignal('')
  const [detail, setDetail] = createSignal({ verdict: 'empty' })
  return (
    <form>
      <label for="new">New password</label>
      <input id="new" type="password" autocomplete="new-password" value={password()} onInput={(event) => setPassword(event.currentTarget.value)} />
      <pass-muster attr:for="new" on:passmuster-verdict={(event) => setDetail(event.detail)} />
      <output>{detail().verdict} {password().length}</output>
    </form>
  )
}
