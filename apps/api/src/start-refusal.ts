/** A start that cannot go on for a reason the operator can mend: `message` is one whole sentence, printed without a stack. */
export class StartRefusal extends Error {
  override name = "StartRefusal";
}
