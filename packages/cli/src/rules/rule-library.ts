import * as nodeModule from "node:module";

/** What rules import, in every form of them. */
const library = "@authgraph/rules";
/** Under which the module below finds our own copy. */
const place = "authgraph.rules";

/**
 * Lets the modules below some folders import `@authgraph/rules`: they get the copy that runs and need none installed.
 * Nothing else that is loaded notices. `folders` are URLs that end in a slash.
 */
export async function provideRuleLibrary(folders: readonly string[]): Promise<void> {
  const exported: object = await import("@authgraph/rules");
  Reflect.set(globalThis, Symbol.for(place), exported);
  const names = Object.keys(exported).join(", ");
  const url = dataUrl(`export const { ${names} } = globalThis[Symbol.for("${place}")];`);

  // Node 20 knows hooks in a thread of their own only, which later versions give up in favour of these.
  if (hasSyncHooks(nodeModule)) {
    nodeModule.registerHooks({
      resolve: (wanted, context, next) =>
        wanted === library && folders.some((folder) => context.parentURL?.startsWith(folder))
          ? { url, format: "module", shortCircuit: true }
          : next(wanted, context),
    });
  } else nodeModule.register(dataUrl(threadHooks), { data: { library, url, folders } });
}

/** The same as a module of its own, for that thread. */
const threadHooks = `
let given;
export const initialize = (data) => { given = data; };
export const resolve = (wanted, context, next) =>
  wanted === given.library && given.folders.some((folder) => context.parentURL?.startsWith(folder))
    ? { url: given.url, format: "module", shortCircuit: true }
    : next(wanted, context);
`;

function dataUrl(text: string): string {
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

interface Context {
  readonly parentURL?: string | undefined;
}

type Resolve = (wanted: string, context: Context, next: (wanted: string, context: Context) => object) => object;

interface SyncHooks {
  registerHooks(hooks: { readonly resolve: Resolve }): void;
}

/** From Node 22.15 on. */
function hasSyncHooks(value: object): value is SyncHooks {
  return "registerHooks" in value && typeof value.registerHooks === "function";
}
