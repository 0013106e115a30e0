import type { Copy } from "#copy/id.ts";
import type { FieldFault } from "#ui/light/ErrorSummary.tsx";

export const MIN_PASSWORD = 12;

type Checks = readonly (readonly [field: string, isWrong: boolean, text: string])[];
/** At most one fault for each field: the first that holds. */
function faults(checks: Checks): FieldFault[] {
  const wrong = checks.filter(([, isWrong]) => isWrong);
  return wrong.filter(([field], index) => wrong.findIndex(([other]) => other === field) === index).map(([field, , text]) => ({ field, text }));
}

export function signInFaults({ session }: Copy, { nip, password }: { nip: string; password: string }): FieldFault[] {
  return faults([
    ["nip", nip.trim() === "", session.nipMissing],
    ["password", password === "", session.passwordMissing],
  ]);
}

export function activationFaults({ session }: Copy, input: { nip: string; code: string; password: string; again: string }): FieldFault[] {
  return faults([
    ["nip", input.nip.trim() === "", session.nipMissing],
    ["code", input.code.trim() === "", session.codeMissing],
    ["password", input.password.length < MIN_PASSWORD, session.passwordTooShort],
    ["again", input.again !== input.password, session.passwordsDiffer],
  ]);
}
