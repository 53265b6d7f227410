module
public import Paritas.Subtyping
/-! Facts about asynchronous subtyping by phases (spec 11 §9). -/
@[expose] public section
namespace Paritas

/-! ## Compatible trees -/

/-- `label` leads to `next` in one of the branches. -/
def PhaseBranches.has (label : Label) (next : PhaseTree) : PhaseBranches → Prop
  | .nil => False
  | .cons other tree rest => (label = other ∧ next = tree) ∨ rest.has label next

/-- A run of messages, each with partner and label, is possible in the tree. -/
def PhaseTree.walks : List (String × Label) → PhaseTree → Prop
  | [], _ => True
  | _ :: _, .empty => False
  | (partner, label) :: rest, .node other branches => partner = other ∧ ∃ next, branches.has label next ∧ next.walks rest

private theorem has_of_find (name : String) (label : Label) (next : PhaseTree) :
    ∀ branches : PhaseBranches, branches.find? name = some (label, next) → branches.has label next ∧ label.name = name
  | .nil, found => by simp [PhaseBranches.find?] at found
  | .cons other tree rest, found => by
    simp only [PhaseBranches.find?] at found
    split at found
    · rename_i same
      simp only [Option.some.injEq, Prod.mk.injEq] at found
      exact ⟨.inl ⟨found.1.symm, found.2.symm⟩, by rw [← found.1]; exact same⟩
    · exact ⟨.inr (has_of_find name label next rest found).1, (has_of_find name label next rest found).2⟩

private theorem allIn_has {label : Label} {next : PhaseTree} :
    ∀ (branches others : PhaseBranches), branches.allIn others = true → branches.has label next →
      ∃ other, others.find? label.name = some (label, other) ∧ next.compatible other = true
  | .nil, _, _, has => absurd has (by simp [PhaseBranches.has])
  | .cons first tree rest, others, fits, has => by
    simp only [PhaseBranches.allIn, Bool.and_eq_true] at fits
    rcases has with ⟨rfl, rfl⟩ | later
    · cases found : others.find? label.name with
      | none => simp [found] at fits
      | some pair =>
        obtain ⟨other, tree⟩ := pair
        simp only [found, Bool.and_eq_true, beq_iff_eq] at fits
        exact ⟨tree, by rw [fits.1.1], fits.1.2⟩
    · exact allIn_has rest others fits.2 later

/-- Whatever run of messages the left tree allows, the right one allows, too: same partners, same labels, same order. -/
theorem PhaseTree.walks_of_compatible :
    ∀ (run : List (String × Label)) (sub sup : PhaseTree), sub.compatible sup = true → sub.walks run → sup.walks run
  | [], _, _, _, _ => by simp [PhaseTree.walks]
  | _ :: _, .empty, _, _, walks => absurd walks (by simp [PhaseTree.walks])
  | _ :: _, .node _ _, .empty, fits, _ => by simp [PhaseTree.compatible] at fits
  | (partner, label) :: rest, .node p branches, .node q others, fits, walks => by
    simp only [PhaseTree.compatible, Bool.and_eq_true, beq_iff_eq] at fits
    obtain ⟨rfl, next, has, further⟩ := walks
    obtain ⟨other, found, compatible⟩ := allIn_has branches others fits.2 has
    exact ⟨fits.1.1, other, (has_of_find _ _ _ others found).1, walks_of_compatible rest next other compatible further⟩

mutual
private theorem compatible_trans :
    ∀ a b c : PhaseTree, a.compatible b = true → b.compatible c = true → a.compatible c = true
  | .empty, .empty, .empty, _, _ => rfl
  | .empty, .node _ _, _, left, _ => by simp [PhaseTree.compatible] at left
  | .empty, .empty, .node _ _, _, right => by simp [PhaseTree.compatible] at right
  | .node _ _, .empty, _, left, _ => by simp [PhaseTree.compatible] at left
  | .node _ _, .node _ _, .empty, _, right => by simp [PhaseTree.compatible] at right
  | .node p as, .node q bs, .node r cs, left, right => by
    simp only [PhaseTree.compatible, Bool.and_eq_true, beq_iff_eq] at left right ⊢
    exact ⟨⟨left.1.1.trans right.1.1, left.1.2.trans right.1.2⟩, allIn_trans as bs cs left.2 right.2⟩
private theorem allIn_trans :
    ∀ as bs cs : PhaseBranches, as.allIn bs = true → bs.allIn cs = true → as.allIn cs = true
  | .nil, _, _, _, _ => rfl
  | .cons label tree rest, bs, cs, left, right => by
    simp only [PhaseBranches.allIn, Bool.and_eq_true] at left ⊢
    refine ⟨?_, allIn_trans rest bs cs left.2 right⟩
    cases found : bs.find? label.name with
    | none => simp [found] at left
    | some pair =>
      obtain ⟨middle, next⟩ := pair
      simp only [found, Bool.and_eq_true, beq_iff_eq] at left
      obtain ⟨⟨rfl, fits⟩, _⟩ := left
      obtain ⟨other, there, further⟩ := allIn_has bs cs right (has_of_find _ _ _ bs found).1
      simp [there, compatible_trans tree next other fits further]
end

/-- Compatibility is transitive. -/
theorem PhaseTree.compatible_trans {a b c : PhaseTree} (left : a.compatible b = true) (right : b.compatible c = true) :
    a.compatible c = true :=
  Paritas.compatible_trans a b c left right

/-! ## Subtypes -/

/-- Both trees of a phase are compatible with those of another. -/
def Phase.Fits (sub sup : Phase) : Prop :=
  sub.input.compatible sup.input = true ∧ sub.output.compatible sup.output = true

