/** The sentence with its full stop, unless a name ends it with one already ("… oleh Cut Nurhayati, A.Md.Keb."). */
export const stop = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);
