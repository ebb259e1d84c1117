import type { FileRole } from "@authgraph/kubernetes";
import { readConfigurationOfRole, refuseEmpty, roleSyntaxError } from "../configurations/read-configuration.ts";
import { collectRefused, type RepeatedKey } from "../configurations/refused-configuration.ts";
import { mayHoldCredential } from "../credentials/written-credentials.ts";
import { finishKops } from "../families/kops-clusters.ts";
import { finishKubeadm } from "../families/kubeadm.ts";
import { finishTalos } from "../families/talos-machine.ts";
import { goWord, type ShapeProblem } from "../objects/conformity.ts";
import type { WrittenType } from "../objects/decode-object.ts";
import { placeOfObject, writtenType } from "../objects/decode-object.ts";
import { objectKind } from "../objects/object-kinds.ts";
import {
  field,
  itemsOf,
  keyPlace,
  type ObjectView,
  origin,
  type Place,
  place,
  text,
  writtenField,
} from "../objects/object-view.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId, Profile, ReadDocument } from "../reader/tree.ts";
import { type Collected, count, type Outcome, report } from "./collected.ts";
import { type DirectiveCandidates, directiveCandidates, dropBetween, dropWithinScalars } from "./directives.ts";
import { hiddenContents } from "./hidden-content.ts";
import { isJsonPatch } from "./kustomization.ts";
import { namesComponent } from "./pod-invocations.ts";
import { readObject, type Surroundings, type TextSigns } from "./read-object.ts";
import { hasMarks, hasYttComments, markBehindError, templateAdvice } from "./template-marks.ts";

/**
 * Reads a stream of YAML or JSON documents. Returns what looks like a directive in a comment. With a role, the first
 * document is taken for what a file of that role has to be.
 */
export function readManifests(collected: Collected, profile: Profile, role?: FileRole): DirectiveCandidates {
  const { source } = collected;
  const signs: TextSigns = {
    marks: hasMarks(source.text),
    patchWord: source.text.includes("$patch"),
    components: namesComponent(source.text),
    invisible: invisibleCharacter.test(source.text),
    credential: mayHoldCredential(source.text),
  };
  const candidates = directiveCandidates(source);
  let broken: string | undefined;

  readDocuments(source.text, profile, (document) => {
    switch (document.outcome) {
      case "empty":
        count(collected, "empty", document);
        if (role !== undefined) refuseEmpty(collected, role, document);
        break;
      case "error":
        if (readBroken(collected, document, signs.marks) === "refused") {
          broken ??= document.message;
          if (role !== undefined) {
            const at = { start: document.offset, end: document.offset };
            collectRefused(collected, role, document, [
              { text: roleSyntaxError(role, collected.source, document.message), ...at },
            ]);
          }
        }
        break;
      case "value": {
        const view: ObjectView = { source, tree: document.tree };
        const before = collected.documents.length;
        readValue(collected, view, document, { signs, document, repeatedKey: repeatedKey(document) }, role);
        if (candidates.candidates.length > 0) dropDirectives(candidates, document);
        if (document.afterError && broken !== undefined) reportAfterError(collected, before, broken);
        break;
      }
    }
  });
  if (collected.kubeadm.length > 0) finishKubeadm(collected);
  if (collected.talos.length > 0) finishTalos(collected);
  if (collected.kops.length > 0) finishKops(collected);
  return candidates;
}

type ValueDocument = Extract<ReadDocument, { readonly outcome: "value" }>;
type BrokenDocument = Extract<ReadDocument, { readonly outcome: "error" }>;

function repeatedKey({ surprises }: ValueDocument): RepeatedKey | undefined {
  for (const surprise of surprises) {
    const repeated = surprise.form === "duplicate-key" || surprise.form === "merge-override";
    if (repeated && !surprise.undetermined) return surprise;
  }
  return undefined;
}

