export namespace desktop {
	
	export interface AccountBehindView {
	    id: string;
	    name: string;
	    now: number;
	    was?: number;
	}
	export interface AccountNameView {
	    id: string;
	    name: string;
	}
	export interface AccountsBehindView {
	    accounts: AccountBehindView[];
	    total: number;
	}
	export interface ActionView {
	    id: string;
	    label: string;
	    at: string;
	    actor: string;
	    undone: boolean;
	    records: number;
	}
	export interface AgreementView {
	    id: string;
	    by: string;
	    on: string;
	    method: string;
	    current: boolean;
	    evidence: number;
	}
	export interface AlignmentInput {
	    kind: string;
	    id: string;
	    fields: Record<string, string>;
	}
	export interface IndicatorPart {
	    value: string;
	    quartile: number;
	    from: number;
	    to: number;
	    n: number;
	    positive: number;
	    rate: number;
	    low: number;
	    high: number;
	    lift?: number;
	}
	export interface IndicatorView {
	    id: string;
	    motivation: string;
	    name: string;
	    stage: string;
	    kind: string;
	    nature: string;
	    source: string;
	    values: number;
	    n: number;
	    positive: number;
	    base_rate?: number;
	    test: string;
	    v?: number;
	    auc?: number;
	    p?: number;
	    q?: number;
	    effect?: number;
	    reading: string;
	    warnings: string[];
	    parts: IndicatorPart[];
	    more: number;
	}
	export interface MotivationView {
	    id: string;
	    name: string;
	    description: string;
	    stage: string;
	    indicators: IndicatorView[];
	}
	export interface AlignmentStageView {
	    stage: string;
	    motivations: MotivationView[];
	}
	export interface FocusView {
	    indicator: string;
	    name: string;
	    effect: number;
	    part: IndicatorPart;
	}
	export interface AlignmentView {
	    on: string;
	    outcome: string;
	    accounts: number;
	    positive: number;
	    too_few: boolean;
	    stages: AlignmentStageView[];
	    focus: FocusView[];
	    indicators: number;
	    read_only: boolean;
	}
	export interface TodayDoneView {
	    action: string;
	    label: string;
	    at: string;
	}
	export interface TodayPersonView {
	    id: string;
	    name: string;
	    title: string;
	}
	export interface TodayOutcomeView {
	    id: string;
	    statement: string;
	    last: string;
	}
	export interface TodayRowView {
	    key: string;
	    account: string;
	    account_name: string;
	    kind: string;
	    record: string;
	    record_kind: string;
	    now: boolean;
	    words: string;
	    person: string;
	    email: string;
	    since: string;
	    days: number;
	    gate: number;
	    signal: string;
	    decision: string;
	    left: number;
	    silence?: number;
	    theirs: boolean;
	    value?: number;
	    value_on: string;
	    unit: string;
	    outcomes: TodayOutcomeView[];
	    people: TodayPersonView[];
	    tending: string;
	    done?: TodayDoneView;
	}
	export interface AsideView {
	    row: TodayRowView;
	    until: string;
	    reason: string;
	}
	export interface AskInput {
	    accounts: string[];
	    type: string;
	    text: string;
	    asked_of: string;
	    from_team: string;
	    on: string;
	}
	export interface AskedInput {
	    id: string;
	    text: string;
	    asked_of: string;
	    from_team: string;
	    asked_on: string;
	    answer: string;
	    answered_on: string;
	}
	export interface AskedView {
	    id: string;
	    text: string;
	    asked_of: string;
	    from_team: string;
	    asked_on: string;
	    answered_on: string;
	    answer: string;
	    open: boolean;
	    days: number;
	}
	export interface AssetGroupView {
	    key: string;
	    name: string;
	    accounts: number;
	    arr: number;
	    base: number;
	    kept: number;
	    was: number;
	    is: number;
	    grr?: number;
	    nrr?: number;
	    logo?: number;
	    payback?: number;
	    payback_of: number;
	    expected: number;
	    expected_of: number;
	    no_margin: number;
	    no_finite: number;
	    no_rate: number;
	    spread: number;
	    herfindahl?: number;
	}
	export interface AssetWhyView {
	    id: string;
	    name: string;
	    value?: number;
	    was?: number;
	    rate: number;
	    reason: string;
	}
	export interface PortfolioFilter {
	    field: string;
	    op: string;
	    values: string[];
	}
	export interface WaysFilter {
	    filter: string;
	    filters: PortfolioFilter[];
	}
	export interface AssetsQuery {
	    only: WaysFilter;
	    by: string;
	    from: string;
	    to: string;
	    discount: number;
	    growth: number;
	}
	export interface AssetsView {
	    currency: string;
	    today: string;
	    from: string;
	    to: string;
	    accounts: number;
	    all: AssetGroupView;
	    groups: AssetGroupView[];
	}
	export interface AttributeView {
	    name: string;
	    filled: number;
	    samples: string[];
	}
	export interface AxisPointView {
	    on: string;
	    value: number;
	}
	export interface AxisView {
	    was: number;
	    is: number;
	    change: number;
	    claimed: number;
	    series: AxisPointView[];
	}
	export interface AxesView {
	    since: string;
	    since_kind: string;
	    verdict: string;
	    benefits: AxisView;
	    people: AxisView;
	    dimensions: AxisView;
	    value: AxisView;
	}
	
	
	export interface BackupCheckView {
	    good: boolean;
	    records: number;
	    changes: number;
	    problems: string[];
	}
	export interface BackupView {
	    path: string;
	    name: string;
	    at: string;
	    size: number;
	    kept: boolean;
	    state: string;
	}
	export interface BackupsView {
	    folder: string;
	    items: BackupView[];
	}
	export interface BehaviorChangeView {
	    id: string;
	    process: string;
	    from: string;
	    to: string;
	    why_today: string;
	    who: string;
	    people?: number;
	    owner_stakeholder_id: string;
	    stage: string;
	    stage_on: string;
	    days: number;
	    stuck: boolean;
	}
	export interface ProofView {
	    kind: string;
	    id: string;
	    name: string;
	    title: string;
	    state: string;
	}
	export interface BehindView {
	    proof: ProofView;
	    detail: string;
	}
	export interface BenefitInput {
	    account: string;
	    title: string;
	    dimension: string;
	    group: string;
	    on: string;
	    kind: string;
	    amount: string;
	    people?: number;
	    confirmation: string;
	    confirmed_by: string;
	    proof: string;
	}
	export interface EvidenceView {
	    id: string;
	    kind: string;
	    title: string;
	    body: string;
	    url: string;
	    on: string;
	    by: string;
	}
	export interface StepView {
	    id: string;
	    record: string;
	    on: string;
	    kind: string;
	    amount?: number;
	    people?: number;
	    reach: number;
	    confirmation: string;
	    confirmed_by: string;
	    confirmed_on: string;
	    news: number;
	    claimed_news: number;
	}
	export interface SpanView {
	    from: string;
	    to: string;
	    proved: boolean;
	}
	export interface BenefitView {
	    id: string;
	    title: string;
	    dimension: string;
	    group: string;
	    measure: string;
	    internal: boolean;
	    stale: boolean;
	    proof_on: string;
	    in_force: boolean;
	    proved: boolean;
	    kind: string;
	    proved_now: number;
	    claimed_now: number;
	    people: number;
	    leaves_on: string;
	    spans: SpanView[];
	    steps: StepView[];
	    evidence: EvidenceView[];
	}
	export interface BinItemView {
	    kind: string;
	    id: string;
	    account: string;
	    account_name: string;
	    title: string;
	    at: string;
	    by: string;
	    under: string;
	}
	export interface BinRef {
	    kind: string;
	    id: string;
	}
	export interface BinView {
	    items: BinItemView[];
	    found: number;
	    total: number;
	}
	export interface BrandView {
	    logo: string;
	    waiting: boolean;
	    width: number;
	    height: number;
	    template: string;
	}
	export interface CSMLearningView {
	    csm: string;
	    asked: number;
	    open: number;
	    insights: number;
	}
	export interface TodayInput {
	    account: string;
	    key: string;
	}
	export interface CallInput {
	    row: TodayInput;
	    call: string;
	    reason: string;
	}
	export interface CaptureMeasureView {
	    id: string;
	    name: string;
	    unit: string;
	}
	export interface NamedView {
	    id: string;
	    name: string;
	}
	export interface TalkPersonView {
	    id: string;
	    name: string;
	    title: string;
	    email: string;
	    left: boolean;
	}
	export interface CaptureAccountView {
	    id: string;
	    name: string;
	    currency: string;
	    today: string;
	    has_plan: boolean;
	    people: TalkPersonView[];
	    outcomes: NamedView[];
	    benefits: NamedView[];
	    measures: CaptureMeasureView[];
	    dimensions: string[];
	}
	export interface CaptureFieldView {
	    name: string;
	    value: string;
	}
	export interface CaptureFix {
	    line: number;
	    kind: string;
	    field: string;
	    value: string;
	}
	export interface CaptureInput {
	    account: string;
	    text: string;
	    on: string;
	    comma: boolean;
	    plain: number[];
	    names: Record<string, string>;
	    fixes: CaptureFix[];
	}
	export interface CaptureRecordView {
	    kind: string;
	    id: string;
	    fields: CaptureFieldView[];
	}
	export interface CaptureLineView {
	    line: number;
	    sign: string;
	    text: string;
	    plain: boolean;
	    reason: string;
	    name: string;
	    guess: string;
	    records: CaptureRecordView[];
	}
	
