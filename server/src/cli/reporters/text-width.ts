// How many columns of a terminal a text takes, so that marks stand under what they mean.
// East Asian letters take two, marks that combine with the letter before them none.

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
const NO_WIDTH = /\u200b|\u200c|\u200d|\u2060|\ufeff|\p{Mn}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, control characters included.
const ASCII = /^[\u0000-\u007f]*$/;

/** The columns of a text; a character beyond the 16-bit plane takes two, which is also its length. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  const none = text.match(NO_WIDTH)?.reduce((sum, mark) => sum + mark.length, 0) ?? 0;
  return text.length - none + (text.match(WIDE)?.length ?? 0);
}
