module
public import Paritas.Normalization
public import Std.Data.TreeSet.Lemmas
/-!
# Theorems about normalization

It hides what it says and nothing else, and it does not matter which text objects are sorted by, as long as different
objects have different texts.
-/
@[expose] public section
namespace Paritas.SemanticObject

/-- What is normal stays. -/
theorem normalize_normalize (object : SemanticObject) : object.normalize.normalize = object.normalize := by
  obtain ⟨kind, handler, owner, rest⟩ := object
  simp only [normalize, comparedHandler, comparedOwner, mk.injEq, true_and, and_true]
  constructor
  · cases kind.hasHandler <;> cases handler <;> rfl
  · by_cases host : (kind.hasOwner && decide (owner = some hostOwner)) = true <;> simp [host]

/-- Two objects are compared as equal exactly when they differ in the name of a handler and in whether the host or nobody
owns them, and in nothing else. -/
theorem normalize_eq_iff (one other : SemanticObject) :
    one.normalize = other.normalize ↔ one.kind = other.kind ∧ one.rest = other.rest
      ∧ (one.handler = other.handler
        ∨ one.kind.hasHandler = true ∧ one.handler.isSome = true ∧ other.handler.isSome = true)
      ∧ (one.owner = other.owner ∨ one.kind.hasOwner = true
        ∧ (one.owner = none ∨ one.owner = some hostOwner) ∧ (other.owner = none ∨ other.owner = some hostOwner)) := by
  obtain ⟨kind, handler, owner, rest⟩ := one
  obtain ⟨otherKind, otherHandler, otherOwner, otherRest⟩ := other
  simp only [normalize, comparedHandler, comparedOwner, mk.injEq]
  constructor
  · rintro ⟨rfl, handlers, owners, rfl⟩
    refine ⟨rfl, rfl, ?_, ?_⟩
    · cases named : kind.hasHandler
      · exact .inl (by simpa [named] using handlers)
      · cases handler <;> cases otherHandler <;> simp_all
    · cases owned : kind.hasOwner
      · exact .inl (by simpa [owned] using owners)
      · by_cases host : owner = some hostOwner <;> by_cases otherHost : otherOwner = some hostOwner <;> simp_all
  · rintro ⟨rfl, rfl, handlers, owners⟩
    refine ⟨rfl, ?_, ?_, rfl⟩
    · rcases handlers with rfl | ⟨named, there, otherThere⟩
      · rfl
      · cases handler <;> cases otherHandler <;> simp_all
    · rcases owners with rfl | ⟨owned, nobody | host, otherNobody | otherHost⟩ <;> simp_all

/-- Lists are compared as equal exactly when each object of one has its like in the other, whatever text they are sorted
by, if that text tells objects apart. -/
theorem normalTexts_eq_iff {text : SemanticObject → String} (apart : ∀ one other, text one = text other → one = other)
    (ones others : List SemanticObject) : normalTexts text ones = normalTexts text others ↔
      ∀ object, (∃ one ∈ ones, one.normalize = object) ↔ ∃ other ∈ others, other.normalize = object := by
  have member (objects : List SemanticObject) (object : SemanticObject) :
      text object ∈ normalTexts text objects ↔ ∃ one ∈ objects, one.normalize = object := by
    simp only [normalTexts, Std.TreeSet.mem_toList, Std.TreeSet.mem_ofList, List.contains_iff_mem, List.mem_map]
    exact exists_congr fun one => and_congr_right fun _ => ⟨apart _ _, congrArg text⟩
  constructor
  · intro same object
    rw [← member, ← member, same]
  · intro alike
    refine (Std.TreeSet.Equiv.of_forall_mem_iff fun found => ?_).toList_eq
    simp only [Std.TreeSet.mem_ofList, List.contains_iff_mem, List.mem_map]
    constructor
    · rintro ⟨one, there, rfl⟩
      have ⟨other, otherThere, same⟩ := (alike one.normalize).mp ⟨one, there, rfl⟩
      exact ⟨other, otherThere, by rw [same]⟩
    · rintro ⟨other, there, rfl⟩
      have ⟨one, oneThere, same⟩ := (alike other.normalize).mpr ⟨other, there, rfl⟩
      exact ⟨one, oneThere, by rw [same]⟩

/-- Order and repetitions of a list are not compared. -/
theorem normalTexts_congr {text : SemanticObject → String} (apart : ∀ one other, text one = text other → one = other)
    {ones others : List SemanticObject} (same : ∀ object, object ∈ ones ↔ object ∈ others) :
    normalTexts text ones = normalTexts text others :=
  (normalTexts_eq_iff apart ones others).mpr fun _ => exists_congr fun one => and_congr_left fun _ => same one

end Paritas.SemanticObject
