module
public import Paritas.ProtocolBundle
public import Paritas.RuntimeUpgrade
public import Paritas.SemanticObjects
public import Paritas.TheoremBoundary
/-!
# Theorems about words

Reading gives back what was written, for each family that is written or read, and only its words are read.
-/
@[expose] public section
namespace Paritas.Worded

/-- What is read from a text has that text as its word. -/
theorem word_of_ofWord? {α : Type} [Worded α] {text : String} {constant : α} (read : ofWord? text = some constant) :
    word constant = text := by
  simpa using List.find?_some read

/-- Each constant of the family is read from its own word, so no two share one. -/
def RoundTrips (α : Type) [Worded α] : Prop := ∀ constant : α, ofWord? (word constant) = some constant

/-- Schedulers. -/
theorem scheduler_roundTrips : RoundTrips Scheduler := by intro c; cases c <;> rfl

/-- Timings. -/
theorem timing_roundTrips : RoundTrips Timing := by intro c; cases c <;> rfl

/-- Uses of a theorem. -/
theorem theoremUsage_roundTrips : RoundTrips TheoremUsage := by intro c; cases c <;> rfl

/-- Read classes. -/
theorem readClass_roundTrips : RoundTrips ReadClass := by intro c; cases c <;> rfl

/-- Stages. -/
theorem finalizationStage_roundTrips : RoundTrips FinalizationStage := by intro c; cases c <;> rfl

/-- Phases of an upgrade. -/
theorem upgradePhase_roundTrips : RoundTrips UpgradePhase := by intro c; cases c <;> rfl

/-- Constraints of execution. -/
theorem executionConstraint_roundTrips : RoundTrips ExecutionConstraint := by intro c; cases c <;> rfl

/-- Treatments of pending effects. -/
theorem pendingEffectTreatment_roundTrips : RoundTrips PendingEffectTreatment := by intro c; cases c <;> rfl

/-- Continuities of publications. -/
theorem publicationContinuity_roundTrips : RoundTrips PublicationContinuity := by intro c; cases c <;> rfl

end Paritas.Worded