	export interface CapturePersonView {
	    id: string;
	    name: string;
	    title: string;
	}
	
	export interface CaptureView {
	    on: string;
	    note: string;
	    records: number;
	    talk: CaptureFieldView[];
	    people: CapturePersonView[];
	    lines: CaptureLineView[];
	}
	export interface CheckView {
	    key: string;
	    holds: boolean;
	    count: number;
	    what: string;
	    days: number;
	    kind: string;
	    id: string;
	    field: string;
	}
	export interface ChronicleChangeView {
	    kind: string;
	    id: string;
	    title: string;
	    what: string;
	    field: string;
	    type: string;
	    from: string;
	    to: string;
	    entry: string;
	    can_restore: boolean;
	}
	export interface ChronicleActionView {
	    id: string;
	    label: string;
	    at: string;
	    actor: string;
	    undone: boolean;
	    can_undo: boolean;
	    records: number;
	    count: number;
	    changes: ChronicleChangeView[];
	}
	
	export interface ChronicleQuery {
	    account: string;
	    actor: string;
	    kind: string;
	    words: string;
	    action: string;
	    offset: number;
	}
	export interface ChronicleView {
	    actions: ChronicleActionView[];
	    total: number;
	    page: number;
	    actors: string[];
	    kinds: string[];
	}
	export interface WordRunView {
	    op: string;
	    text: string;
	}
	export interface ClaimChangeView {
	    kind: string;
	    section: string;
	    text: string;
	    moved: boolean;
	    runs: WordRunView[];
	}
	export interface RunView {
	    text: string;
	    bold: boolean;
	    italic: boolean;
	}
	export interface ParagraphView {
	    kind: string;
	    level: number;
	    runs: RunView[];
	}
	export interface ClaimInput {
	    story: string;
	    id: string;
	    section: string;
	    after: string;
	    words: ParagraphView[];
	}
	export interface ClaimView {
	    id: string;
	    text: string;
	    words: ParagraphView[];
	    state: string;
	    mark: string;
	    edited: boolean;
	    proof: ProofView[];
	}
	export interface SayingView {
	    account: string;
	    account_name: string;
	    who: string;
	    text: string;
	    on: string;
	}
	export interface SharedWordView {
	    word: string;
	    n: number;
	    sayings: SayingView[];
	}
	export interface SharedValueView {
	    indicator: string;
	    kind: string;
	    value: string;
	    n: number;
	    of: number;
	}
	export interface CommonView {
	    type: string;
	    name: string;
	    color: string;
	    accounts: number;
	    spoke: number;
	    shared: SharedValueView[];
	    words: SharedWordView[];
	}
	export interface ComposedView {
	    action: ActionView;
	    id: string;
	    title: string;
	    claims: number;
	    file_name: string;
	}
	export interface RuleView {
	    indicator: string;
	    name: string;
	    op: string;
	    value: string;
	}
	export interface CustomerTypeInput {
	    id: string;
	    name: string;
	    description: string;
	    color: string;
	    rules: RuleView[];
	}
	export interface TypeCountView {
	    accounts: number;
	    cancelled: number;
	    decided: number;
	    renewed: number;
	    rate?: number;
	    low?: number;
	    high?: number;
	}
	export interface CustomerTypeView {
	    id: string;
	    name: string;
	    description: string;
	    color: string;
	    rules: RuleView[];
	    count: TypeCountView;
	}
	export interface SignView {
	    id: string;
	    name: string;
	    kind: string;
	    words: string[];
	}
	export interface CustomerTypesView {
	    types: CustomerTypeView[];
	    untyped: TypeCountView;
	    open: number;
	    by_rules: number;
	    signs: SignView[];
	    ops: string[];
	    read_only: boolean;
	}
	export interface DependView {
	    what: string;
	    kind: string;
	    id: string;
	    title: string;
	}
	export interface DigestAnswerView {
	    text: string;
	    answer: string;
	    account: string;
	    type_name: string;
	    asked_on: string;
	    answered_on: string;
	}
	export interface DigestInsightView {
	    text: string;
	    account: string;
	    type_name: string;
	    on: string;
	    question: string;
	}
	export interface DigestView {
	    team: string;
	    from: string;
	    to: string;
	    new: DigestInsightView[];
	    told: DigestInsightView[];
	    answers: DigestAnswerView[];
	    open: DigestAnswerView[];
	    untold: string[];
	    accounts: number;
	}
	export interface DimensionUseView {
	    dimension: string;
	    benefits: number;
	}
	export interface DraftView {
	    id: string;
	    title: string;
	    file_name: string;
	}
	export interface DuplicateInput {
	    account: string;
	    plan: string;
	    title: string;
	}
	export interface EmptiedView {
	    records: number;
	    backup: string;
	}
	export interface EvidenceInput {
	    account: string;
	    subject_kind: string;
	    subject_id: string;
	    kind: string;
	    title: string;
	    body: string;
	    url: string;
	    path: string;
	    on: string;
	    stakeholder_id: string;
	    internal: boolean;
	}
	export interface EvidenceItemView {
	    id: string;
	    subject_kind: string;
	    subject_id: string;
	    kind: string;
	    title: string;
	    body: string;
	    url: string;
	    has_file: boolean;
	    on: string;
	    stakeholder_id: string;
	    person_name: string;
	    internal: boolean;
	}
	
