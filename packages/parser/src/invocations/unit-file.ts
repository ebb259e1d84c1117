import type { FileReference, UnitFile, UnitSetting } from "@authgraph/kubernetes";
import type { PlacedText, SourceText } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import { originOfPlaced, placedBy, slicePlaced } from "../placed-text.ts";

/** Whether a text is a service unit or a drop-in of one, by what it begins with; its path only where it lies there. */
export function looksLikeUnit(path: string, text: string): boolean {
  if (!/^[ \t]*\[Service\][ \t]*\r?$/m.test(text)) return false;
  return (
    unitName(path) !== undefined || /^\ufeff?(?:[ \t]*(?:[#;].*)?\r?\n)*[ \t]*\[(?:Unit|Service|Install)\]/.test(text)
  );
}

interface UnitName {
  readonly unit: string;
  readonly folder: string;
  readonly dropIn: string | undefined;
}

function unitName(path: string): UnitName | undefined {
  // Templates of units are read as far as they go.
  const plain = path.replace(/\.(?:j2|tmpl|tpl|template|erb|in)$/, "");
  const dropIn = /^(?:(.*)\/)?([^/]+\.service)\.d\/([^/]+\.conf)$/.exec(plain);
  if (dropIn !== null) return { unit: dropIn[2] ?? "", folder: dropIn[1] ?? "", dropIn: dropIn[3] ?? "" };
  const unit = /^(?:(.*)\/)?([^/]+\.service)$/.exec(plain);
  return unit === null ? undefined : { unit: unit[2] ?? "", folder: unit[1] ?? "", dropIn: undefined };
}

/**
 * Reads the settings of a unit or drop-in that decide what it starts (systemd.syntax(7), systemd.service(5)).
 * A file whose path names no unit counts as one called like the file.
 */
export function readUnit(source: SourceText): UnitFile {
  return readUnitAt(source, source.path);
}

/** The same for one that lies elsewhere once something has written it. */
export function readUnitAt(source: SourceText, path: string): UnitFile {
  const place = unitName(path);
  const slash = path.lastIndexOf("/");
  return {
    unit: place?.unit ?? path.slice(slash + 1),
    folder: place?.folder ?? path.slice(0, Math.max(0, slash)),
    dropIn: place?.dropIn,
    origin: textOrigin(source, 0, source.text.length),
    settings: readSettings(source),
  };
}

/** The files that a unit takes variables from; a leading `-` says that the file may be missing. */
export function environmentFilesOf(unit: UnitFile): readonly FileReference[] {
  return unit.settings
    .filter((setting) => setting.name === "EnvironmentFile" && setting.value.text !== "")
    .map(({ value }) => {
      const path = slicePlaced(value, value.text.startsWith("-") ? 1 : 0);
      return { path: located(path.text, originOfPlaced(path)), role: "environment-file" };
    });
}

function readSettings(source: SourceText): readonly UnitSetting[] {
  const settings: UnitSetting[] = [];
  let section = "";
  for (const line of logicalLines(source)) {
    const header = /^\s*\[([^\]]*)\]\s*$/.exec(line.text);
    if (header !== null) section = header[1] ?? "";
    const assignment = /^\s*([A-Za-z]+)\s*=\s*/.exec(line.text);
    const name = section === "Service" ? settingName(assignment?.[1]) : undefined;
    if (assignment === null || name === undefined) continue;
    settings.push({ name, value: slicePlaced(line, assignment[0].length, line.text.trimEnd().length) });
  }
  return settings;
}

function settingName(name: string | undefined): UnitSetting["name"] | undefined {
  return name === "ExecStart" || name === "Environment" || name === "EnvironmentFile" ? name : undefined;
}

/**
 * Lines without comments, those that end in a backslash joined with the next, the backslash a blank. Comments between
 * them are passed over (systemd.syntax(7)).
 */
function* logicalLines(source: SourceText): Generator<PlacedText> {
  const { text } = source;
  let joined = "";
  let offsets: number[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const lineFeed = text.indexOf("\n", at);
    const next = lineFeed < 0 ? text.length : lineFeed + 1;
    const end = lineFeed > at && text[lineFeed - 1] === "\r" ? lineFeed - 1 : lineFeed < 0 ? text.length : lineFeed;
    const line = text.slice(at, end);
    if (!/^\s*[#;]/.test(line)) {
      const continues = line.endsWith("\\");
      joined += continues ? `${line.slice(0, -1)} ` : line;
      for (let i = at; i < end; i++) offsets.push(i);
      if (!continues) {
        yield placedBy(source, joined, [...offsets, end]);
        joined = "";
        offsets = [];
      }
    }
    at = next;
  }
  if (joined !== "") yield placedBy(source, joined, [...offsets, text.length]);
}
