// Words of a question that name no test and no product: “trong”, “hàm lượng”, “phòng nào”, “determination of”.
import { isPlain, tokensOf, type Token } from './tokens'

const PHRASES =
  `phòng thí nghiệm; phòng thử nghiệm; phòng nào; phòng; thí nghiệm; xác định; hàm lượng; nồng độ; định lượng; phân tích; kiểm nghiệm;
  kiểm tra; thử nghiệm; xét nghiệm; phép thử; phép đo; chỉ tiêu; thông số; phương pháp; mẫu; đo; thử; ai; nào; ở đâu; đâu; gì; có thể; có; được; làm được;
  là; các; những; và; hoặc; hay; với; cho; của; bằng; theo; trong; trên; ở; tại; từ; đến; về; hôm nay; tỉnh quảng ninh; quảng ninh;
  determination of; determination; content of; content; test method; method; methods; testing; test; tests; analysis; laboratory; lab; labs; who; can; in; of; by; the; for;
  with; and; or; on; at; to; sample; samples`
    .split(';')
    .map((phrase) => tokensOf(phrase))
    .sort((a, b) => b.length - a.length)

/** Typed without accents these are also words of the trade (cua, máu): what stands around them decides. */
const AMONG_WORDS = new Set(['cua'])
const BEFORE_WORDS = new Set(['mau'])

/** How many words from `at` on only hold the question together; 0: none. */
export function stopLength(tokens: readonly Token[], at: number): number {
  const typed = tokens[at]!
  if (isPlain(typed)) {
    if (AMONG_WORDS.has(typed.folded) && (at === 0 || at === tokens.length - 1 || stopLength(tokens, at - 1) > 0))
      return 0
    if (BEFORE_WORDS.has(typed.folded) && at === tokens.length - 1) return 0
  }
  const fits = PHRASES.find((phrase) =>
    phrase.every((word, index) => {
      const given = tokens[at + index]
      return given !== undefined && (isPlain(given) ? given.folded === word.folded : given.lower === word.lower)
    }),
  )
  return fits?.length ?? 0
}

/** Whether the one word, typed without accents, is more likely to hold the question together than to be the product. */
export const isAmbiguousStop = (token: Token): boolean =>
  isPlain(token) && (AMONG_WORDS.has(token.folded) || BEFORE_WORDS.has(token.folded))
