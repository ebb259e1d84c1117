import type { ComponentInvocation, DistributionSettings, EnvironmentFile, UnitFile } from "@authgraph/kubernetes";
import type { PlacedText } from "@authgraph/source";
import { distributionCommands } from "./distribution-commands.ts";
import { withEnvironment } from "./etcd-environment.ts";
import { invocationOf } from "./flags.ts";
import { findStartedPrograms } from "./program.ts";
import { readAssignments, readExecLine } from "./systemd-words.ts";
import type { VariableLookup, Word } from "./word.ts";

/** Finds the file that a unit names; undefined where it is not among the inputs. */
export type FindEnvironmentFile = (path: string, unit: UnitFile) => EnvironmentFile | undefined;

/**
 * What a set of units starts, once all of them and their environment files were read.
 *
 * Drop-ins are laid over their unit, in the order of their names, and only then variables are replaced. A unit whose
 * environment files are all there is known entirely: variables that none of them sets are empty. Otherwise words
 * with variables in them are unresolved.
 */
export function invocationsOfUnits(
  units: readonly UnitFile[],
  findEnvironmentFile: FindEnvironmentFile,
): readonly ComponentInvocation[] {
  return commandsOfUnits(units, findEnvironmentFile).flatMap(({ unit, words, variable, variables }) =>
    findStartedPrograms(words, variable).flatMap((started) => {
      const invocation = invocationOf(started, unit, undefined);
      return invocation === undefined ? [] : [withEnvironment(invocation, variables)];
    }),
  );
}

/** What a set of units tells k3s and RKE2 on their command lines. */
export function distributionsOfUnits(
  units: readonly UnitFile[],
  findEnvironmentFile: FindEnvironmentFile,
): readonly DistributionSettings[] {
  return commandsOfUnits(units, findEnvironmentFile).flatMap(({ unit, machine, words, variable }) =>
    distributionCommands(words, variable, { name: unit, machine }),
  );
}

/** A command line of a service, its variables replaced. */
interface UnitCommand {
  readonly unit: string;
  /** Root folder of the machine that the unit belongs to, with a `/` at the end unless it is the inputs' own root. */
  readonly machine: string;
  readonly words: readonly Word[];
  readonly variable: VariableLookup;
  readonly variables: ReadonlyMap<string, PlacedText>;
}

function commandsOfUnits(units: readonly UnitFile[], findEnvironmentFile: FindEnvironmentFile): readonly UnitCommand[] {
  return servicesOf(units).flatMap((files) => {
    const [first] = files;
    if (first === undefined) return [];
    const service = layUnits(files);
    const { variables, complete } = environmentOf(service, findEnvironmentFile);
    const variable: VariableLookup = (name) => variables.get(name) ?? (complete ? "unset" : "unknown");
    const { machine } = placeUnit(first);
    return service.commands.map((line) => ({
      unit: first.unit,
      machine,
      words: readExecLine(line, variable),
      variable,
      variables,
    }));
  });
}

/** Where systemd looks for units, the strongest first (systemd.unit(5), "Unit File Load Path"). */
const unitFolders = [
  "etc/systemd/system",
  "run/systemd/system",
  "usr/local/lib/systemd/system",
  "usr/lib/systemd/system",
  "lib/systemd/system",
];

interface PlacedUnit {
  /** The folder, or the machine's root where the folder is one of systemd's. */
  readonly machine: string;
  readonly rank: number;
  readonly file: UnitFile;
}

function placeUnit(file: UnitFile): PlacedUnit {
  const rank = unitFolders.findIndex((folder) => file.folder === folder || file.folder.endsWith(`/${folder}`));
  const folder = unitFolders[rank];
  const machine = folder === undefined ? `${file.folder}/` : file.folder.slice(0, -folder.length);
  return { machine, rank: rank < 0 ? unitFolders.length : rank, file };
}

/** The files of each service in the order in which they count: the unit, then its drop-ins by name. */
function servicesOf(units: readonly UnitFile[]): readonly (readonly UnitFile[])[] {
  const services = new Map<string, PlacedUnit[]>();
  for (const unit of units.map(placeUnit)) {
    const key = `${unit.machine}\0${unit.file.unit}`;
    const service = services.get(key);
    if (service === undefined) services.set(key, [unit]);
    else service.push(unit);
  }
  return [...services.values()].map((service) => {
    // A file of the same name in a stronger folder takes the place of the weaker one.
    const strongest = new Map<string, PlacedUnit>();
    for (const unit of service) {
      const name = unit.file.dropIn ?? "";
      const other = strongest.get(name);
      if (other === undefined || unit.rank < other.rank) strongest.set(name, unit);
    }
    return [...strongest.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, unit]) => unit.file);
  });
}

interface Service {
  readonly commands: readonly PlacedText[];
  readonly environment: readonly PlacedText[];
  readonly environmentFiles: readonly { readonly path: string; readonly unit: UnitFile }[];
}

/** An empty value takes back everything before it (systemd.service(5): ExecStart=, Environment=, EnvironmentFile=). */
function layUnits(files: readonly UnitFile[]): Service {
  const commands: PlacedText[] = [];
  const environment: PlacedText[] = [];
  const environmentFiles: { readonly path: string; readonly unit: UnitFile }[] = [];
  for (const unit of files) {
    for (const { name, value } of unit.settings) {
      const isReset = value.text === "";
      switch (name) {
        case "ExecStart":
          if (isReset) commands.length = 0;
          else commands.push(value);
          break;
        case "Environment":
          if (isReset) environment.length = 0;
          else environment.push(value);
          break;
        case "EnvironmentFile":
          if (isReset) environmentFiles.length = 0;
          else environmentFiles.push({ path: value.text.replace(/^-/, ""), unit });
          break;
      }
    }
  }
  return { commands, environment, environmentFiles };
}

/** Variables of files win over `Environment=`, later ones over earlier ones (systemd.exec(5)). */
function environmentOf(
  service: Service,
  findEnvironmentFile: FindEnvironmentFile,
): { readonly variables: ReadonlyMap<string, PlacedText>; readonly complete: boolean } {
  const variables = new Map<string, PlacedText>();
  for (const setting of service.environment) {
    for (const { name, value } of readAssignments(setting)) variables.set(name, value);
  }
  let complete = true;
  for (const { path, unit } of service.environmentFiles) {
    const file = findEnvironmentFile(path, unit);
    // It may set again what is set already: taken as it stands, for such files are there to add.
    if (file === undefined) complete = false;
    for (const { name, value } of file?.variables ?? []) variables.set(name, value);
  }
  return { variables, complete };
}
