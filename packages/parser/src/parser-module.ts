/** Where this package is loaded from: whoever keeps facts throws them away when another build of it runs. */
export const parserModule: string = import.meta.url;