	export interface ExportFileView {
	    path: string;
	    name: string;
	    records: number;
	}
	export interface ExportedView {
	    path: string;
	    file_name: string;
	    pages: number;
	}
	export interface FactsView {
	    count: number;
	    of: number;
	    share: number;
	    days?: number;
	}
	export interface FailedView {
	    path: string;
	    obstacle: string;
	    message: string;
	}
	export interface FeltPointView {
	    on: string;
	    value: number;
	}
	export interface FigureChangeView {
	    label: string;
	    from: string;
	    to: string;
	}
	export interface KindCountView {
	    kind: string;
	    count: number;
	}
	export interface FileView {
	    path: string;
	    size: number;
	    schema: number;
	    version: string;
	    counts: KindCountView[];
	}
	export interface FlagView {
	    name: string;
	    severity: number;
	    on: string;
	    kind: string;
	    id: string;
	    title: string;
	}
	
	export interface ForgetInput {
	    account: string;
	    id: string;
	    as: string;
	    keep: string[];
	}
	export interface ForgetPartView {
	    text: string;
	    count: number;
	}
	export interface ForgetView {
	    name: string;
	    records: number;
	    changes: number;
	    stories: string[];
	    files: number;
	    unread: number;
	    exported: number;
	    backups: number;
	    parts: ForgetPartView[];
	}
	export interface GateView {
	    days_before: number;
	    on: string;
	    call: string;
	    signal: string;
	    reason: string;
	    decided_by: string;
	    decided_on: string;
	    past: boolean;
	}
	export interface PersonView {
	    id: string;
	    name: string;
	    title: string;
	    email: string;
	    left: boolean;
	}
	export interface HeaderView {
	    id: string;
	    name: string;
	    type: string;
	    currency: string;
	    csm: string;
	    today: string;
	    term_start: string;
	    term_end: string;
	    term_number: number;
	    days_to_renewal: number;
	    arr: number;
	    cancelled_on: string;
	    client_phase: string;
	    provider_phase: string;
	    phase_mismatch: string[];
	    client_derived: string;
	    client_reason: string;
	    provider_derived: string;
	    provider_reason: string;
	    people: PersonView[];
	    axes: AxesView;
	    benefits_on_file: number;
	}
	export interface RenewalSumView {
	    call: string;
	    terms: number;
	    arr: number;
	}
	export interface HeadlineView {
	    currency: string;
	    reckoning: number;
	    reckoned: number;
	    stale: number;
	    accounts: number;
	    unpriced: number;
	    arr: number;
	    not_known: number;
	    known: number;
	    known_arr: number;
	    at_risk: number;
	    at_risk_arr: number;
	    cheque: number;
	    priced: number;
	    priced_arr: number;
	    for_sale: number;
	    for_sale_arr: number;
	    maybe_sale: number;
	    maybe_sale_arr: number;
	    herfindahl?: number;
	    quarter: string;
	    renewals: RenewalSumView[];
	    from: string;
	    base_arr: number;
	    base_now: number;
	    base: number;
	    base_kept: number;
	    gross?: number;
	    net?: number;
	}
	export interface HeldView {
	    path: string;
	    records: number;
	    changes: number;
	}
	export interface HitView {
	    kind: string;
	    id: string;
	    account: string;
	    account_name: string;
	    title: string;
	    snippet: string;
	}
	export interface ImportAskView {
	    kind: string;
	    was: string;
	    becomes: string;
	    answer: string;
	    answered: boolean;
	}
	export interface ImportBundleKindView {
	    kind: string;
	    count: number;
	}
	export interface ImportBundleView {
	    workspace: string;
	    exported_at: string;
	    records: number;
	    attachments: number;
	    kinds: ImportBundleKindView[];
	}
	export interface ImportCellView {
	    field: string;
	    kind: string;
	    from: string;
	    value: string;
	    bad: boolean;
	}
	export interface ImportChangeView {
	    kind: string;
	    field: string;
	    from: string;
	    to: string;
	}
	export interface ImportColumnView {
	    name: string;
	    sample: string;
	    field: string;
	    confidence: string;
	}
	export interface ImportRowView {
	    place: number;
	    row: number;
	    status: string;
	    name: string;
	    reason: string;
	    cells: ImportCellView[];
	    changes: number;
	    ask: ImportAskView;
	}
	export interface ImportDetailView {
	    row: ImportRowView;
	    changes: ImportChangeView[];
	    written: ImportColumnView[];
	}
	export interface ImportNoteView {
	    row: number;
	    file: string;
	    text: string;
	}
	export interface ImportDoneView {
	    action: ActionView;
	    new: number;
	    changed: number;
	    same: number;
	    refused: number;
	    notes: ImportNoteView[];
	}
	export interface ImportMappingView {
	    id: string;
	    name: string;
	    fits: boolean;
	}
	
	export interface ImportQuestionView {
	    kind: string;
	    count: number;
	    answer: string;
	}
	export interface ImportRequest {
	    path: string;
	    as: string;
	    source: string;
	    encoding: string;
	    delimiter: string;
	    sheet: string;
	    date_order: string;
	    decimal: string;
	    currency: string;
	    mapping: string;
	    map: Record<string, string>;
	    constants: Record<string, string>;
	    answer_all: Record<string, string>;
	    answers: Record<string, string>;
	}
	
