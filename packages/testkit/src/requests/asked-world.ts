import {
  askRequest,
  type FileText,
  loadGraph,
  type RequestAnswer,
  readHttpRequest,
  requestWorld,
  type Sources,
} from "@authgraph/engine";

interface World {
  readonly sources: Sources;
  readonly at: string;
  /** Undefined: what the sources say. */
  readonly kubernetesVersion?: string;
  /** Whether the sources are all there is; they are by default. */
  readonly complete?: boolean;
  /** Of the certificates that requests name; by default there is none. */
  readonly textOf?: (path: string) => FileText;
}

/** Loads a world, to be asked what becomes of requests; a request is what stands in a line of JSON. */
export async function askedWorld(world: World): Promise<(request: unknown) => RequestAnswer> {
  const { sources, at, kubernetesVersion, complete = true, textOf = noFiles } = world;
  const result = await loadGraph({
    sources,
    kubernetesVersion,
    appliedNamespace: undefined,
    defaultNamespace: "default",
    complete,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  const { loaded } = result;
  const asked = await requestWorld(loaded, at);
  return (request) => {
    const read = readHttpRequest(request, textOf);
    if (read.outcome === "refused") throw new Error(read.message);
    return askRequest(loaded, read.request, asked);
  };
}

function noFiles(): FileText {
  return { outcome: "unreadable", message: "there are no files" };
}
