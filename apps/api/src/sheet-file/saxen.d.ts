/** The part of saxen that reading sheets needs; the package has no types of its own. */
declare module "saxen" {
  export class Parser {
    on(event: "openTag", on: (name: string, attrs: () => Record<string, string>, decode: (text: string) => string, isSelfClosing: boolean) => void): this;
    on(event: "closeTag", on: (name: string, decode: (text: string) => string, isSelfClosing: boolean) => void): this;
    on(event: "text" | "cdata", on: (text: string, decode: (text: string) => string) => void): this;
    on(event: "error", on: (error: Error) => void): this;
    stop(): void;
    parse(xml: string): void;
  }
}
