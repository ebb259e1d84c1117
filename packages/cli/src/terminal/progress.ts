/** Tells on a terminal's stderr how far reading has come, from the first second on, and wipes its line at the end. */
export interface Progress {
  file(): void;
  end(): void;
}

const silent: Progress = { file: () => {}, end: () => {} };

export function progressOn(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv, quiet = false): Progress {
  if (quiet || !stream.isTTY || env.CI !== undefined) return silent;
  const start = performance.now();
  let files = 0;
  let shown = 0;
  return {
    file() {
      files++;
      if (files % 64 !== 0) return;
      const now = performance.now();
      if (now - start < 1000 || now - shown < 100) return;
      shown = now;
      stream.write(`\r\u001b[Kreading ${files} files`);
    },
    end() {
      if (shown > 0) stream.write("\r\u001b[K");
    },
  };
}