	export interface ImportRowsQuery {
	    status: string;
	    question: string;
	    offset: number;
	    limit: number;
	}
	export interface ImportRowsView {
	    total: number;
	    offset: number;
	    rows: ImportRowView[];
	}
	export interface ImportView {
	    path: string;
	    name: string;
	    size: number;
	    format: string;
	    encoding: string;
	    encodings: string[];
	    delimiter: string;
	    sheet: string;
	    sheets: string[];
	    date_order: string;
	    decimal: string;
	    currency: string;
	    currencies: string[];
	    as: string;
	    kinds: string[];
	    confidence: string;
	    source: string;
	    sources: string[];
	    mapping: string;
	    mappings: ImportMappingView[];
	    rows: number;
	    columns: ImportColumnView[];
	    fields: string[];
	    main: string[];
	    constants: Record<string, string>;
	    missing: string[];
	    problem: string;
	    new: number;
	    changed: number;
	    same: number;
	    refused: number;
	    questions: ImportQuestionView[];
	    notes: ImportNoteView[];
	    more_notes: number;
	    bundle: ImportBundleView;
	}
	
	
	export interface InterviewView {
	    question: string;
	    answer: string;
	    asked_of: string;
	    account: string;
	    account_name: string;
	    on: string;
	    value: string;
	    learned: string[];
	    result: string;
	}
	export interface JobView {
	    id: string;
	    kind: string;
	    label: string;
	    done: number;
	    total: number;
	    state: string;
	    message: string;
	}
	
	export interface LaneView {
	    dimension: string;
	    benefits: BenefitView[];
	}
	export interface LearnedInput {
	    id: string;
	    account: string;
	    question: string;
	    text: string;
	    teams: string[];
	}
	export interface ToldView {
	    team: string;
	    shared_on: string;
	}
	export interface LearnedView {
	    id: string;
	    text: string;
	    teams: ToldView[];
	}
	export interface LearningQuery {
	    words: string;
	    state: string;
	    team: string;
	    type: string;
	    csm: string;
	    account: string;
	    offset: number;
	    limit: number;
	}
	export interface TypeNameView {
	    id: string;
	    name: string;
	    color: string;
	}
	export interface TeamView {
	    team: string;
	    asked: number;
	    told: number;
	    untold: number;
	}
	export interface ThreadView {
	    id: string;
	    account: string;
	    account_name: string;
	    type: string;
	    type_name: string;
	    on: string;
	    question?: AskedView;
	    insights: LearnedView[];
	}
	export interface LearningView {
	    today: string;
	    total: number;
	    offset: number;
	    all: number;
	    open: number;
	    answered: number;
	    learned: number;
	    untold: number;
	    rows: ThreadView[];
	    teams: TeamView[];
	    types: TypeNameView[];
	    csms: CSMLearningView[];
	    csm_figures: boolean;
	    read_only: boolean;
	}
	export interface LetterPersonView {
	    id: string;
	    name: string;
	    email: string;
	    ours: boolean;
	    from: boolean;
	}
	export interface LetterInput {
	    path: string;
	    part: number;
	    people: string[];
	    new: LetterPersonView[];
	    fields: Record<string, string>;
	}
	
	export interface LetterView {
	    path: string;
	    part: number;
	    file: string;
	    problem: string;
	    known: string;
	    meeting: boolean;
	    on: string;
	    subject: string;
	    text: string;
	    direction: string;
	    kind: string;
	    people: LetterPersonView[];
	}
	export interface LettersInput {
	    account: string;
	    letters: LetterInput[];
	}
	export interface LettersView {
	    today: string;
	    people: TalkPersonView[];
	    letters: LetterView[];
	}
	export interface LevelPointView {
	    on: string;
	    proved: number;
	    claimed: number;
	}
	export interface LibraryQuery {
	    words: string;
	    state: string;
	    permission: string;
	    audience: string;
	    type: string;
	    dimension: string;
	    sort: string;
	    descending: boolean;
	    offset: number;
	    limit: number;
	}
	export interface StoryLeaveView {
	    permission: string;
	    by: string;
	    until: string;
	}
	export interface LibraryStoryView {
	    id: string;
	    account: string;
	    account_name: string;
	    type_name: string;
	    title: string;
	    audience: string;
	    told: boolean;
	    told_on: string;
	    changed: string;
	    version: string;
	    leave: StoryLeaveView;
	    leave_state: string;
	    leave_days: number;
	    outcomes: string[];
	    dimensions: string[];
	    claims: number;
	    files: number;
	}
	export interface LibraryView {
	    today: string;
	    every: number;
	    total: number;
	    offset: number;
	    all: number;
	    told: number;
	    drafts: number;
	    ending: number;
	    rows: LibraryStoryView[];
	    types: TypeNameView[];
	    dimensions: string[];
	}
	export interface LicenceView {
	    name: string;
	    version: string;
	    licence: string;
	}
	export interface LineView {
	    kind: string;
	    on: string;
	    days: number;
	    from: number;
	    to: number;
	    title: string;
	    proved: boolean;
	}
	export interface LinkInput {
	    kind: string;
	    id: string;
	}
	export interface MapLeftView {
	    reason: string;
	    accounts: number;
	}
	export interface MapPointView {
	    id: string;
	    name: string;
	    currency: string;
	    low: number;
	    high: number;
	    relative: number;
	    velocity: number;
	    book_arr: number;
	    verdict: string;
	}
	export interface ReckoningView {
	    accounts: number;
	    done: number;
	}
	export interface MapView {
	    waiting: ReckoningView;
	    currency: string;
	    accounts: number;
	    all: number;
	    points: MapPointView[];
	    left: MapLeftView[];
	}
	export interface MemberView {
	    name: string;
	    email: string;
	}
	export interface MilestoneView {
	    id: string;
	    title: string;
	    side: string;
	    owner: string;
	    due: string;
	    done_on: string;
	    late: number;
	    outcome_id: string;
	    behavior_change_id: string;
	    depends_on: string[];
	}
	
	
	export interface OnePageInput {
	    story: string;
	    kind: string;
	    anonymous: boolean;
	    inside: boolean;
	    format: string;
	    path: string;
	    locale: string;
	    agreed: string[];
	}
	export interface OpenMessageView {
	    id: string;
	    on: string;
	    due: string;
	    days: number;
	    late: boolean;
	    summary: string;
	}
	export interface ReadingView {
	    id: string;
	    on: string;
	    value: number;
	    source: string;
	    confidence: string;
	    confirmed_by: string;
	    proof: string;
	    evidence: number;
	}
	export interface PlanMeasureView {
	    id: string;
	    name: string;
	    unit: string;
	    direction: string;
	    baseline?: number;
	    baseline_on: string;
	    target?: number;
	    target_on: string;
	    tolerance?: number;
	    bad_side: string;
	    unit_value: string;
	    unit_value_basis: string;
	    attribution?: number;
	    unit_value_confirmed_by: string;
	    unit_value_confirmed_on: string;
	    cadence_days?: number;
	    source: string;
	    owner_stakeholder_id: string;
	    owner_name: string;
	    kind: string;
	    question: boolean;
	    state: string;
	    progress?: number;
	    now?: number;
	    now_on: string;
	    now_source: string;
	    now_proof: string;
	    age: number;
	    trend: string;
	    readings: ReadingView[];
	    not_measured_on: string;
	    evidence: number;
	}
	export interface OutcomeView {
	    id: string;
	    statement: string;
	    prompt: string;
	    quote: string;
	    quoted_stakeholder_id: string;
	    quoted_name: string;
	    quoted_title: string;
	    said_on: string;
	    job: string;
	    why_it_matters: string;
	    link: string;
	    priority?: number;
	    status: string;
	    target_date: string;
	    validated_on: string;
	    validated_by: string;
	    measures: PlanMeasureView[];
	    changes: BehaviorChangeView[];
	}
	export interface OverruleInput {
	    account: string;
	    road: string;
	    phase: string;
	    reason: string;
	}
	export interface OverviewOutcomeView {
	    id: string;
	    statement: string;
	    quote: string;
	    quoted_name: string;
	    quoted_title: string;
	    said_on: string;
	    measure?: PlanMeasureView;
	}
	export interface OverviewPlanView {
	    id: string;
	    title: string;
	    signed: boolean;
	    signed_by: string;
	    signed_on: string;
	    current: boolean;
	    signings: number;
	    since: number;
	}
	export interface OverviewRenewalView {
	    term: string;
	    end: string;
	    decision_on: string;
	    days: number;
	    notice_days: number;
	    auto_renew: boolean;
	    gates: GateView[];
	    signal: string;
	    draft: string;
	    draft_id: string;
	    novelty: number;
	}
	export interface OverviewStoryView {
	    id: string;
	    title: string;
	    told_on: string;
	}
	export interface PrincipleView {
	    key: string;
	    holds: number;
	    checks: CheckView[];
	    facts: FactsView;
	}
	export interface OverviewView {
	    account: string;
	    today: string;
	    currency: string;
	    us: string;
	    plan: OverviewPlanView;
	    outcomes: OverviewOutcomeView[];
	    outcome_count: number;
	    proved: number;
	    claimed: number;
	    arr: number;
	    verdict: string;
	    principles: PrincipleView[];
	    risk: string;
	    flags: FlagView[];
	    promises: MilestoneView[];
	    renewal?: OverviewRenewalView;
	    story?: OverviewStoryView;
	}
	export interface PagePairView {
	    title: string;
	    from: string;
	    to: string;
	}
	
