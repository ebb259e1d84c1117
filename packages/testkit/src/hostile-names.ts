/** Names that anybody can write into a file, and that an output must neither obey nor be broken by. */
export const hostileNames: Readonly<Record<string, string>> = {
  "characters a terminal obeys": "\u0000\u0007\u001b[2J\u001b]8;;http://e.example\u001b\\\u009b31m\u0085",
  "line breaks": "a\r\nb\nc\u2028d\u2029e\u000bf",
  "commands of a runner": "\n::error file=x::forged\r\n##[error]forged ##vso[task.complete]forged",
  "the ends of XML": "]]> --> </failure></testcase> <!-- &amp; &#0; \" ' <![CDATA[",
  "characters XML forbids": "\u0001\ufffe\uffff\u001f",
  "the ends of JSON": '"}],"x":[{\\u0000 \\',
  "markup of Markdown": "| a \\| b | `code` ``` *x* _y_ **z** ~~s~~ # h\n- [ ] t ![i](http://e.example) [l](x) <b>",
  "people and issues": "@octocat @org/team #1 GH-1 owner/repo#2 :tada: https://e.example www.e.example $x^2$",
  "HTML of a comment": "</summary></details><script>alert(1)</script><!-- authgraph:other -->",
  "formulas of a spreadsheet": '=HYPERLINK("http://e.example","x"),+1\t-1,@SUM(1)',
  "text that runs backwards": "\u202egnp.exe\u202c\u2066x\u2069\u200f",
  "characters nobody sees": "a\u200bb\u200dc\ufeffd\u00ade\u{e0061}",
  "half characters": "\ud800 x \udc00 y \udfff\ud800",
  "characters of two units": "😀𐐀 é e\u0301",
  "ten thousand characters": "n".repeat(10_000),
};
