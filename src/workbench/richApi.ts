import { HostError, invalidArgument, notImplemented } from "./hostError";
import { type Argument, type HostObject, isHostObject, type Json, type ObjectType } from "./hostObject";

/** Largest request and response in bytes; beyond it Excel on the web answers with an error. */
export const MAX_PAYLOAD = 5 * 1024 * 1024;

interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly (number | null | readonly (number | null)[])[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
  readonly ObjectState?: Readonly<Record<string, Json>>;
}

/** A batch as office.js sends it. */
export interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** The answer to a batch: results up to the first error. */
export interface RichApiResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly HttpStatusCode: number;
    readonly ActionIndex: number;
  };
}

const PATH = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;
const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 6,
  queryAsJson: 7,
  recursiveQuery: 8,
  update: 9,
} as const;

/** An object outside the document that office.js speaks to while it boots. */
const SERVICE = "Service";

/** Called with every event registration: the type of the object, its id, the name of the method. */
export type EventListener = (type: string, self: unknown, method: string) => void;

/** Answers the request protocol of office.js from a table of object types. */
export class RichApi {
  private readonly types = new Map<string, ObjectType>();
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    types: readonly ObjectType[],
    private readonly root: HostObject,
    private readonly onEventMethod: EventListener = () => undefined,
  ) {
    for (const type of types) this.types.set(type.name, type);
  }

  /** Type names with their members, for comparison with Microsoft's own list. */
  members(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      [...this.types].map(([name, type]) => [
        name,
        [...Object.keys(type.properties ?? {}), ...Object.keys(type.navigation ?? {}), ...Object.keys(type.methods ?? {})],
      ]),
    );
  }

  /** Keeps an object so that a later request can name it by the id returned. */
  keep(object: HostObject): string {
    const id = `ref${this.nextReference++}`;
    this.references.set(id, object);
    return id;
  }

  /** Executes a batch; what was done before an error stays done, as in Excel. */
  async execute(request: RichApiRequest): Promise<RichApiResponse> {
    const batch = new Batch(this, request);
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of request.Actions.entries()) {
      try {
        Results.push({ ActionId: action.Id, Value: (await this.act(batch, action)) ?? null });
      } catch (error) {
        const { code, message, location, status } =
          error instanceof HostError ? error : new HostError("GeneralException", `stand-in host: ${String(error)}`, undefined, 500);
        return {
          Results,
          Error: { Code: code, Message: message, Location: location ?? batch.location, HttpStatusCode: status, ActionIndex: index },
        };
      }
    }
    return { Results };
  }

  typeOf(object: HostObject): ObjectType<unknown> {
    const type = this.types.get(object.type);
    if (!type) throw notImplemented(object.type);
    return type as ObjectType<unknown>;
  }

  reference(id: string): HostObject {
    const object = this.references.get(id);
    if (!object) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
    return object;
  }

  private async act(batch: Batch, action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const object = await batch.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.describe(batch, object, action.ObjectPathId);
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.query(batch, object, action);
      case ACTION.method:
        return this.invoke(batch, object, action);
      case ACTION.setProperty:
        return this.set(batch, object, action.Name, batch.single(await batch.args(action.ArgumentInfo)));
      case ACTION.ensureUnchanged:
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) await this.set(batch, object, name, value);
        return null;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  /** What the client is told when it first names an object. */
  private describe(batch: Batch, object: HostObject | null, path: number): unknown {
    if (!object) return null;
    if (object.type === SERVICE) return {};
    const id = this.typeOf(object).id?.(object.self);
    const reference = batch.kept.get(path);
    return { ...(id === undefined ? {} : { Id: id, _Id: id }), ...(reference ? { _ReferenceId: reference } : {}) };
  }

  private async query(batch: Batch, object: HostObject | null, action: Action): Promise<unknown> {
    if (!object) return null;
    const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
    const expanded = Expand.map((name) => `${name}/$all`);
    const value = await this.read(batch, object, [...Select, ...expanded], Skip ?? 0, Top);
    const reference = batch.kept.get(action.ObjectPathId);
    return reference ? { ...value, _ReferenceId: reference } : value;
  }

  private async read(batch: Batch, object: HostObject, names: readonly string[], skip = 0, top?: number): Promise<Record<string, unknown>> {
    const type = this.typeOf(object);
    const out: Record<string, unknown> = {};
    const id = type.id?.(object.self);
    if (id !== undefined) Object.assign(out, { Id: id, _Id: id });
    const properties = type.properties ?? {};
    if (type.items) {
      const ofItems: string[] = [];
      const own: string[] = [];
      for (const name of names) {
        const bare = name.replace(/^items\/?/i, "");
        if (bare !== name || !propertyNamed(properties, bare)) {
          if (bare) ofItems.push(bare);
        } else own.push(bare);
      }
      if (own.length === 0 || ofItems.length > 0 || names.length === 0) {
        const items = type.items(object.self).slice(skip, top === undefined ? undefined : skip + top);
        out["_Items"] = await Promise.all(items.map((item) => this.read(batch, item, ofItems)));
      }
      for (const name of own) out[propertyNamed(properties, name)!] = await this.get(batch, type, object, propertyNamed(properties, name)!);
      return out;
    }
    const wanted = names.length === 0 ? ["$all"] : names;
    for (const name of wanted) {
      const [head, ...rest] = name.split("/") as [string, ...string[]];
      if (head === "$none") continue;
      if (head === "$all" || head === "*") {
        for (const [key, property] of Object.entries(properties))
          if (property.get && !property.heavy) out[key] = await this.get(batch, type, object, key);
        continue;
      }
      const property = propertyNamed(properties, head);
      if (property && properties[property]!.get) {
        out[property] = await this.get(batch, type, object, property);
        continue;
      }
      const child = propertyNamed(type.navigation ?? {}, head);
      if (child) {
        const target = type.navigation![child]!(object.self);
        const inner = target ? await this.read(batch, target, rest.length ? [rest.join("/")] : []) : null;
        out[child] = merge(out[child], inner);
        continue;
      }
      batch.location = `${type.name}.load`;
      throw this.unknownMember(type, head);
    }
    return out;
  }

  private unknownMember(type: ObjectType<unknown>, name: string): HostError {
    return invalidArgument(
      `${type.name}.load`,
      `stand-in host: ${type.name} has no property '${name}' that can be loaded, or it is not implemented.`,
    );
  }

  private async get(batch: Batch, type: ObjectType<unknown>, object: HostObject, name: string): Promise<Json> {
    batch.location = `${type.name}.${camel(name)}`;
    return type.properties![name]!.get!(object.self);
  }

  private async set(batch: Batch, object: HostObject | null, name: string, value: Json): Promise<null> {
    if (!object) throw new HostError("InvalidObjectPath", "The object path is invalid: the object does not exist.", undefined, 404);
    const type = this.typeOf(object);
    const property = propertyNamed(type.properties ?? {}, name);
    batch.location = `${type.name}.${camel(name)}`;
    const setter = property && type.properties![property]!.set;
    if (!setter) throw notImplemented(`${type.name}.${camel(name)} (set)`);
    await setter(object.self, value);
    return null;
  }

  private async invoke(batch: Batch, object: HostObject | null, action: Action): Promise<unknown> {
    if (action.Name === "_KeepReference") {
      if (!object) return null;
      const known = batch.kept.get(action.ObjectPathId) ?? this.keep(object);
      batch.kept.set(action.ObjectPathId, known);
      return known;
    }
    if (action.Name === "_RemoveReference") {
      for (const id of action.ArgumentInfo?.Arguments ?? []) this.references.delete(String(id));
      return null;
    }
    if (!object || object.type === SERVICE) return null;
    const value = await batch.call(object, action.Name, await batch.args(action.ArgumentInfo));
    return isHostObject(value) ? this.describe(batch, value, action.ObjectPathId) : value;
  }

  /** Runs a method of an object; event registrations are answered for every object. */
  async call(object: HostObject, name: string, args: readonly Argument[], locate: (member: string) => void): Promise<unknown> {
    if (object.type === SERVICE) return null;
    const type = this.typeOf(object);
    locate(`${type.name}.${camel(name)}`);
    if (/^_(?:Un)?[rR]egister/.test(name)) {
      this.onEventMethod(type.name, object.self, name);
      return null;
    }
    const method = type.methods?.[name];
    if (!method) throw notImplemented(`${type.name}.${camel(name)}()`);
    return method(object.self, args);
  }

  rootObject(): HostObject {
    return this.root;
  }
}