	export interface StakeholderView {
	    id: string;
	    name: string;
	    title: string;
	    team: string;
	    email: string;
	    phone: string;
	    role: string;
	    stance?: number;
	    influence?: number;
	    cares_about: string;
	    reports_to_id: string;
	    left_on: string;
	    left: boolean;
	    quote_permission: string;
	    quote_permission_until: string;
	    internal: boolean;
	    forgotten_on: string;
	    last_touch: string;
	    touches: number;
	    depends: DependView[];
	}
	export interface PeopleView {
	    account: string;
	    name: string;
	    today: string;
	    people: StakeholderView[];
	}
	
	export interface PlaceView {
	    account: string;
	    part: string;
	    story: string;
	    records: string[];
	}
	export interface PlanChangeView {
	    kind: string;
	    id: string;
	    title: string;
	    what: string;
	    by: string;
	    on: string;
	}
	export interface PlanChoiceView {
	    id: string;
	    title: string;
	    status: string;
	}
	export interface PlanHeadView {
	    id: string;
	    title: string;
	    summary: string;
	    status: string;
	    term_id: string;
	    review_every_days?: number;
	    signed: boolean;
	    signed_by: string;
	    signed_on: string;
	    method: string;
	    recorded_by: string;
	    signings: number;
	    current: boolean;
	    since: PlanChangeView[];
	    agreements: AgreementView[];
	}
	
	export interface PlanTermView {
	    id: string;
	    start: string;
	    end: string;
	}
	export interface PlanPersonView {
	    id: string;
	    name: string;
	    title: string;
	    role: string;
	    left: boolean;
	}
	export interface PlanPageView {
	    account: string;
	    name: string;
	    us: string;
	    me: string;
	    today: string;
	    currency: string;
	    term_end: string;
	    people: PlanPersonView[];
	    plans: PlanChoiceView[];
	    plan: PlanHeadView;
	    outcomes: OutcomeView[];
	    milestones: MilestoneView[];
	    terms: PlanTermView[];
	    evidence: EvidenceItemView[];
	}
	
	export interface PlanTemplateInput {
	    account: string;
	    plan: string;
	    template: string;
	    start: string;
	    locale: string;
	}
	export interface PlanTemplateView {
	    id: string;
	    name: string;
	    about: string;
	    own: boolean;
	    outcomes: string[];
	    measures: number;
	    changes: number;
	    milestones: number;
	    days: number;
	}
	
	export interface PortfolioBelowView {
	    accounts: number;
	    arr: number;
	    level: number;
	}
	export interface PortfolioChangeInput {
	    accounts: string[];
	    field: string;
	    value: string;
	    add: string[];
	    remove: string[];
	}
	export interface PortfolioChangedView {
	    action: ActionView;
	    changed: number;
	    same: number;
	    left_out: number;
	}
	export interface PortfolioChoiceView {
	    value: string;
	    label: string;
	    count: number;
	}
	
	export interface PortfolioHeadView {
	    key: string;
	    label: string;
	    count: number;
	    arr: number;
	    level: number;
	    at_risk: number;
	    known: number;
	    folded: boolean;
	}
	export interface PortfolioRowView {
	    id: string;
	    name: string;
	    segment: string;
	    csm: string;
	    currency: string;
	    arr: number;
	    renewal: string;
	    last_touch: string;
	    cancelled_on: string;
	    verdict: string;
	    velocity: number;
	    level: number;
	    claimed: number;
	    silence?: number;
	    spark: number[];
	    spark_claimed: number[];
	    type: string;
	    owner: string;
	    tags: string[];
	    parent: string;
	    added: string;
	    decision: string;
	    client_phase: string;
	    provider_phase: string;
	    overruled: boolean;
	    mismatches: string[];
	    risk: string;
	    flag: string;
	    flag_on: string;
	    flags: number;
	    checks: number[][];
	    price_low?: number;
	    price_high?: number;
	    sale: string;
	    attributes: Record<string, string>;
	    below?: PortfolioBelowView;
	    head?: PortfolioHeadView;
	}
	export interface PortfolioPageView {
	    total: number;
	    found: number;
	    all: number;
	    offset: number;
	    today: string;
	    currency: string;
	    rows: PortfolioRowView[];
	}
	export interface PortfolioQuery {
	    filter: string;
	    filters: PortfolioFilter[];
	    sort: string;
	    descending: boolean;
	    group: string;
	    folded: string[];
	    columns: string[];
	    offset: number;
	    limit: number;
	}
	