function readValue(
  collected: Collected,
  view: ObjectView,
  document: ValueDocument,
  around: Surroundings,
  role: FileRole | undefined,
): void {
  const { tree } = view;
  const { root } = tree;
  const { invisible } = around.signs;
  const accessPlaces: Place[] | undefined = invisible || document.surprises.length > 0 ? [] : undefined;
  if (role !== undefined) {
    const { repeatedKey } = around;
    const outcome = readConfigurationOfRole(collected, view, root, role, { repeatedKey, marks: around.signs.marks });
    collected.documents.push({ outcome, origin: origin(view, root) });
  } else if (tree.kind(root) !== "mapping") {
    count(collected, isJsonPatch(view, root) ? "patch" : "not-ours", place(view, root));
  } else {
    const type = writtenType(view, root);
    const items = writtenField(tree, root, "items");
    // Whatever has `items` is a list to kubectl (unstructured.go: detectList), but without a kind it is nothing at all.
    if (items !== 0 && type.kind !== undefined) readList(collected, view, root, items, type, around, accessPlaces);
    else readAndCount(collected, view, root, type, around, accessPlaces);
  }
  if (accessPlaces === undefined) return;
  if (invisible) for (const at of accessPlaces) reportInvisible(collected, at);
  // Before it is rendered nobody knows what a template hides; ytt's own have keys twice on purpose.
  if (document.surprises.length === 0) return;
  if (collected.documents.at(-1)?.outcome === "template" || hasYttComments(view.source.text, document)) return;
  for (const hidden of hiddenContents(view.source, document.surprises, accessPlaces, tree)) {
    collected.facts.push({ fact: "hidden-content", hidden });
  }
  reportUndetermined(collected, document);
}

function readAndCount(
  collected: Collected,
  view: ObjectView,
  node: NodeId,
  type: WrittenType,
  around: Surroundings,
  accessPlaces: Place[] | undefined,
): void {
  const at = origin(view, node);
  collected.documents.push({ outcome: readObject(collected, view, node, at, type, around), origin: at });
  if (accessPlaces !== undefined && isOfAccess(type) && decidesAccess(view, node, type)) accessPlaces.push(at);
}

/** Of Secrets only tokens do: what others hold is no access to the cluster. */
function decidesAccess(view: ObjectView, node: NodeId, { kind }: WrittenType): boolean {
  return kind !== "Secret" || tokenTypes.includes(text(view, field(view, node, "type")));
}

const tokenTypes: readonly string[] = ["kubernetes.io/service-account-token", "bootstrap.kubernetes.io/token"];

function isOfAccess({ apiVersion = "", kind = "" }: WrittenType): boolean {
  return objectKind(apiVersion, kind)?.ofAccess === true;
}

/** cli-runtime's visitors and apimachinery unstructured.go: decodeToList. */
function readList(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  items: NodeId,
  type: WrittenType,
  around: Surroundings,
  accessPlaces: Place[] | undefined,
): void {
  const { tree } = view;
  const isList = type.kind?.endsWith("List") === true;
  if (!isList && type.apiVersion !== undefined) reportItems(collected, view, items, isOfAccess(type));
  const error = listError(view, items);
  if (error !== undefined) {
    report(collected, "error", "object-refused", error.text, error);
    count(collected, "refused", place(view, root));
  } else if (tree.kind(items) === "null" || tree.first(items) === 0) {
    count(collected, "empty", place(view, root));
  } else {
    for (const item of itemsOf(view, items)) readItem(collected, view, item, type, around, accessPlaces);
  }
}

/** One item that is no object spoils the whole list. */
function listError(view: ObjectView, items: NodeId): ShapeProblem | undefined {
  const { tree } = view;
  const kind = tree.kind(items);
  if (kind === "null") return undefined;
  if (kind !== "sequence") {
    const text = `json: cannot unmarshal ${goWord(kind)} into Go struct field decodeList.items of type []json.RawMessage`;
    return { text, ...place(view, items) };
  }
  for (const item of itemsOf(view, items)) {
    const itemKind = tree.kind(item);
    if (itemKind === "mapping" || itemKind === "null") continue;
    const text = `json: cannot unmarshal ${goWord(itemKind)} into Go value of type map[string]interface {}`;
    return { text, ...place(view, item) };
  }
  return undefined;
}