/** One batch while it is executed: its object paths, each resolved once. */
class Batch {
  /** References of this batch by object path. */
  readonly kept = new Map<number, string>();
  location = "";
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly api: RichApi,
    private readonly request: RichApiRequest,
  ) {}

  async resolve(id: number): Promise<HostObject | null> {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", `The object path ${id} is unknown.`);
    const object = await this.follow(path);
    this.resolved.set(id, object);
    if (path.ObjectPathType === PATH.reference) this.kept.set(id, path.Name);
    return object;
  }

  private async follow(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.api.rootObject();
      case PATH.service:
        return { type: SERVICE, self: path.Name };
      case PATH.reference:
        return this.api.reference(path.Name);
      case PATH.nothing:
        return null;
      default:
        break;
    }
    const parent = await this.resolve(path.ParentObjectPathId!);
    if (!parent) return null;
    const type = this.api.typeOf(parent);
    if (path.ObjectPathType === PATH.property) {
      const child = propertyNamed(type.navigation ?? {}, path.Name);
      this.location = `${type.name}.${camel(path.Name)}`;
      if (!child) throw notImplemented(this.location);
      return type.navigation![child]!(parent.self);
    }
    const args = await this.args(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) {
      this.location = `${type.name}.getItem`;
      if (!type.indexer) throw notImplemented(this.location);
      return type.indexer(parent.self, args);
    }
    const value = await this.call(parent, path.Name, args);
    return isHostObject(value) ? value : null;
  }

  call(object: HostObject, name: string, args: readonly Argument[]): Promise<unknown> {
    return this.api.call(object, name, args, (member) => (this.location = member));
  }

  async args(info: ArgumentInfo | undefined): Promise<readonly Argument[]> {
    const paths = info?.ReferencedObjectPathIds ?? [];
    const out: Argument[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const path = paths[index];
      out.push(typeof path === "number" && path > 0 ? ((await this.resolve(path)) ?? undefined) : value);
    }
    return out;
  }

  single(args: readonly Argument[]): Json {
    const [value = null] = args;
    return isHostObject(value) ? (value as unknown as Json) : value;
  }
}

function propertyNamed(members: Readonly<Record<string, unknown>>, name: string): string | undefined {
  if (name in members) return name;
  const lower = name.toLowerCase();
  return Object.keys(members).find((key) => key.toLowerCase() === lower);
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function merge(a: unknown, b: unknown): unknown {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return b;
  const out: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) out[key] = Array.isArray(value) ? value : merge(out[key], value);
  return out;
}
