/** @jsxImportSource react */
/** `/security-info/password/change`: a page under the same path on which no guide may speak. */
import { usePage } from './context.tsx';
import { PrimaryButton, TextField } from './fluent.ts';

export function PasswordChange() {
  const { texts, go } = usePage();
  return (
    <>
      <h1 className="heading">{texts.changePassword}</h1>
      <form
        className="password-form"
        onSubmit={(event) => {
          event.preventDefault();
          go('/security-info');
        }}
      >
        <TextField type="password" name="newPassword" label={texts.newPassword} autoComplete="new-password" />
        <TextField
          type="password"
          name="newPasswordConfirm"
          label={texts.confirmPassword}
          autoComplete="new-password"
        />
        <div>
          <PrimaryButton type="submit" ariaLabel="Submit" text={texts.submit} />
        </div>
      </form>
    </>
  );
}
