import{t as toolVersion}from"./version.mjs";import{P as exitCode}from"./hook.mjs";import{n as writeResult}from"./write.mjs";import{t as tell}from"./tell.mjs";import{_ as Option,a as declareDestination,c as declareClusterOptions,d as namedFile,f as inGroup,g as InvalidArgumentError,h as CommanderError,i as answerDestination,l as declareInputOptions,m as Command,n as declareQuestionOptions,o as configurationOptions,p as optionDescription,r as questionOptions,s as declareClusterChoice,u as inputOptions}from"./question-options.mjs";import{i as baselineOptions,n as declareChangeOptions,t as changeOptions}from"./change-options.mjs";import{resolve}from"node:path";const details$10=`
Of every API server that static pods, units, scripts, kubeadm and the other installers start: whether it would start, and
if not, what it would say and of which flag or field; who may prove to be whom, in the order it tries them; who decides
what is allowed; and every setting that somebody gave, with its source. Kubelets, controller managers, schedulers and
etcd follow with their settings.

Settings come from defaults of the version, then files, then flags. What a flag names and is not among the inputs is not
known, unless --complete says that it does not exist.

Examples:
  authgraph apiserver .
  authgraph apiserver /etc/kubernetes --verbose
  authgraph apiserver host --rootfs host --complete -f json

Exit codes:
  0  every API server would start
  1  one would not
  2  the inputs could not be read`;const formats$2=[`pretty`,`json`];function addApiServerCommand(program,outcome){const command=program.command(`apiserver`).description(`show the effective control plane: would it start, who gets in, setting by setting`).argument(`[paths...]`,`files, folders, globs; - for standard input`,[`.`]).addOption(new Option(`-f, --format <format>`,`format of the answer`).choices(formats$2).default(`pretty`));declareDestination(command);command.option(`-v, --verbose`,`every setting, those with their default too`);declareClusterOptions(command);declareClusterChoice(command);command.addHelpText(`after`,details$10).action(async(paths,given)=>{const{runApiServer}=await import(`./run-apiserver.mjs`);const{format,verbose=false}=given;outcome.exitCode=await runApiServer({inputs:inputOptions({...given,in:paths}),format,...answerDestination(given),verbose})})}function declareRuleOptions(command,{extended}){command.option(`--rules <folder>`,`load the rules of this folder too, which runs their code; repeat for several`,(folder,before=[])=>[...before,folder]);if(extended)command.option(`--rules-extended`,`ask the rules of the extended pack too`)}function ruleOptions({rules=[],rulesExtended=false}){return{ruleFolders:rules,extended:rulesExtended}}function addBaselineCommand(program,outcome){const command=program.command(`baseline`).description(`write down what is found today, so that scans tell only what is new or worse`).argument(`[path...]`,`files, folders or globs (default: .)`).option(`-o, --output <file>`,`where (default: where the baseline is; else beside authgraph.yaml)`,namedFile).option(`--prune`,`take out what is gone and narrow what was narrowed, and accept nothing more`).option(`--expected [fingerprint]`,`write what a finding gives, in words, into authgraph.yaml instead`).option(`--subject <subject>`,`with --expected: all that "ServiceAccount NAMESPACE/NAME" is found to hold`).option(`--reason <text>`,`with --expected: why it is as it should be`).addOption(new Option(`--severity <level>`,`findings of this level and above`).choices([`critical`,`high`,`medium`,`low`,`info`]).default(`low`)).addOption(new Option(`--confidence <level>`,`findings at least this sure`).choices([`certain`,`likely`,`possible`]).default(`likely`));declareClusterOptions(command);declareRuleOptions(command,{extended:true});command.option(`-q, --quiet`,`nothing on standard output`);command.action(async paths=>{const{runBaseline}=await import(`./run-baseline.mjs`);outcome.exitCode=await runBaseline(paths.length===0?[`.`]:paths,readOptions(command))})}function readOptions(command){const given=command.opts();const{expected,subject,reason}=given;const isExpected=expected!==void 0&&expected!==false;if(!isExpected&&(subject!==void 0||reason!==void 0))return command.error(`error: --subject and --reason go with --expected`);if(isExpected&&(reason===void 0||reason.trim()===``))return command.error(`error: --expected needs --reason: whoever reads it later has to know why`);if(isExpected&&typeof expected===`string`===(subject!==void 0))return command.error(`error: --expected needs the fingerprint of a finding, or --subject`);if(isExpected&&(given.prune===true||given.output!==void 0))return command.error(`error: --expected writes into authgraph.yaml; --prune and --output are of the baseline`);return{...ruleOptions(given),kubernetesVersion:given.kubernetesVersion,platform:given.platform,rootfs:given.rootfs,appliedNamespace:given.appliedNamespace,complete:given.complete===true,at:given.at??new Date().toISOString(),configuration:configurationOptions(given),output:given.output,prune:given.prune===true,expected:isExpected?{fingerprint:typeof expected===`string`?expected:void 0,subject,reason:reason??``}:void 0,severity:given.severity,confidence:given.confidence,quiet:given.quiet===true}}const details$9=`
RESOURCE is a plural, singular, short name or kind, with its group where that is needed (deploy, deployments.apps,
deployments.v1.apps). RESOURCE/NAME names one object, also where NAME is the word of a subresource, as with kubectl: a
subresource is asked for with --subresource. A path that begins with / is a request for no resource (/healthz).

Who is asked about is as after authentication: a service account is in its groups whatever --as-group adds (kubectl
drops them then), everybody but system:anonymous is in system:authenticated. For questions that are taken letter by
letter, see review. A request for a cluster-scoped object carries no namespace; kubectl auth can-i gives it one.

Examples:
  authgraph can-i list secrets --as=system:serviceaccount:web:ci -n web
  authgraph can-i create pods/web-0 --subresource=exec --as=jane --as-group=dev -n web
  authgraph can-i get /metrics --as=jane
  authgraph can-i --list --as=jane

Exit codes:
  0  allowed
  1  denied, or unknown: the answer says what it depends on
  2  the question could not be asked`;function addCanICommand(program,outcome){const command=program.command(`can-i`).description(`say whether an identity would be allowed something, and why`).argument(`[verb]`,`verb of the request: get, list, create, …`).argument(`[resource]`,`RESOURCE[/NAME], or a path`).option(`--as <user>`,`user name of the identity; system:serviceaccount:NAMESPACE:NAME is an account`).option(`--as-group <group>`,`a group of the identity; repeat for several`,(group,before=[])=>[...before,group]).option(`--list`,`everything that the identity may do`);declareQuestionOptions(command);command.addHelpText(`after`,details$9).action(async(verb,what,given)=>{const{runCanI}=await import(`./run-can-i.mjs`);outcome.exitCode=await runCanI({verb,what,user:given.as,groups:given.asGroup??[],list:given.list??false},questionOptions(given))})}const details$8=`
OLD and NEW are files, folders, globs, - for standard input, or revisions of git: main, HEAD~3, a tag; main:deploy/prod is
what lies at that path in main. What exists as a path is one. A revision without a path is compared with what the other
side names.

Where something is written makes no difference: moving a role, renaming a binding or splitting rules is nothing.

Examples:
  authgraph diff main                         what the working tree changes since main
  authgraph diff v1.4:deploy deploy           the same of one folder, since a release
  authgraph diff HEAD~1 HEAD -f markdown      for a comment
  kubectl get roles,rolebindings,clusterroles,clusterrolebindings -A -o yaml | authgraph diff deploy -

Exit codes:
  0  nobody gained or lost access
  1  somebody did
  2  the states could not be compared`;function addDiffCommand(program,outcome){const command=program.command(`diff`).description(`say who gained and who lost which access between two states`).argument(`<old>`,`path or revision`).argument(`[new]`,`path or revision`,`.`).addOption(new Option(`-f, --format <format>`,`format of the answer`).choices([`pretty`,`json`,`markdown`]).default(`pretty`));declareDestination(command);command.option(`-v, --verbose`,`all of it, however much that is`);declareClusterOptions(command);command.addHelpText(`after`,details$8).action(async(old,new_,given)=>{const{runDiff}=await import(`./run-diff.mjs`);outcome.exitCode=await runDiff(diffOptions(old,new_,given))})}function diffOptions(old,new_,given){const{format,verbose=false}=given;return{old,new:new_,inputs:inputOptions(given),format,...answerDestination(given),verbose}}const details$7=`
A fingerprint may be cut to what is unambiguous, at least 6 digits. It is looked for in a scan of --in with the same
options as those of the scan that printed it, and stays the same when files are edited, moved or renamed.

Examples:
  authgraph explain rbac-grant-anonymous
  authgraph explain 3484fa60dd21 --in manifests

Exit codes:
  0  explained
  2  there is no such rule or finding, or the scan could not be done`;function addExplainCommand(program,outcome){const command=program.command(`explain`).description(`say what a rule finds and why it matters, or tell all there is of one finding`).argument(`<what>`,"id of a rule, as `rules` lists them, or fingerprint of a finding, as a scan prints it").addOption(new Option(`-f, --format <format>`,`format of the answer`).choices([`pretty`,`json`]).default(`pretty`)).addOption(new Option(`--color <when>`,`colours`).choices([`auto`,`always`,`never`]).default(`auto`));declareInputOptions(command);declareRuleOptions(command,{extended:true});command.addHelpText(`after`,details$7).action(async(what,given)=>{const{runExplain}=await import(`./run-explain.mjs`);const{format,color}=given;outcome.exitCode=await runExplain(what,{inputs:inputOptions(given),rules:ruleOptions(given),format,color})})}const details$6=`
Nodes are identities, roles, and what one right opens at once (any ServiceAccount of a namespace, its pods, its Secrets,
the nodes, cluster-admin). Edges are bindings, from a subject to its role, and escalation steps, from an identity to what
it can become. What only Kubernetes itself creates is left out where nothing of the inputs leads there.

json is the format of graphlib's json.write, dot that of Graphviz, graphml what Gephi, yEd and NetworkX read.

Examples:
  authgraph graph . -f dot | dot -Tsvg > access.svg
  authgraph graph --what escalation -f graphml -o escalation.graphml

Exit codes:
  0  the graph was written
  2  it could not be`;function addGraphCommand(program,outcome){const command=program.command(`graph`).description(`export who is bound to what, and what leads from whom to more, as a graph`).argument(`[path...]`,`files, folders or globs that describe the cluster; - for standard input (default: .)`).addOption(new Option(`-f, --format <format>`,`format of the graph`).choices([`json`,`dot`,`graphml`]).default(`json`)).addOption(new Option(`--what <edges>`,`bindings, escalation steps, or both`).choices([`access`,`escalation`,`both`]).default(`both`)).option(`-o, --output <file>`,`write the graph to a file (default: standard output)`,namedFile);declareClusterOptions(command);declareClusterChoice(command);command.addHelpText(`after`,details$6).action(async(paths,given)=>{const{runGraph}=await import(`./run-graph.mjs`);const inputs=inputOptions({...given,...paths.length===0?{}:{in:paths}});const{format,what,output}=given;outcome.exitCode=await runGraph({inputs,format,what,file:output})})}const details$5=`
X is an identity: system:serviceaccount:web:ci, ServiceAccount web/ci, serviceaccount/web/ci, user/jane, group/sre,
anonymous, or a bare name. Y is one too, or cluster-admin, or a power by its id, everywhere or in one namespace:
read-secrets, read-secrets/web. X may be a power as well: the paths of those who have it.

Without --from everybody to whom the inputs grant something is looked at, and the best path of each is shown. With an
identity, the best path through each of its first steps: what is left when one of them is taken away.

Examples:
  authgraph paths
  authgraph paths --from serviceaccount/web/ci
  authgraph paths --from user/jane --to read-secrets/prod
  authgraph paths --to group/system:masters

Exit codes:
  0  there is no path
  1  there is one, or somebody is there already
  2  the question could not be asked`;function addPathsCommand(program,outcome){const command=program.command(`paths`).description(`show how identities can climb to more than they were given, shortest first`).addOption(new Option(`--from <who>`,`identity or power where the paths start (default: everybody)`)).addOption(new Option(`--to <target>`,`identity, power or cluster-admin where they end (default: cluster-admin)`)).addOption(new Option(`--limit <n>`,`how many are shown; 0: all`).argParser(countOf).default(10)).addOption(new Option(`--confidence <level>`,`take steps at least this sure`).choices([`certain`,`likely`,`possible`]).default(`likely`)).addOption(new Option(`-f, --format <format>`,`format of the answer`).choices([`pretty`,`json`]).default(`pretty`));declareDestination(command);declareInputOptions(command);command.addHelpText(`after`,details$5).action(async given=>{const{runPaths}=await import(`./run-paths.mjs`);outcome.exitCode=await runPaths(pathsOptions(given))})}function pathsOptions(given){const{from,to,limit,confidence,format}=given;return{inputs:inputOptions(given),from,to,limit:limit===0?void 0:limit,confidence,format,...answerDestination(given)}}function countOf(value){if(/^\d{1,9}$/.test(value))return Number(value);throw new InvalidArgumentError(`It is no count.`)}const details$4=`
Each input line is a request: {"method":…,"path":…,"headers":{…},"body":…,"credential":{…}}. A header is a value or a list
of values. The credential is one of
  {"kind":"none"}                              nothing at all
  {"kind":"bearer","token":…}                  Authorization: Bearer
  {"kind":"basic"}                             Authorization: Basic
  {"kind":"authorization","value":…}           the whole Authorization header
  {"kind":"certificate","file":PATH}           a client certificate, PEM
  {"kind":"user","user":…,"groups":[…],"uid":…,"extra":{…}}  somebody already authenticated, in these groups alone

Each gives one line, in order: {"outcome":"unauthenticated|forbidden|allowed|unknown|invalid","identity":{…},
"impersonated":{…},"attributes":{…},"checks":[{"attributes":{…},"decision":{…}}…],"reason":…,"assumptions":[…]}, or
{"outcome":"error","message":…} where the line is no request. Allowed means that nothing stands between the request and
the storage as far as access goes; what it finds there is not looked at.

Examples:
  authgraph request requests.jsonl --in cluster/ --rootfs cluster/
  echo '{"method":"GET","path":"/api/v1/secrets","credential":{"kind":"none"}}' | authgraph request

Exit code: 0 when every line was answered, else 2.`;function addRequestCommand(program,outcome){const command=program.command(`request`).description(`say what becomes of whole HTTP requests: JSON lines in, answers out`).argument(`[file]`,`file of JSON lines, or - for standard input`,`-`);declareInputOptions(command);command.addHelpText(`after`,details$4).action(async(file,given)=>{const{runRequest}=await import(`./run-request.mjs`);outcome.exitCode=await runRequest(file,inputOptions(given))})}const details$3=`
Each input line is a SubjectAccessReview, its spec alone, or {"spec":…} with anything beside it. Each gives one line, in
order: {"outcome":"allowed|denied|unknown","reason":…,"proof":[…],"assumptions":[…]}, or
{"outcome":"error","message":…} where the API server would refuse the review.

Reviews are taken as they stand, as the API server takes them: no group is added to those given, not even
system:authenticated, and nothing says whether a resource, a verb or a user exists.

Exit code: 0 when every line was answered, else 2.`;function addReviewCommand(program,outcome){const command=program.command(`review`).description(`answer SubjectAccessReviews: JSON lines in, decisions out`).argument(`[file]`,`file of JSON lines, or - for standard input`,`-`);declareInputOptions(command);command.addHelpText(`after`,details$3).action(async(file,given)=>{const{runReview}=await import(`./run-review.mjs`);outcome.exitCode=await runReview(file,inputOptions(given))})}async function printResult(chunks,outcome){const problem=await writeResult(chunks,void 0);if(problem===void 0)return;await tell(problem);outcome.exitCode=exitCode.unable}function addRulesCommand(program,outcome){const command=program.command(`rules`).description(`list every rule: id, usual severity, what it finds`).option(`--json`,`as JSON, with all that rule.yaml says`);declareRuleOptions(command,{extended:false});command.action(async({json,...given})=>{const{allRules}=await import(`./choose-rules.mjs`);const rules=await allRules(ruleOptions(given));if(rules===void 0){outcome.exitCode=exitCode.unable;return}const metadata=rules.map(rule=>rule.metadata);const widest=Math.max(...metadata.map(({id})=>id.length));const lines=metadata.map(({id,severity,title,extended})=>{const mark=extended?` (only with --rules-extended)`:``;return`${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}${mark}\n`});await printResult(json?[`${JSON.stringify(metadata,null,2)}\n`]:lines,outcome)})}const formats$1=[`pretty`,`concise`,`json`,`sarif`,`github`,`markdown`,`gitlab`,`junit`,`checkstyle`,`rdjson`,`rdjsonl`,`csv`];function formatOfFile(file){for(const[pattern,format]of namesOfFormats)if(pattern.test(file))return format;return/\.xml$/.test(file)?void 0:`pretty`}const namesOfFormats=[[/\.sarif(?:\.json)?$/,`sarif`],[/(?:^|[\\/])gl-code-quality[^\\/]*\.json$/,`gitlab`],[/\.rdjsonl$/,`rdjsonl`],[/\.rdjson$/,`rdjson`],[/\.json$/,`json`],[/\.md$/,`markdown`],[/\.csv$/,`csv`],[/(?:^|[\\/])(?:TEST-|junit)[^\\/]*\.xml$/,`junit`],[/(?:^|[\\/])checkstyle[^\\/]*\.xml$/,`checkstyle`]];const severities=[`critical`,`high`,`medium`,`low`,`info`];const confidences=[`certain`,`likely`,`possible`];const unlessGiven={complete:false,strict:false,quiet:false,verbose:false};function declareScanOptions(command){const outputs=[];inGroup(command,`What is written:`,()=>declareOutputOptions(command,outputs));inGroup(command,`What is found:`,()=>{declareThresholds(command);declareRuleOptions(command,{extended:true})});inGroup(command,`What is known, and what changed:`,()=>{declareChangeOptions(command);command.option(`--baseline <file>`,`findings that are known (default: authgraph-baseline.json, where the project has one)`,namedFile).option(`--no-baseline`,`tell what is known, too`).option(`--no-inline-ignores`,`comments and annotations accept nothing, for audits`)});declareClusterOptions(command);return paths=>{const{at,rules,rulesExtended,config,staged,changedSince,focus,baseline,inlineIgnores,...given}=command.opts();const conflict=conflictOf(outputs);if(conflict!==void 0)command.error(`error: ${conflict}`);const change=changeOptions({staged,changedSince,focus},paths);if(typeof change===`string`)return command.error(`error: ${change}`);return{...unlessGiven,...given,noInlineIgnores:!inlineIgnores,change,baseline:baselineOptions(baseline===void 0?{}:{baseline}),...ruleOptions({...rules===void 0?{}:{rules},rulesExtended:rulesExtended===true}),at:at??new Date().toISOString(),configuration:configurationOptions(config===void 0?{}:{config}),outputs:outputs.length===0?[{format:`pretty`,file:void 0}]:outputs}}}function declareOutputOptions(command,outputs){command.addOption(new Option(`-f, --format <format>`,`${formats$1.join(`, `)} (default: pretty); repeat it, each with its -o, for several at once`).argParser(value=>{const format=formats$1.find(known=>known===value);if(format===void 0)throw new InvalidArgumentError(`Allowed choices are ${formats$1.join(`, `)}.`);outputs.push({format,file:void 0})})).addOption(new Option(`-o, --output <file>`,`file for the -f before it, or in the format that its name says (default: standard output)`).argParser(file=>{if(file===``)throw new InvalidArgumentError(`An empty path names nothing.`);const last=outputs.at(-1);if(last===void 0||last.file!==void 0)outputs.push({format:formatOf(file),file});else last.file=file})).option(`-q, --quiet`,`nothing on standard output: only the exit code, and the files of -o`).option(`-v, --verbose`,`also every skipped file, every diagnostic, every folded risk`).addOption(new Option(`--color <when>`,`colours`).choices([`auto`,`always`,`never`]).default(`auto`)).addOption(new Option(`--sarif-suppressed <mode>`,`whether -f sarif has accepted findings, which GitHub shows as open`).choices([`omit`,`include`]).default(`omit`)).option(`--sarif-category <name>`,`keeps uploads apart: the category of -f sarif, a hidden mark in -f markdown`).addOption(new Option(`--markdown-limit <bytes>`,`length of -f markdown (default: 60000, which is a comment of GitHub)`).argParser(bytesOf))}function declareThresholds(command){command.addOption(new Option(`--severity <level>`,`show findings of this level and above`).choices(severities).default(`low`)).addOption(new Option(`--confidence <level>`,`show findings at least this sure`).choices(confidences).default(`likely`)).addOption(new Option(`--fail-on <level>`,`exit with 1 on a finding of this level or above`).choices([...severities,`none`]).default(`medium`)).option(`--strict`,`exit with 2 when some input could not be evaluated`)}function conflictOf(outputs){const places=outputs.map(({file})=>file===void 0||file===`-`?`-`:resolve(file));const twice=outputs.find((_,index)=>places.indexOf(places[index]??``)!==index);if(twice===void 0)return void 0;return`two formats cannot both go to ${twice.file===void 0||twice.file===`-`?`standard output`:twice.file}; give each a file with -o`}function bytesOf(value){if(/^[1-9]\d{0,8}$/.test(value))return Number(value);throw new InvalidArgumentError(`It is no number of bytes.`)}function formatOf(file){const format=formatOfFile(file);if(format!==void 0)return format;throw new InvalidArgumentError(`Say with -f junit or -f checkstyle before it what is to be in an XML file.`)}const examples$1=`
Examples:
  authgraph scan .                         everything below this folder
  authgraph scan --staged                  what the next commit would make worse
  authgraph scan . --changed-since main    what this branch makes worse
  authgraph scan . -o authgraph.sarif      for GitHub code scanning, in a file
  authgraph scan . -f pretty -f junit -o junit.xml
                                           on the terminal, and for a CI server
  authgraph scan . --severity info -v      all there is to say
  helm template my-chart | authgraph scan -
                                           of what a chart renders to

Exit codes:
  0  nothing at or above --fail-on
  1  findings at or above it
  2  the scan could not do its work`;function addScanCommand(program,outcome,{isQuickAnswerTried}){const command=program.command(`scan`).description(`find risks in files, folders, or standard input (-)`).argument(`[path...]`,`files, folders or globs (default: .)`).addHelpText(`after`,examples$1);const readOptions=declareScanOptions(command);command.action(async paths=>{const options=readOptions(paths);if(options.change.staged&&!isQuickAnswerTried){const{quickHook}=await import(`./quick-hook.mjs`);const answer=quickHook(paths,options);if(answer!==void 0){outcome.exitCode=answer;return}}const{runScan}=await import(`./run-scan.mjs`);outcome.exitCode=await runScan(paths,options)})}const details$2=`
The entry names rule, object and subject, so it survives edits, moves and renames. It goes to the end of \`suppressions\`
in the nearest authgraph.yaml above the inputs, which is made where there is none.

Examples:
  authgraph suppress 3484fa60dd21 --reason "break-glass, OPS-112" --until 2027-01-31
  authgraph suppress 3484fa60dd21 --reason "syncs these two" --valid-while-bound-only-in dev --valid-while-bound-only-in test

Exit codes:
  0  written
  2  there is no such finding, or nothing could be written`;function addSuppressCommand(program,outcome){const command=program.command(`suppress`).description(`accept a finding: write an entry into authgraph.yaml`).argument(`<fingerprint>`,`of the finding, as a scan prints it, at least 6 digits`).addOption(new Option(`--reason <text>`,`why it is accepted`).argParser(reasonOf).makeOptionMandatory()).option(`--until <day>`,`the last day on which it is, as 2027-01-31`).option(`--valid-while-bound-only-in <namespace>`,`as long as the subject is bound to the role there only; repeat for several`,collected).option(`--valid-while-names-only <name>`,`as long as the rules behind it name this object only; repeat for several`,collected);declareInputOptions(command);declareRuleOptions(command,{extended:true});command.addHelpText(`after`,details$2).action(async(fingerprint,given)=>{const{runSuppress}=await import(`./run-suppress.mjs`);const{reason,until,validWhileBoundOnlyIn=[],validWhileNamesOnly=[]}=given;const inputs={...inputOptions(given),appliedNamespace:given.appliedNamespace};const validWhile={boundOnlyIn:validWhileBoundOnlyIn,namesOnly:validWhileNamesOnly};outcome.exitCode=await runSuppress(fingerprint,{inputs,rules:ruleOptions(given),reason,until,validWhile})})}function reasonOf(text){if(text.trim()!==``)return text.trim();throw new InvalidArgumentError(`Whoever reads it later has to know why.`)}function collected(value,before=[]){return[...before,value]}const details$1=`
RESOURCE is named as for can-i; any verb may be asked for (bind, escalate, impersonate, approve, sign, use, …), also on
what only authorizers know: users, groups, uids, userextras/KEY, signers.

Users, groups and service accounts are listed that bindings name, members of the groups as far as the inputs know them.
Who may not, and could make it so through impersonate, bind or escalate, is a list of its own.

Examples:
  authgraph who-can get secrets -n web
  authgraph who-can create pods --subresource=exec -A
  authgraph who-can impersonate users
  authgraph who-can get /metrics

Exit codes:
  0  the question was answered
  2  it could not be asked`;function addWhoCanCommand(program,outcome){const command=program.command(`who-can`).description(`list who would be allowed something, and who could come to it`).argument(`<verb>`,`verb of the request: get, list, create, …`).argument(`<resource>`,`RESOURCE[/NAME], or a path`);declareQuestionOptions(command);command.addHelpText(`after`,details$1).action(async(verb,what,given)=>{const{runWhoCan}=await import(`./run-who-can.mjs`);outcome.exitCode=await runWhoCan({verb,what},questionOptions(given))})}const details=`
Credentials are client certificates (PEM files, kubeconfigs), requests for them, tokens of kubeconfigs and of token
files, bootstrap tokens, tokens in Secrets, mappings of aws-auth, and the issuers that an API server trusts. Each is told
with the user and groups it becomes, the most that those may do, until when, who signed it, and its place: never the
secret itself. Whether it can be used is judged by the API servers among the inputs, at the time of --at.

Examples:
  authgraph whoami .
  authgraph whoami ~/.kube/config --at 2027-01-01
  authgraph whoami / --rootfs / -f json

Exit codes:
  0  the credentials were listed, whatever they are
  2  they could not be`;const formats=[`pretty`,`json`];function addWhoamiCommand(program,outcome){const command=program.command(`whoami`).description(`list every credential found, and the identity it would be`).argument(`[paths...]`,`files, folders, globs; - for standard input`,[`.`]).addOption(new Option(`-f, --format <format>`,`format of the answer`).choices(formats).default(`pretty`));declareDestination(command);declareClusterOptions(command);declareClusterChoice(command);command.addHelpText(`after`,details).action(async(paths,given)=>{const{runWhoami}=await import(`./run-whoami.mjs`);const{format}=given;outcome.exitCode=await runWhoami({inputs:inputOptions({...given,in:paths}),format,...answerDestination(given)})})}function usageError(text){const[message=``,suggestion]=text.trimEnd().split(/\n(?=\(Did you mean [^\n]*\)$)/);return`authgraph: ${message.replace(/^error: /,``).replace(hidden,escaped)}${suggestion===void 0?``:`\n${suggestion.replace(hidden,escaped)}`}\n`}const hidden=/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;function escaped(character){return`\\u{${(character.codePointAt(0)??0).toString(16)}}`}const examples=`
Examples:
  authgraph scan .                               find the risks of all manifests here
  authgraph scan . -f sarif -o authgraph.sarif   for GitHub code scanning
  helm template my-chart | authgraph scan -      of what a chart renders to
  authgraph baseline                             later scans tell only what is new or worse
  authgraph suppress 3484fa60dd21 --reason TEXT  accept a finding, by its fingerprint
  authgraph explain rbac-grant-anonymous         what a rule finds, and why it matters
  authgraph explain 3484fa60dd21                 all there is of one finding, by its fingerprint
  authgraph can-i list secrets --as=jane -n web  would jane be allowed, and through what
  authgraph who-can delete nodes                 who would be, and who could come to it
  authgraph request requests.jsonl               what becomes of whole HTTP requests
  authgraph paths --from serviceaccount/web/ci   how it could become cluster-admin
  authgraph diff main                            who gained and who lost what since main

Exit codes:
  0  nothing found at or above --fail-on; allowed
  1  findings; denied or unknown
  2  the command could not do its work`;async function runCommandLine(args,{isQuickAnswerTried=false}={}){for(const stream of[process.stdout,process.stderr])stream.on(`error`,()=>{});const outcome={exitCode:exitCode.clean};const program=new Command(`authgraph`).description(`Says who can do what in a Kubernetes cluster, and why, and what of that is dangerous: from manifests and flags.`).version(toolVersion,`-V, --version`,`print the version`).helpOption(`-h, --help`,`print this help`).helpCommand(`help [command]`,`print the help of a command`).addHelpText(`after`,examples).configureHelp({optionDescription}).showHelpAfterError(`(--help shows what there is)`).configureOutput({outputError:(text,write)=>write(usageError(text))}).exitOverride();addScanCommand(program,outcome,{isQuickAnswerTried});addCanICommand(program,outcome);addWhoCanCommand(program,outcome);addReviewCommand(program,outcome);addRequestCommand(program,outcome);addWhoamiCommand(program,outcome);addApiServerCommand(program,outcome);addPathsCommand(program,outcome);addDiffCommand(program,outcome);addGraphCommand(program,outcome);addRulesCommand(program,outcome);addExplainCommand(program,outcome);addBaselineCommand(program,outcome);addSuppressCommand(program,outcome);try{await program.parseAsync(args[0]===`--`?args.slice(1):args,{from:`user`});return outcome.exitCode}catch(error){if(!(error instanceof CommanderError)){const{failureOf,tellFailure}=await import(`./internal-error.mjs`);await tellFailure(failureOf(error),args.includes(`--verbose`)||args.includes(`-v`));return exitCode.unable}return error.exitCode===0?exitCode.clean:exitCode.unable}}export{runCommandLine};