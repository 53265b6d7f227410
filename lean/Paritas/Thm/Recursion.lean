module
public import Paritas.Recursion
/-!
# Facts about unfolding

Unfolding as often as binders stand at the head is enough: what is a recursion even then never becomes anything else.
-/
@[expose] public section
namespace Paritas

/-- `head` is what `type` is once no binder stands at its head. A recursion without guard never gets there. -/
inductive LocalType.Unfolds : LocalType → LocalType → Prop
  /-- No binder stands at the head. -/
  | here {type : LocalType} : type.muHeight = 0 → Unfolds type type
  /-- The binder at the head is unfolded. -/
  | mu {binder : String} {body head : LocalType} :
    Unfolds (body.subst binder (.mu binder body)) head → Unfolds (.mu binder body) head

/-- Behind the binders at the head stands a variable of one of them. -/
private def LocalType.isLooping : LocalType → Bool
  | .mu binder body => !body.isGuarded binder || body.isLooping
  | _ => false

private theorem not_isGuarded_subst {name other : String} (replacement : LocalType) (differs : other ≠ name) :
    ∀ type : LocalType, type.isGuarded other = false → (type.subst name replacement).isGuarded other = false
  | .end_, free | .send _ _, free | .recv _ _, free => by simp [LocalType.isGuarded] at free
  | .var used, free => by
    have same : used = other := by simpa [LocalType.isGuarded] using free
    subst same
    simp [LocalType.subst, differs, LocalType.isGuarded]
  | .mu binder body, free => by
    simp only [LocalType.isGuarded, Bool.or_eq_false_iff] at free
    by_cases same : binder = name
    · simp [LocalType.subst, same, LocalType.isGuarded, free.2, Ne.symm differs]
    · simp [LocalType.subst, same, LocalType.isGuarded, free.1, not_isGuarded_subst replacement differs body free.2] <;>
        simpa using free.1