	export interface PreviewInput {
	    story: string;
	    locale: string;
	    claim: string;
	    section: string;
	    words: ParagraphView[];
	}
	export interface PreviewView {
	    html: string;
	}
	
	export interface ProofDetailView {
	    proof: ProofView;
	    words: string;
	    place: string;
	    behind: BehindView[];
	}
	
	export interface PutBackInput {
	    kind: string;
	    id: string;
	    title: string;
	    field: string;
	    entry: string;
	}
	export interface QuoteInput {
	    account: string;
	    plan: string;
	    plan_title: string;
	    quote: string;
	    statement: string;
	    person: string;
	    new_person: string;
	    new_title: string;
	    on: string;
	}
	export interface RateInput {
	    id: string;
	    on: string;
	    from: string;
	    to: string;
	    rate: string;
	}
	export interface RateView {
	    id: string;
	    on: string;
	    from: string;
	    to: string;
	    rate: string;
	}
	export interface ReadingInput {
	    measure: string;
	    value: string;
	    not_measured: boolean;
	    on: string;
	    confirmed_by: string;
	    source: string;
	}
	export interface ReadingRowView {
	    outcome: string;
	    measure: PlanMeasureView;
	    due: boolean;
	}
	export interface ReadingSheetView {
	    account: string;
	    name: string;
	    today: string;
	    people: PlanPersonView[];
	    rows: ReadingRowView[];
	}
	
	export interface RecapLineView {
	    text: string;
	    who: string;
	    due: string;
	    value?: number;
	    unit: string;
	    answer: string;
	}
	export interface RecapView {
	    account: string;
	    on: string;
	    language: string;
	    to: TalkPersonView[];
	    summary: string;
	    ours: RecapLineView[];
	    theirs: RecapLineView[];
	    changes: RecapLineView[];
	    readings: RecapLineView[];
	    asked: RecapLineView[];
	    left_out: number;
	}
	
	export interface RecordInput {
	    account: string;
	    kind: string;
	    id: string;
	    owner: string;
	    fields: Record<string, string>;
	}
	export interface RecoveredView {
	    path: string;
	    backup: string;
	    later: number;
	    missing: number;
	}
	export interface RenewalAmountView {
	    terms: number;
	    amount: number;
	}
	export interface RenewalInput {
	    account: string;
	    term: string;
	}
	export interface RenewalCallInput {
	    renewal: RenewalInput;
	    call: string;
	    reason: string;
	}
	export interface RenewalCallRecordView {
	    gate: number;
	    call: string;
	    terms: number;
	    kept: number;
	}
	export interface RenewalCardView {
	    account: string;
	    name: string;
	    csm: string;
	    term: string;
	    decision: string;
	    end: string;
	    days: number;
	    gate: number;
	    currency: string;
	    arr: number;
	    forecast?: number;
	    probability?: number;
	    verdict: string;
	    signal: string;
	    call: string;
	    call_gate: number;
	    due: boolean;
	    disagrees: string;
	    holds: number;
	    of: number;
	    open: string[];
	    ended: boolean;
	    stale: boolean;
	}
	export interface RenewalDecidedView {
	    account: string;
	    name: string;
	    term: string;
	    end: string;
	    result: string;
	    arr: number;
	    to: number;
	    lessons: boolean;
	}
	export interface RenewalMoveView {
	    account: string;
	    name: string;
	    term: string;
	    from_kind: string;
	    to_kind: string;
	    from_call: string;
	    to_call: string;
	    from: number;
	    to: number;
	    from_end: string;
	    to_end: string;
	    result: string;
	    binned: boolean;
	}
	export interface RenewalQuarterView {
	    quarter: string;
	    terms: number;
	    arr: number;
	    decided: RenewalAmountView;
	    lost: RenewalAmountView;
	    committed: RenewalAmountView;
	    likely: RenewalAmountView;
	    at_risk: RenewalAmountView;
	    disputed: RenewalAmountView;
	    unpriced: number;
	    gross_low?: number;
	    gross_high?: number;
	    net_low?: number;
	    net_high?: number;
	}
	export interface RenewalForecastView {
	    currency: string;
	    today: string;
	    since: string;
	    quarters: RenewalQuarterView[];
	    moved: number;
	    moved_by: number;
	    moves: RenewalMoveView[];
	    too_much: boolean;
	    decided: RenewalDecidedView[];
	    calls: RenewalCallRecordView[];
	}
	export interface RenewalGateView {
	    days_before: number;
	    on: string;
	    reached: boolean;
	    now: boolean;
	    call: string;
	    signal: string;
	    disagrees: string;
	    reason: string;
	    decided_by: string;
	    decided_on: string;
	}
	export interface RenewalGroupView {
	    key: string;
	    gate: number;
	    count: number;
	    arr: number;
	    terms: string[];
	}
	
	export interface RenewalItemView {
	    key: string;
	    gate: number;
	    done: boolean;
	    due: boolean;
	    count: number;
	    of: number;
	    on: string;
	    kind: string;
	    id: string;
	    title: string;
	}
	
	export interface RenewalOtherView {
	    term: string;
	    contract: string;
	    end: string;
	    result: string;
	}
	
	export interface RenewalReasonView {
	    kind: string;
	    name: string;
	    severity: number;
	    count: number;
	    of: number;
	    title: string;
	}
	export interface RenewalResultInput {
	    renewal: RenewalInput;
	    result: string;
	    on: string;
	    arr: string;
	    reason: string;
	    lessons: string;
	    next: boolean;
	    start: string;
	    end: string;
	}
	export interface RenewalStepInput {
	    renewal: RenewalInput;
	    was: string;
	    step: string;
	    owner: string;
	    due: string;
	    done_on: string;
	}
	export interface RenewalStepView {
	    step: string;
	    owner: string;
	    due: string;
	    done_on: string;
	    late: boolean;
	}
	
