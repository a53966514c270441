/** What must be true of the database's own catalogue: each rule a question whose every answer is a finding. */

export type CatalogueRule = {
  readonly says: string
  /** Answers one column, `finding`. */
  readonly findings: string
  /** Statements of the owner that break the rule, each to be found. */
  readonly planted: readonly string[]
  /** Where only a superuser could break it: the embedded database's owner is one. */
  readonly bySuperuser?: true
}

const quoted = (names: readonly string[]) => names.map(name => `'${name}'`).join(', ')

const ours = `nspname not like 'pg\\_%' and nspname <> 'information_schema'`
const isRuntime = `rolname ~ '^nearhome_(app|gate|(authority|region|provider)_(reader|writer))$'`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} and c.relkind in ('r', 'p')`
const named = `n.nspname || '.' || c.relname`
/** Functions that came with an extension are its own affair. */
const functions = `pg_proc f join pg_namespace n on n.oid = f.pronamespace and ${ours}
  and not exists (select from pg_depend where objid = f.oid and deptype = 'e')`

/** Without row-level security, and why that is right. */
export const openTables: Record<string, string> = {
  'reference.postcode': 'public figures: no person, price or contract is in them',
  'public.migration': 'the names of migrations, which no role of the platform may even read',
}

/** Written under a policy that is always true, and why that is right. */
const freelyWritten: Record<string, string> = {
  the_gate_keeps_sessions: 'the gate asks before anybody is known',
  the_gate_keeps_sign_ins: 'the gate asks before anybody is known',
  a_member_takes_a_place: 'a trigger lets a member change only whether the place is taken',
  a_change_is_noted: 'the row holds one number, the same for all',
}

/** Unique across authorities, and why that gives nothing away. */
const uniqueAcross: Record<string, string> = {
  approach_reference_key: 'the reference is drawn at random for the telephone, and is nobody’s number',
}

/** What the gate may read of a load, to tell which ones wait: nothing of a child is in them. */
const seenAtTheGate = ['authority_id', 'id', 'state', 'started_at', 'held_until']

const hiddenFromTheRegion = [
  'given_name',
  'family_name',
  'local_id',
  'born',
  'upn',
  'home_postcode',
  'placement_postcode',
  'voice',
  'answers',
  'anonymised',
  'full_profile',
]

const tableRules: readonly CatalogueRule[] = [
  {
    says: 'every table has row-level security, enabled and forced, but those named',
    findings: `select ${named} as finding from ${tables}
      where not (c.relrowsecurity and c.relforcerowsecurity) and ${named} not in (${quoted(Object.keys(openTables))})`,
    planted: [
      'create table children.planted (authority_id uuid, id uuid)',
      'alter table children.child disable row level security',
      'alter table children.child no force row level security',
    ],
  },
  {
    says: 'no role of the platform may write to a table without row-level security',
    findings: `select ${named} || ' by ' || rolname as finding from ${tables}, pg_roles
      where not c.relrowsecurity and ${isRuntime}
        and has_table_privilege(pg_roles.oid, c.oid, 'insert, update, delete')`,
    planted: ['grant update on reference.postcode to nearhome_region_writer'],
  },
  {
    says: 'whoever is granted a command has a policy for it',
    findings: `select ${named} || ': ' || word || ' by ' || rolname as finding
      from ${tables}, pg_roles,
        (values ('select', 'r'), ('insert', 'a'), ('update', 'w'), ('delete', 'd')) as command(word, letter)
      where c.relrowsecurity and ${isRuntime}
        and (has_table_privilege(pg_roles.oid, c.oid, word)
          or (word <> 'delete' and has_any_column_privilege(pg_roles.oid, c.oid, word)))
        and not exists (select from pg_policy
          where polrelid = c.oid and polcmd::text in (letter, '*') and (pg_roles.oid = any(polroles) or 0 = any(polroles)))`,
    planted: [
      'grant delete on referrals.referral to nearhome_provider_writer',
      'grant select (born) on children.child to nearhome_provider_reader',
    ],
  },
  {
    says: 'a policy to write says which rows may be written, and which may result',
    findings: `select ${named} || ': ' || polname as finding from pg_policy join ${tables} on c.oid = polrelid
      where (polcmd in ('a', 'w', '*') and polwithcheck is null) or (polcmd in ('w', 'd', '*') and polqual is null)`,
    planted: [
      'create policy planted on children.child to nearhome_authority_writer using (false)',
      'create policy planted on children.child for update to nearhome_authority_writer with check (false)',
    ],
  },
  {
    says: 'no policy to write is always true, but those named',
    findings: `select ${named} || ': ' || polname as finding from pg_policy join ${tables} on c.oid = polrelid
      where polcmd <> 'r' and (pg_get_expr(polwithcheck, polrelid) = 'true' or pg_get_expr(polqual, polrelid) = 'true')
        and polname not in (${quoted(Object.keys(freelyWritten))}, 'the_owner_keeps_the_house')`,
    planted: [
      'create policy planted on children.child for insert to nearhome_authority_writer with check (true)',
    ],
  },
  {
    says: 'a policy for the owner is for nobody else',
    findings: `select ${named} || ': ' || rolname as finding
      from pg_policy join ${tables} on c.oid = polrelid, pg_roles
      where polname = 'the_owner_keeps_the_house' and (0 = any(polroles) or (pg_roles.oid = any(polroles) and ${isRuntime}))`,
    planted: [
      'create policy the_owner_keeps_the_house on children.child to nearhome_gate using (true) with check (true)',
    ],
  },
]

const keyRules: readonly CatalogueRule[] = [
  {
    says: 'the key of a table that has an authority has the authority in it, and so has whatever else is unique',
    findings: `select ${named} || ': ' || i.relname as finding
      from ${tables} join pg_index on indrelid = c.oid and indisunique join pg_class i on i.oid = indexrelid
        join pg_attribute a on a.attrelid = c.oid and attname = 'authority_id'
      where not a.attnum = any(indkey) and i.relname not in (${quoted(Object.keys(uniqueAcross))})`,
    planted: [
      'create table children.planted (authority_id uuid, id uuid primary key)',
      'create unique index planted on children.child (upn)',
    ],
  },
  {
    says: 'no foreign key points across authorities',
    findings: `select conrelid::regclass || ': ' || conname as finding from pg_constraint
        join pg_attribute mine on mine.attrelid = conrelid and mine.attname = 'authority_id'
        join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attname = 'authority_id'
      where contype = 'f' and array_position(conkey, mine.attnum) is distinct from array_position(confkey, theirs.attnum)
         or contype = 'f' and array_position(conkey, mine.attnum) is null`,
    planted: [
      `alter table children.child add unique (id);
       create table children.planted (authority_id uuid, id uuid, child_id uuid references children.child (id))`,
    ],
  },
  {
    says: 'a child is looked up by its key: no other index of all begins with the authority, to be taken for as good',
    findings: `select indexrelid::regclass::text as finding from pg_index
        join pg_attribute a on a.attrelid = indrelid and attname = 'authority_id'
      where indrelid in ('children.child'::regclass, 'workbench.child'::regclass)
        and indkey[0] = a.attnum and not indisprimary and indpred is null`,
    planted: ['create index planted on children.child (authority_id, family_name)'],
  },
]

const roleRules: readonly CatalogueRule[] = [
  {
    says: 'a role of the platform is no superuser, passes no policy by, makes no role, and inherits nothing',
    findings: `select rolname as finding from pg_roles
      where ${isRuntime} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
    planted: ['alter role nearhome_gate inherit', 'alter role nearhome_app bypassrls'],
    bySuperuser: true,
  },
  {
    says: 'only the platform’s own sign-in may take the other roles',
    findings: `select held.rolname || ' is in ' || pg_roles.rolname as finding
      from pg_auth_members join pg_roles on pg_roles.oid = roleid join pg_roles held on held.oid = member
      where ${isRuntime.replace('rolname', 'held.rolname')} and held.rolname <> 'nearhome_app'`,
    planted: ['grant nearhome_region_writer to nearhome_authority_reader'],
    bySuperuser: true,
  },
  {
    says: 'a role of the platform owns nothing',
    findings: `select c.oid::regclass::text as finding from pg_class c join pg_roles on relowner = pg_roles.oid where ${isRuntime}
      union all select f.oid::regprocedure::text from pg_proc f join pg_roles on proowner = pg_roles.oid where ${isRuntime}
      union all select nspname from pg_namespace join pg_roles on nspowner = pg_roles.oid where ${isRuntime}`,
    planted: ['alter table children.child owner to nearhome_authority_writer'],
    bySuperuser: true,
  },
  {
    says: 'nothing is granted to everybody',
    findings: `select ${named} as finding from pg_class c join pg_namespace n on n.oid = relnamespace and ${ours},
        aclexplode(relacl) where grantee = 0
      union all select nspname from pg_namespace, aclexplode(nspacl)
        where ${ours} and grantee = 0 and (privilege_type = 'CREATE' or nspname <> 'public')`,
    planted: ['grant select on children.child to public', 'grant create on schema children to public'],
  },
  {
    says: 'a reader may change nothing',
    findings: `select ${named} || ' by ' || rolname as finding from ${tables}, pg_roles
      where ${isRuntime} and rolname like '%\\_reader' and (
        has_table_privilege(pg_roles.oid, c.oid, 'insert, update, delete, truncate')
        or has_any_column_privilege(pg_roles.oid, c.oid, 'insert, update'))`,
    planted: [
      'grant update (until_on) on access.person to nearhome_region_reader',
      'grant delete on children.child to nearhome_authority_reader',
    ],
  },
  {
    says: 'no role of the platform may empty a table, hang a trigger on it, make anything, or change the audit',
    findings: `select ${named} || ' by ' || rolname as finding from ${tables}, pg_roles
      where ${isRuntime} and (has_table_privilege(pg_roles.oid, c.oid, 'truncate, references, trigger')
        or (${named} in ('access.audit', 'access.audit_head')
          and (has_table_privilege(pg_roles.oid, c.oid, 'insert, update, delete')
            or has_any_column_privilege(pg_roles.oid, c.oid, 'insert, update'))))
      union all select nspname || ' by ' || rolname from pg_namespace, pg_roles
        where ${ours} and ${isRuntime} and has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'create')`,
    planted: [
      'grant truncate on children.child to nearhome_authority_writer',
      'grant insert on access.audit to nearhome_gate',
      'grant update (hash) on access.audit_head to nearhome_authority_writer',
      'grant create on schema children to nearhome_app',
    ],
  },
  {
    says: 'the region cannot read what would name a child, and a provider nothing of the children’s own records',
    findings: `select ${named} || '.' || attname || ' by ' || rolname as finding
      from ${tables} join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped, pg_roles
      where has_column_privilege(pg_roles.oid, c.oid, attnum, 'select') and (
        (rolname ~ '^nearhome_region_' and n.nspname <> 'access' and attname in (${quoted(hiddenFromTheRegion)}))
        or (rolname ~ '^nearhome_(provider|gate|app)' and n.nspname in ('children', 'returns')
          and not (rolname = 'nearhome_gate' and ${named} = 'returns.load' and attname in (${quoted(seenAtTheGate)}))))`,
    planted: [
      'grant select (effect) on returns.load to nearhome_gate',
      'grant select (id) on returns.load to nearhome_provider_reader',
      'grant select (born) on children.child to nearhome_region_reader',
      'grant select on referrals.approach to nearhome_region_writer',
      'grant select (id) on children.child to nearhome_provider_reader',
    ],
  },
]