private theorem isLooping_subst (name : String) (replacement : LocalType) :
    ∀ type : LocalType, type.isLooping = true → (type.subst name replacement).isLooping = true
  | .end_, loops | .send _ _, loops | .recv _ _, loops | .var _, loops => by simp [LocalType.isLooping] at loops
  | .mu binder body, loops => by
    by_cases same : binder = name
    · simpa [LocalType.subst, same] using loops
    · simp only [LocalType.isLooping, Bool.or_eq_true, Bool.not_eq_true'] at loops
      simp only [LocalType.subst, same, ↓reduceIte, LocalType.isLooping, Bool.or_eq_true, Bool.not_eq_true']
      exact loops.imp (not_isGuarded_subst replacement same body) (isLooping_subst name replacement body)

private theorem isLooping_replaced {name : String} {replacement : LocalType} (loops : replacement.isLooping = true) :
    ∀ type : LocalType, type.isGuarded name = false → (type.subst name replacement).isLooping = true
  | .end_, free | .send _ _, free | .recv _ _, free => by simp [LocalType.isGuarded] at free
  | .var used, free => by
    have same : used = name := by simpa [LocalType.isGuarded] using free
    simpa [LocalType.subst, same] using loops
  | .mu binder body, free => by
    simp only [LocalType.isGuarded, Bool.or_eq_false_iff, beq_eq_false_iff_ne] at free
    simp [LocalType.subst, free.1, LocalType.isLooping, isLooping_replaced loops body free.2]

private theorem isLooping_unfold : ∀ type : LocalType, type.isLooping = true → type.unfold.isLooping = true
  | .end_, loops | .send _ _, loops | .recv _ _, loops | .var _, loops => by simp [LocalType.isLooping] at loops
  | .mu binder body, loops => by
    have whole := loops
    simp only [LocalType.isLooping, Bool.or_eq_true, Bool.not_eq_true'] at loops
    exact loops.elim (isLooping_replaced whole body) (isLooping_subst binder _ body)

private theorem isLooping_unfoldTimes :
    ∀ (n : Nat) (type : LocalType), type.isLooping = true → (type.unfoldTimes n).isLooping = true
  | 0, _, loops => loops
  | n + 1, type, loops => isLooping_unfoldTimes n type.unfold (isLooping_unfold type loops)

private theorem isGuarded_subst {name other : String} (replacement : LocalType) :
    ∀ type : LocalType, type.isGuarded name = true → type.isGuarded other = true →
      (type.subst name replacement).isGuarded other = true
  | .end_, _, _ | .send _ _, _, _ | .recv _ _, _, _ => by simp [LocalType.subst, LocalType.isGuarded]
  | .var used, guarded, kept => by
    have differs : used ≠ name := by simpa [LocalType.isGuarded] using guarded
    simpa [LocalType.subst, differs] using kept
  | .mu binder body, guarded, kept => by
    by_cases same : binder = name
    · simpa [LocalType.subst, same] using kept
    · simp only [LocalType.isGuarded, Bool.or_eq_true, beq_iff_eq, same, false_or] at guarded kept
      simp only [LocalType.subst, same, ↓reduceIte, LocalType.isGuarded, Bool.or_eq_true, beq_iff_eq]
      exact kept.imp id (isGuarded_subst replacement body guarded)

private theorem not_isLooping_subst {name : String} (replacement : LocalType) :
    ∀ type : LocalType, type.isGuarded name = true → type.isLooping = false →
      (type.subst name replacement).isLooping = false
  | .end_, _, _ | .send _ _, _, _ | .recv _ _, _, _ => by simp [LocalType.subst, LocalType.isLooping]
  | .var used, guarded, _ => by
    have differs : used ≠ name := by simpa [LocalType.isGuarded] using guarded
    simp [LocalType.subst, differs, LocalType.isLooping]
  | .mu binder body, guarded, ends => by
    by_cases same : binder = name
    · simpa [LocalType.subst, same] using ends
    · simp only [LocalType.isGuarded, Bool.or_eq_true, beq_iff_eq, same, false_or] at guarded
      simp only [LocalType.isLooping, Bool.or_eq_false_iff, Bool.not_eq_false'] at ends
      simp [LocalType.subst, same, LocalType.isLooping, isGuarded_subst replacement body guarded ends.1,
        not_isLooping_subst replacement body guarded ends.2]

private theorem muHeight_subst {name : String} (replacement : LocalType) :
    ∀ type : LocalType, type.isGuarded name = true → (type.subst name replacement).muHeight = type.muHeight
  | .end_, _ | .send _ _, _ | .recv _ _, _ => by simp [LocalType.subst, LocalType.muHeight]
  | .var used, guarded => by
    have differs : used ≠ name := by simpa [LocalType.isGuarded] using guarded
    simp [LocalType.subst, differs]
  | .mu binder body, guarded => by
    by_cases same : binder = name
    · simp [LocalType.subst, same]
    · simp only [LocalType.isGuarded, Bool.or_eq_true, beq_iff_eq, same, false_or] at guarded
      simp [LocalType.subst, same, LocalType.muHeight, muHeight_subst replacement body guarded]

private theorem unfolds_fullUnfold :
    ∀ (height : Nat) (type : LocalType), type.muHeight = height → type.isLooping = false →
      type.Unfolds type.fullUnfold
  | 0, type, flat, _ => by
    have : type.fullUnfold = type := by simp [LocalType.fullUnfold, flat, LocalType.unfoldTimes]
    rw [this]
    exact .here flat
  | height + 1, .mu binder body, tall, ends => by
    simp only [LocalType.isLooping, Bool.or_eq_false_iff, Bool.not_eq_false'] at ends
    have same := muHeight_subst (.mu binder body) body ends.1
    have lower : body.muHeight = height := by simpa [LocalType.muHeight] using tall
    have step : (LocalType.mu binder body).fullUnfold = (body.subst binder (.mu binder body)).fullUnfold := by
      simp [LocalType.fullUnfold, LocalType.muHeight, LocalType.unfoldTimes, LocalType.unfold, same]
    rw [step]
    exact .mu (unfolds_fullUnfold height _ (by rw [same, lower]) (not_isLooping_subst _ body ends.1 ends.2))
  | _ + 1, .end_, tall, _ | _ + 1, .send _ _, tall, _ | _ + 1, .recv _ _, tall, _ | _ + 1, .var _, tall, _ => by
    simp [LocalType.muHeight] at tall

/-- A type unfolds to one head at most. -/
theorem LocalType.Unfolds.unique {type left right : LocalType} (one : type.Unfolds left) (other : type.Unfolds right) :
    left = right := by
  induction one with
  | here flat =>
    cases other with
    | here => rfl
    | mu => simp [LocalType.muHeight] at flat
  | mu _ ih =>
    cases other with
    | here flat => simp [LocalType.muHeight] at flat
    | mu further => exact ih further

private theorem unfolds_ends {type head : LocalType} (unfolds : type.Unfolds head) :
    type.isLooping = false ∧ head.muHeight = 0 := by
  induction unfolds with
  | @here type flat =>
    refine ⟨?_, flat⟩
    cases type <;> simp_all [LocalType.isLooping, LocalType.muHeight]
  | @mu binder body head _ ih =>
    refine ⟨?_, ih.2⟩
    cases loops : (LocalType.mu binder body).isLooping with
    | false => rfl
    | true =>
      have := isLooping_unfold _ loops
      simp only [LocalType.unfold] at this
      rw [ih.1] at this
      cases this

/-- Unfolding as often as binders stand at the head finds what a type unfolds to, and finds a recursion again exactly if
there is nothing to find. -/
theorem LocalType.unfolds_iff (type head : LocalType) :
    type.Unfolds head ↔ type.fullUnfold = head ∧ head.muHeight = 0 := by
  constructor
  · intro unfolds
    obtain ⟨ends, flat⟩ := unfolds_ends unfolds
    exact ⟨(unfolds_fullUnfold _ type rfl ends).unique unfolds, flat⟩
  · rintro ⟨rfl, flat⟩
    cases loops : type.isLooping with
    | false => exact unfolds_fullUnfold _ type rfl loops
    | true =>
      have still := isLooping_unfoldTimes type.muHeight type loops
      unfold LocalType.fullUnfold at flat
      cases found : type.unfoldTimes type.muHeight <;>
        simp_all [LocalType.isLooping, LocalType.muHeight]

end Paritas