function readItem(
  collected: Collected,
  view: ObjectView,
  item: NodeId,
  list: WrittenType,
  around: Surroundings,
  accessPlaces: Place[] | undefined,
): void {
  const written = writtenType(view, item);
  const bare = (written.kind ?? "") === "" && (written.apiVersion ?? "") === "";
  const type = bare ? { apiVersion: list.apiVersion, kind: (list.kind ?? "").replace(/List$/, "") } : written;
  const error = itemError(view, item, type);
  if (error === undefined) {
    readAndCount(collected, view, item, type, around, accessPlaces);
  } else {
    report(collected, "error", "object-refused", error, placeOfObject(view, item));
    count(collected, "refused", place(view, item));
  }
}

function itemError(view: ObjectView, item: NodeId, { apiVersion = "", kind = "" }: WrittenType): string | undefined {
  if (writtenField(view.tree, item, "items") !== 0) {
    return "*unstructured.Unstructured is not a list: no Items field in this object";
  }
  if (kind === "") return "Object 'Kind' is missing";
  if (apiVersion === "") return "Object 'apiVersion' is missing in 'object has no apiVersion field'";
  return undefined;
}

function reportItems(collected: Collected, view: ObjectView, items: NodeId, inAccessObject: boolean): void {
  const at = keyPlace(view, items);
  const origin = { kind: "text", source: view.source, ...at } as const;
  const hidden = { form: "items-on-non-list", origin, inAccessObject, key: undefined, winner: undefined } as const;
  collected.facts.push({ fact: "hidden-content", hidden });
}

/** A document that does not parse is a template where template marks are why; otherwise kubectl refuses it. */
function readBroken(collected: Collected, document: BrokenDocument, marks: boolean): Outcome {
  const mark = marks ? markBehindError(collected.source.text, document, document) : undefined;
  if (mark !== undefined) {
    report(collected, "note", "template", templateAdvice, mark);
    count(collected, "template", document);
    return "template";
  }
  const at = { start: document.offset, end: Math.min(document.offset + 1, collected.source.text.length) };
  report(collected, "error", syntaxId(collected.source.text), document.message, at);
  count(collected, "refused", document);
  return "refused";
}

function syntaxId(text: string): string {
  return /^[\s\ufeff]*\{(?!\{)/.test(text) ? "json-syntax" : "yaml-syntax";
}

function reportAfterError(collected: Collected, from: number, error: string): void {
  for (const { outcome, origin } of collected.documents.slice(from)) {
    if (outcome !== "evaluated" || origin.kind !== "text") continue;
    const message = `kubectl does not get here: an earlier document of this file fails (${error})`;
    report(collected, "warning", "after-error", message, { start: origin.start, end: origin.start });
  }
}

/** Characters that change how a text looks and not what it says, or hide in it: bidi controls, zero width. */
const invisibleCharacter = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** Names with such characters are other names than they look; the server stores them as they are. */
function reportInvisible(collected: Collected, { start, end }: Place): void {
  const { text } = collected.source;
  const found = invisibleCharacter.exec(text.slice(start, end));
  if (found === null) return;
  const at = start + found.index;
  const point = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const message = `invisible character U+${point}: the object is not what it looks like`;
  report(collected, "warning", "invisible-character", message, { start: at, end: at + 1 });
}

/** Two keys that are one in JSON, such as `1:` and `"1":`: which value holds is left to chance. */
function reportUndetermined(collected: Collected, { surprises }: ValueDocument): void {
  for (const surprise of surprises) {
    if (!("undetermined" in surprise) || !surprise.undetermined) continue;
    const message = `key ${JSON.stringify(surprise.key)} is written twice in different forms: which value holds is random`;
    report(collected, "warning", "undetermined-key", message, surprise);
  }
}

function dropDirectives(candidates: DirectiveCandidates, document: ValueDocument): void {
  dropWithinScalars(candidates, document.tree);
  for (const surprise of document.surprises) {
    if (surprise.form === "ignored-text") dropBetween(candidates, surprise.start, surprise.end);
  }
}