/-- As many phases, and each fits the one in its place. -/
inductive PhasesFit : List Phase → List Phase → Prop
  | nil : PhasesFit [] []
  | cons {sub sup : Phase} {subs sups : List Phase} :
    sub.Fits sup → PhasesFit subs sups → PhasesFit (sub :: subs) (sup :: sups)

private theorem compare_ok (sub sup : Phase) : sub.compare sup = .ok () ↔ sub.Fits sup := by
  unfold Phase.compare Phase.Fits
  cases sub.input.compatible sup.input <;> cases sub.output.compatible sup.output <;> simp

private theorem comparePhases_ok :
    ∀ subs sups : List Phase, subs.length = sups.length → (comparePhases subs sups = .ok () ↔ PhasesFit subs sups)
  | [], [], _ => by simp [comparePhases, PhasesFit.nil]
  | [], _ :: _, same => by simp at same
  | _ :: _, [], same => by simp at same
  | sub :: subs, sup :: sups, same => by
    have rest := comparePhases_ok subs sups (by simpa using same)
    have first := compare_ok sub sup
    constructor
    · intro done
      simp only [comparePhases, bind, Except.bind] at done
      cases head : sub.compare sup with
      | error _ => simp [head] at done
      | ok _ =>
        simp only [head] at done
        exact .cons (first.mp head) (rest.mp done)
    · intro fit
      cases fit with
      | cons head tail => simp [comparePhases, bind, Except.bind, first.mpr head, rest.mpr tail]

private theorem length_eq {subs sups : List Phase} (fit : PhasesFit subs sups) : subs.length = sups.length := by
  induction fit with
  | nil => rfl
  | cons _ _ ih => simp [ih]

/-- What the verdict means: both types have phases within the budget, as many, and each pair fits. -/
theorem asyncSubtype_iff (sub sup : LocalType) :
    asyncSubtype sub sup = .ok () ↔
      ∃ subs sups, sub.phases phaseBudget = .ok subs ∧ sup.phases phaseBudget = .ok sups ∧ PhasesFit subs sups := by
  unfold asyncSubtype
  cases left : sub.phases phaseBudget with
  | error _ => simp [bind, Except.bind]
  | ok subs =>
    cases right : sup.phases phaseBudget with
    | error _ => simp [bind, Except.bind]
    | ok sups =>
      by_cases same : subs.length = sups.length
      · simp [bind, Except.bind, same, comparePhases_ok subs sups same, pure, Except.pure]
      · have no : ¬ PhasesFit subs sups := fun fit => same (length_eq fit)
        simp [bind, Except.bind, same, no]

/-- Soundness for the phases: in each pair, every run of messages that the subtype allows the supertype allows as well. -/
theorem asyncSubtype_sound {sub sup : LocalType} (holds : asyncSubtype sub sup = .ok ()) :
    ∃ subs sups, sub.phases phaseBudget = .ok subs ∧ sup.phases phaseBudget = .ok sups ∧ subs.length = sups.length ∧
      ∀ pair ∈ subs.zip sups, ∀ run, (pair.1.input.walks run → pair.2.input.walks run)
        ∧ (pair.1.output.walks run → pair.2.output.walks run) := by
  obtain ⟨subs, sups, left, right, fit⟩ := (asyncSubtype_iff sub sup).mp holds
  refine ⟨subs, sups, left, right, length_eq fit, ?_⟩
  clear left right holds
  induction fit with
  | nil => simp
  | cons head _ ih =>
    intro pair member run
    simp only [List.zip_cons_cons, List.mem_cons] at member
    rcases member with rfl | later
    · exact ⟨PhaseTree.walks_of_compatible run _ _ head.1, PhaseTree.walks_of_compatible run _ _ head.2⟩
    · exact ih pair later run

private theorem phasesFit_trans {a b : List Phase} (left : PhasesFit a b) : ∀ {c : List Phase}, PhasesFit b c → PhasesFit a c := by
  induction left with
  | nil => intro c right; exact right
  | cons head _ ih =>
    intro c right
    cases right with
    | cons other tail =>
      exact .cons ⟨PhaseTree.compatible_trans head.1 other.1, PhaseTree.compatible_trans head.2 other.2⟩ (ih tail)

/-- Asynchronous subtyping is transitive. -/
theorem asyncSubtype_trans {a b c : LocalType} (left : asyncSubtype a b = .ok ()) (right : asyncSubtype b c = .ok ()) :
    asyncSubtype a c = .ok () := by
  obtain ⟨as, bs, pa, pb, fit⟩ := (asyncSubtype_iff a b).mp left
  obtain ⟨bs', cs, pb', pc, fit'⟩ := (asyncSubtype_iff b c).mp right
  have same : bs = bs' := by simpa [pb] using pb'
  subst same
  exact (asyncSubtype_iff a c).mpr ⟨as, cs, pa, pc, phasesFit_trans fit fit'⟩

/-- The end is a subtype of exactly the types without phases. -/
theorem asyncSubtype_end (sup : LocalType) : asyncSubtype .end_ sup = .ok () ↔ sup.phases phaseBudget = .ok [] := by
  rw [asyncSubtype_iff]
  constructor
  · rintro ⟨subs, sups, left, right, fit⟩
    have none : subs = [] := by
      have : LocalType.end_.phases phaseBudget = .ok [] := by simp [LocalType.phases]
      simpa [this] using left.symm
    subst none
    cases fit
    exact right
  · intro right
    exact ⟨[], [], by simp [LocalType.phases], right, .nil⟩

end Paritas
