package success

import "encoding/json"

// The tag `rec` describes a field once for journal, bundle, import, search and
// screens: title (the record's name), search (found by search), required,
// owner=KIND (what the record hangs on; never changes), else=KIND (what it hangs
// on where the owner's field is empty), ref=KIND (a link),
// enum=a|b, default=x, set (add and remove), map (one cell for each key),
// min=, max= (numbers).

// Workspace is the one record of settings of a workspace file.
type Workspace struct {
	Meta
	Name         string   `json:"name" rec:"title,required"`
	Currency     string   `json:"currency" rec:"required,currency"`
	HalfLifeDays Count    `json:"half_life_days,omitzero" rec:"default=365,min=1,max=36500"`
	Dimensions   []string `json:"dimensions,omitzero"`
	Gates        []Count  `json:"gates,omitzero"`
	Cheque       Money    `json:"cheque,omitzero"`
	Brand        BrandKit `json:"brand,omitzero"`
	// CSMFigures allows figures about the people who look after accounts: off
	// until the workspace turns it on.
	CSMFigures bool `json:"csm_figures,omitzero"`
}

// BrandKit is what documents take of the provider's looks.
type BrandKit struct {
	Company string `json:"company,omitzero"`
	Accent  string `json:"accent,omitzero"`
	Font    string `json:"font,omitzero"`
	// Serif is the font of the client's words.
	Serif string `json:"serif,omitzero"`
	// Logo names the attachment that is the logo, a PNG.
	Logo string `json:"logo,omitzero"`
	// Template names the attachment that is the company's own .pptx, and
	// TemplateName the file it was.
	Template     string `json:"template,omitzero"`
	TemplateName string `json:"template_name,omitzero"`
}

// Member is whoever writes in a workspace: the actor of every change.
type Member struct {
	Meta
	Name  string `json:"name" rec:"title,required"`
	Email string `json:"email,omitzero"`
}

// FxRate is the price of one unit of From in To on a day.
type FxRate struct {
	Meta
	On   Date    `json:"on" rec:"required"`
	From string  `json:"from" rec:"required,currency"`
	To   string  `json:"to" rec:"required,currency"`
	Rate float64 `json:"rate" rec:"required,above=0"`
}

// Account is a client organisation.
type Account struct {
	Meta
	Name                 string                     `json:"name" rec:"title,search,required"`
	ExternalIDs          map[string]string          `json:"external_ids,omitzero" rec:"set"`
	Website              string                     `json:"website,omitzero" rec:"search"`
	ParentAccountID      ID                         `json:"parent_account_id,omitzero" rec:"ref=account"`
	Segment              string                     `json:"segment,omitzero" rec:"search"`
	CustomerTypeID       ID                         `json:"customer_type_id,omitzero" rec:"ref=customer_type"`
	Tags                 []string                   `json:"tags,omitzero" rec:"set,search"`
	Attributes           map[string]json.RawMessage `json:"attributes,omitzero" rec:"map"`
	Currency             string                     `json:"currency,omitzero" rec:"currency"`
	Timezone             string                     `json:"timezone,omitzero"`
	CSM                  string                     `json:"csm,omitzero" rec:"search"`
	AccountOwner         string                     `json:"account_owner,omitzero" rec:"search"`
	StartDate            Date                       `json:"start_date,omitzero"`
	FirstValueOn         Date                       `json:"first_value_on,omitzero"`
	AcquisitionCost      Money                      `json:"acquisition_cost,omitzero"`
	GrossMargin          *float64                   `json:"gross_margin,omitzero" rec:"min=0,max=1"`
	SwitchingCost        Money                      `json:"switching_cost,omitzero"`
	FirstValueTargetDays *Count                     `json:"first_value_target_days,omitzero" rec:"default=90,min=0"`
	CancelledOn          Date                       `json:"cancelled_on,omitzero"`
	CancelReason         string                     `json:"cancel_reason,omitzero" rec:"search"`
	Notes                string                     `json:"notes,omitzero" rec:"search"`
	SetAside             map[string]json.RawMessage `json:"set_aside,omitzero" rec:"map"`

	// Where the CSM overrules a derived phase, which, why, and from which day on.
	OverruledClientPhase    string `json:"overruled_client_phase,omitzero" rec:"enum=new|growing|renewal"`
	OverruledClientReason   string `json:"overruled_client_reason,omitzero" rec:"search"`
	OverruledClientOn       Date   `json:"overruled_client_on,omitzero"`
	OverruledProviderPhase  string `json:"overruled_provider_phase,omitzero" rec:"enum=integrating|tending|harvesting|saving"`
	OverruledProviderReason string `json:"overruled_provider_reason,omitzero" rec:"search"`
	OverruledProviderOn     Date   `json:"overruled_provider_on,omitzero"`
}