const otherRules: readonly CatalogueRule[] = [
  {
    says: 'a view sees with the eyes of whoever asks',
    findings: `select ${named} as finding from pg_class c join pg_namespace n on n.oid = relnamespace and ${ours}
      where relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)`,
    planted: ['create view children.planted as select * from children.child'],
  },
  {
    says: 'nothing is kept where row-level security cannot reach it',
    findings: `select ${named} as finding from pg_class c join pg_namespace n on n.oid = relnamespace and ${ours}
      where relkind in ('m', 'f')`,
    planted: ['create materialized view children.planted as select * from children.child'],
  },
  {
    says: 'one function runs as its owner, and not for everybody',
    findings: `select f.oid::regprocedure::text as finding from ${functions}
      where prosecdef and (n.nspname || '.' || proname <> 'access.append_audit'
        or proacl is null or exists (select from aclexplode(proacl) where grantee = 0))`,
    planted: [
      `create function children.planted() returns int language sql security definer set search_path = pg_catalog
         as 'select 1'`,
      'grant execute on function access.append_audit to public',
    ],
  },
  {
    says: 'a function looks for names where it was told to',
    findings: `select f.oid::regprocedure::text as finding from ${functions}
      where not exists (select from unnest(proconfig) as setting where setting like 'search\\_path=%')`,
    planted: [`create function children.planted() returns int language sql as 'select 1'`],
  },
]

export const catalogueRules: readonly CatalogueRule[] = [
  ...tableRules,
  ...keyRules,
  ...roleRules,
  ...otherRules,
]