	export interface RenewalTickView {
	    text: string;
	    done_on: string;
	}
	export interface RenewalView {
	    account: string;
	    name: string;
	    csm: string;
	    person: string;
	    currency: string;
	    today: string;
	    term: string;
	    contract: string;
	    start: string;
	    end: string;
	    decision: string;
	    notice_days: number;
	    auto_renew: boolean;
	    days: number;
	    gate: number;
	    first_gate: string;
	    arr: number;
	    verdict: string;
	    gates: RenewalGateView[];
	    items: RenewalItemView[];
	    holds: number;
	    of: number;
	    signal: string;
	    reasons: RenewalReasonView[];
	    call: string;
	    disagrees: string;
	    may_watch: boolean;
	    checklist: RenewalTickView[];
	    mitigation: string;
	    ask: string;
	    offer?: number;
	    concessions: string;
	    paper: RenewalStepView[];
	    forecast?: number;
	    probability?: number;
	    lessons: string;
	    result: string;
	    result_on: string;
	    result_arr?: number;
	    result_reason: string;
	    next_start: string;
	    next_end: string;
	    others: RenewalOtherView[];
	    people: string[];
	    plan: boolean;
	    story: string;
	    read_only: boolean;
	}
	export interface RenewalsQuery {
	    csms: string[];
	    limit: number;
	}
	export interface TodayCSMView {
	    name: string;
	    accounts: number;
	    todos: number;
	}
	export interface RenewalsView {
	    today: string;
	    person: string;
	    currency: string;
	    accounts: number;
	    csms: TodayCSMView[];
	    chosen: string[];
	    gates: number[];
	    total: number;
	    calls_due: number;
	    disputed: number;
	    reckoning: number;
	    columns: RenewalGroupView[];
	    months: RenewalGroupView[];
	    cards: RenewalCardView[];
	    read_only: boolean;
	}
	export interface RepliesInView {
	    month: string;
	    messages: number;
	    median_days?: number;
	    share?: number;
	}
	export interface RepliesView {
	    messages: number;
	    answered: number;
	    in_time: number;
	    open: number;
	    late: number;
	    median_days?: number;
	    share?: number;
	    months: RepliesInView[];
	}
	export interface ReplyMonthView {
	    month: string;
	    messages: number;
	    median?: number;
	    share?: number;
	}
	export interface ReplySumView {
	    messages: number;
	    open: number;
	    late: number;
	    median?: number;
	    share?: number;
	}
	export interface ReplyRecordView {
	    replies?: ReplySumView;
	    months: ReplyMonthView[];
	    open: OpenMessageView[];
	}
	
	export interface RestoredView {
	    kept: string;
	    path: string;
	}
	export interface RoadRowView {
	    id: string;
	    name: string;
	    arr: number;
	    client: string;
	    provider: string;
	    client_derived: string;
	    provider_derived: string;
	    client_reason: string;
	    provider_reason: string;
	    mismatches: string[];
	    decision: string;
	    days: number;
	    risk: string;
	    verdict: string;
	    broken: string;
	    broken_in: string;
	}
	export interface RoadCellView {
	    client: string;
	    provider: string;
	    accounts: number;
	    arr: number;
	    mismatched: number;
	    chips: RoadRowView[];
	}
	
	export interface RoadRowsView {
	    total: number;
	    offset: number;
	    rows: RoadRowView[];
	}
	export interface RoadsQuery {
	    only: WaysFilter;
	    client: string;
	    provider: string;
	    odd: boolean;
	    offset: number;
	    limit: number;
	}
	export interface RoadsView {
	    waiting: ReckoningView;
	    today: string;
	    currency: string;
	    accounts: number;
	    all: number;
	    mismatched: number;
	    overruled: number;
	    broken: number;
	    listed: number;
	    cells: RoadCellView[];
	}
	export interface RoundInput {
	    account: string;
	    on: string;
	    confirmed_by: string;
	    source: string;
	    rows: ReadingInput[];
	}
	export interface RuleCountView {
	    accounts: number;
	    cancelled: number;
	    known: number;
	}
	
	
	export interface SaleAccountView {
	    id: string;
	    name: string;
	    currency: string;
	    arr: number;
	    book_arr: number;
	    rate: number;
	    felt: number;
	    low: number;
	    high: number;
	    switching: number;
	    verdict: string;
	    silence?: number;
	    since: number;
	    replies?: ReplySumView;
	    risk: string;
	    first_flag: string;
	    flagged_on: string;
	}
	export interface UnpricedView {
	    id: string;
	    name: string;
	    reason: string;
	    book_arr: number;
	}
	export interface SaleView {
	    waiting: ReckoningView;
	    currency: string;
	    today: string;
	    cheque: number;
	    all: number;
	    accounts: SaleAccountView[];
	    unpriced: UnpricedView[];
	}
	export interface SavedViewInput {
	    id: string;
	    name: string;
	    shows: string;
	}
	export interface SavedViewView {
	    id: string;
	    name: string;
	    shows: string;
	}
	
	export interface ScreenView {
	    name: string;
	    account: string;
	    story: string;
	}
	export interface SettingsView {
	    person: MemberView;
	    name: string;
	    currency: string;
	    half_life_days: number;
	    cheque: string;
	    cheque_in: string;
	    dimensions: string[];
	    gates: number[];
	    company: string;
	    accent: string;
	    font: string;
	    serif: string;
	    rates: RateView[];
	    currencies: string[];
	    missing: string[];
	    csm_figures: boolean;
	    read_only: boolean;
	}
	
	
	export interface SlideView {
	    section: string;
	    title: string;
	    continued: boolean;
	    html: string;
	    notes: string[];
	    sources: string[];
	}
	export interface ShowView {
	    title: string;
	    told: boolean;
	    style: string;
	    slides: SlideView[];
	}
	export interface ShownColumn {
	    field: string;
	    heading: string;
	}
	export interface ShownInput {
	    query: PortfolioQuery;
	    columns: ShownColumn[];
	    group: string;
	    sheet: string;
	    words: Record<string, string>;
	}
	export interface SignInput {
	    account: string;
	    plan: string;
	    person: string;
	    on: string;
	    method: string;
	    proof?: EvidenceInput;
	}
	
	export interface SilenceView {
	    from: string;
	    to: string;
	    days: number;
	    open: boolean;
	    felt_from: number;
	    felt_to: number;
	}
	
	
	
	export interface StatusView {
	    state: string;
	    name: string;
	    path: string;
	    currency: string;
	    person: string;
	    today: string;
	    version: string;
	    message: string;
	    accounts: number;
	    folder: string;
	    failed?: FailedView;
	}
	export interface StepInput {
	    benefit: string;
	    on: string;
	    kind: string;
	    amount: string;
	    people?: number;
	    confirmation: string;
	    confirmed_by: string;
	}
	
	export interface StoryOfferView {
	    key: string;
	    kind: string;
	    section: string;
	    from: string;
	    to: string;
	    own: boolean;
	}
	export interface StoryChangesView {
	    offers: StoryOfferView[];
	    kept: number;
	}
	export interface StoryVersionView {
	    id: string;
	    title: string;
	    told: boolean;
	    told_on: string;
	    version: string;
	}
	export interface StoryDifferenceView {
	    from: StoryVersionView;
	    to: StoryVersionView;
	    same: number;
	    changes: ClaimChangeView[];
	    figures: FigureChangeView[];
	    style: string;
	    pages: PagePairView[];
	}
	export interface StoryFileView {
	    id: string;
	    at: string;
	    by: string;
	    format: string;
	    template: string;
	    audience: string;
	    file_name: string;
	    hash: string;
	    as_told: boolean;
	}
	export interface StoryFindingView {
	    key: string;
	    level: string;
	    place: string;
	    section: string;
	    claim: string;
	    found: string;
	    message: string;
	}
	