// Term is one subscription period of an account.
type Term struct {
	Meta
	AccountID      ID     `json:"account_id" rec:"owner=account,required"`
	Contract       string `json:"contract,omitzero" rec:"default=main"`
	Start          Date   `json:"start" rec:"required"`
	End            Date   `json:"end" rec:"required"`
	ARR            Money  `json:"arr,omitzero"`
	ClientCost     Money  `json:"client_cost,omitzero"`
	PreviousTermID ID     `json:"previous_term_id,omitzero" rec:"ref=term"`
	NoticeDays     *Count `json:"notice_days,omitzero" rec:"min=0"`
	AutoRenew      bool   `json:"auto_renew,omitzero"`
	Result         string `json:"result,omitzero" rec:"enum=open|renewed|expanded|contracted|cancelled,default=open"`
	ResultOn       Date   `json:"result_on,omitzero"`
	ResultARR      Money  `json:"result_arr,omitzero"`
	ResultReason   string `json:"result_reason,omitzero" rec:"search"`
}

// Stakeholder is a person at the client.
type Stakeholder struct {
	Meta
	AccountID            ID     `json:"account_id" rec:"owner=account,required"`
	Name                 string `json:"name" rec:"title,search,required"`
	Title                string `json:"title,omitzero" rec:"search"`
	Team                 string `json:"team,omitzero" rec:"search"`
	Email                string `json:"email,omitzero" rec:"search"`
	Phone                string `json:"phone,omitzero"`
	Role                 string `json:"role,omitzero" rec:"enum=economic buyer|champion|user lead|technical lead|procurement|executive sponsor|blocker|user"`
	Stance               *Count `json:"stance,omitzero" rec:"min=-2,max=2"`
	Influence            *Count `json:"influence,omitzero" rec:"min=1,max=3"`
	CaresAbout           string `json:"cares_about,omitzero" rec:"search"`
	ReportsToID          ID     `json:"reports_to_id,omitzero" rec:"ref=stakeholder"`
	LeftOn               Date   `json:"left_on,omitzero"`
	QuotePermission      string `json:"quote_permission,omitzero" rec:"enum=internal|named|anonymous|public"`
	QuotePermissionUntil Date   `json:"quote_permission_until,omitzero"`
	Internal             bool   `json:"internal,omitzero"`
	// ForgottenOn is the day on which all that named the person was taken out.
	ForgottenOn Date `json:"forgotten_on,omitzero"`
}

// Kind returns "workspace".
func (*Workspace) Kind() Kind { return "workspace" }

// Kind returns "member".
func (*Member) Kind() Kind { return "member" }

// Kind returns "fx_rate".
func (*FxRate) Kind() Kind { return "fx_rate" }

// Kind returns "account".
func (*Account) Kind() Kind { return "account" }

// Kind returns "term".
func (*Term) Kind() Kind { return "term" }

// Kind returns "stakeholder".
func (*Stakeholder) Kind() Kind { return "stakeholder" }
