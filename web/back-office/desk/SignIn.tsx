import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { typedIn } from './form.ts'
import { Logo } from './Logo.tsx'
import { Wrong } from './Said.tsx'
import { queries, shop } from './shop.ts'

/** `stranger`: somebody is signed in and is no operator. */
export function SignIn({ stranger }: { readonly stranger: string | null }) {
  const [codeNeeded, setCodeNeeded] = useState(false)
  return (
    <main className="door" id="main">
      <div>
        <div className="logo"><Logo /><span>Octavo</span></div>
        <h1>The back office</h1>
        {stranger !== null && <p className="said wrong" role="alert">{stranger} is signed in, and is no operator of this shop. Sign in as one.</p>}
        {codeNeeded ? <Code again={() => setCodeNeeded(false)} /> : <Password askCode={() => setCodeNeeded(true)} />}
        <p className="quiet">The first operator’s password was told when the shop was first started. <a href="/">To the shop</a></p>
      </div>
    </main>
  )
}

function Password({ askCode }: { readonly askCode: () => void }) {
  const signIn = useMutation({
    mutationFn: (who: { email: string; password: string }) => shop.signIn(who),
    onSuccess: ({ twoFactorRedirect }) => (twoFactorRedirect ? askCode() : queries.invalidateQueries()),
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const given = new FormData(event.currentTarget)
    const password = given.get('password')
    signIn.mutate({ email: typedIn(event)('email'), password: typeof password === 'string' ? password : '' })
  }
  return (
    <form onSubmit={submit}>
      <TextInput name="email" type="email" label="Email" autoComplete="username" required withAsterisk={false} autoFocus />
      <PasswordInput name="password" label="Password" autoComplete="current-password" required withAsterisk={false} visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }} />
      <Wrong error={signIn.error} />
      <Button type="submit" loading={signIn.isPending}>Sign in</Button>
    </form>
  )
}

function Code({ again }: { readonly again: () => void }) {
  const signIn = useMutation({ mutationFn: (code: string) => shop.signInWithCode({ code }), onSuccess: () => queries.invalidateQueries() })
  const submit = (event: FormEvent<HTMLFormElement>): void => signIn.mutate(typedIn(event)('code').replaceAll(/\s/g, ''))
  return (
    <form onSubmit={submit}>
      <TextInput name="code" label="Code from your phone" description="Or a backup code." autoComplete="one-time-code" inputMode="text" required withAsterisk={false} autoFocus />
      <Wrong error={signIn.error} />
      <div className="row"><Button type="submit" loading={signIn.isPending}>Go on</Button><Button variant="default" onClick={again}>Another account</Button></div>
    </form>
  )
}