	export interface StorySideView {
	    benefits: number;
	    people: number;
	    dimensions: number;
	    value: number;
	}
	export interface StoryNewsView {
	    since: string;
	    novelty: number;
	    old_news: boolean;
	    new: number;
	    grown: number;
	    old: number;
	    was: StorySideView;
	    is: StorySideView;
	}
	
	export interface StorySectionView {
	    key: string;
	    name: string;
	    title: string;
	    own: boolean;
	    hidden: boolean;
	    claims: ClaimView[];
	}
	export interface StoryPageView {
	    id: string;
	    account: string;
	    client: string;
	    title: string;
	    audience: string;
	    locale: string;
	    length: number;
	    told: boolean;
	    told_on: string;
	    version: string;
	    leave: StoryLeaveView;
	    today: string;
	    file_name: string;
	    currency: string;
	    sections: StorySectionView[];
	    news: StoryNewsView;
	}
	
	
	export interface TemplateRemovedView {
	    what: string;
	    count: number;
	}
	export interface TemplateTokenView {
	    name: string;
	    state: string;
	    picture: boolean;
	    count: number;
	}
	export interface TemplateUseView {
	    kind: string;
	    layout: string;
	    how: string;
	}
	export interface StoryTemplateView {
	    name: string;
	    width: number;
	    height: number;
	    layouts: TemplateUseView[];
	    tokens: TemplateTokenView[];
	    fonts: string[];
	    removed: TemplateRemovedView[];
	}
	
	export interface StoryVersionsView {
	    from: string;
	    versions: StoryVersionView[];
	}
	export interface SuggestionView {
	    rules: RuleView[];
	    n: number;
	    support: number;
	    positive: number;
	    rate: number;
	    low: number;
	    high: number;
	    base_rate: number;
	    lift: number;
	    q: number;
	}
	export interface SuggestionsView {
	    outcome: string;
	    accounts: number;
	    tried: number;
	    too_few: boolean;
	    suggestions: SuggestionView[];
	}
	export interface TalkMonthView {
	    month: string;
	    asked: number;
	    taught: number;
	    insights: number;
	}
	
	export interface TeamShareView {
	    team: string;
	    shared_on: string;
	}
	export interface TalkView {
	    id: string;
	    kind: string;
	    on: string;
	    text: string;
	    touch_kind: string;
	    direction: string;
	    people: string[];
	    needs_reply_by: string;
	    replied_on: string;
	    reply: string;
	    due: string;
	    reply_days?: number;
	    leaving: boolean;
	    ticket: string;
	    internal: boolean;
	    outcome_id: string;
	    from_team: string;
	    asked_of: string;
	    answered_on: string;
	    answer: string;
	    open_days?: number;
	    question_id: string;
	    teams: TeamShareView[];
	    evidence: number;
	}
	export interface TalksView {
	    account: string;
	    name: string;
	    today: string;
	    people: TalkPersonView[];
	    outcomes: NamedView[];
	    teams: string[];
	    items: TalkView[];
	    replies: RepliesView;
	    months: TalkMonthView[];
	}
	
	
	export interface TellInput {
	    story: string;
	    locale: string;
	    leave: StoryLeaveView;
	    agreed: string[];
	}
	
	
	
	
	export interface WaitingStepView {
	    benefit: string;
	    step: string;
	    who: string;
	}
	export interface WaitingView {
	    amount: number;
	    people: string[];
	    steps: WaitingStepView[];
	}
	export interface TimelineView {
	    account: string;
	    name: string;
	    currency: string;
	    today: string;
	    from: string;
	    to: string;
	    term_from: string;
	    term_to: string;
	    half_life_days: number;
	    first_value_due: string;
	    first_value_overdue: boolean;
	    level: LevelPointView[];
	    felt: FeltPointView[];
	    lines: LineView[];
	    silences: SilenceView[];
	    lanes: LaneView[];
	    axes: AxesView;
	    proved_count: number;
	    claimed_count: number;
	    claimed_steps: number;
	    waiting: WaitingView;
	    dimensions: string[];
	    groups: string[];
	    people: PersonView[];
	    draft: DraftView;
	}
	export interface TodayAskView {
	    key: string;
	    words: string;
	    who: string;
	}
	
	
	export interface TodayEventView {
	    on: string;
	    kind: string;
	    account: string;
	    name: string;
	}
	
	export interface TodayNewsView {
	    on: string;
	    title: string;
	}
	export interface TodayNextView {
	    account: string;
	    name: string;
	    kind: string;
	    on: string;
	    days: number;
	    term_end: string;
	    left: number;
	    verdict: string;
	    currency: string;
	    level: number;
	    spark: number[];
	    silence?: number;
	    outcome?: OverviewOutcomeView;
	    measure?: PlanMeasureView;
	    news: TodayNewsView[];
	    ask: TodayAskView[];
	}
	
	
	export interface TodayQuery {
	    csms: string[];
	    limit: number;
	}
	export interface TodayRenewalView {
	    on: string;
	    end: string;
	    account: string;
	    name: string;
	    arr: number;
	    currency: string;
	    risk: string;
	    verdict: string;
	}
	
	export interface TodayView {
	    today: string;
	    person: string;
	    accounts: number;
	    csms: TodayCSMView[];
	    chosen: string[];
	    total: number;
	    now: number;
	    aside: number;
	    reckoning: number;
	    rows: TodayRowView[];
	    week: TodayEventView[];
	    horizon: TodayRenewalView[];
	    next?: TodayNextView;
	}
	
	
	
	export interface UndoneView {
	    action: ActionView;
	    kept: string[];
	    screen: ScreenView;
	}
	
	export interface ValueColumnView {
	    id: string;
	    name: string;
	    kind: string;
	    words: string[];
	}
	export interface ValueInput {
	    account: string;
	    indicator: string;
	    value: string;
	}
	export interface ValueRowView {
	    id: string;
	    name: string;
	    cells: string[];
	}
	export interface ValuesQuery {
	    indicators: string[];
	    filter: string;
	    missing: boolean;
	    offset: number;
	    limit: number;
	}
	export interface ValuesView {
	    total: number;
	    offset: number;
	    columns: ValueColumnView[];
	    rows: ValueRowView[];
	}
	
	
	export interface WayBackView {
	    path: string;
	    new: string;
	    backup: string;
	}
	
	export interface WhyRowView {
	    label: string;
	    on: string;
	    value?: number;
	    text: string;
	    unit: string;
	    kind: string;
	    id: string;
	}
	export interface WhyView {
	    title: string;
	    rule: string;
	    currency: string;
	    rows: WhyRowView[];
	    result: string;
	    total?: number;
	    unit: string;
	    notes: string[];
	}
	
	export interface WrittenView {
	    action: ActionView;
	    id: string;
	}

}

