module
public import Paritas.TheoremBoundary
/-!
# Facts about the ledger

What the answer says of its constant list is true of the list.
-/
@[expose] public section
namespace Paritas.TheoremRow

/-- Every runtime-critical row is consumed by the runtime or says what is assumed. -/
theorem ledger_explicit : ledger.all (·.isExplicit) = true := rfl

/-- The keys that the runtime consumes. -/
theorem runtimeKeys_eq : runtimeKeys = [
    "protocol_machine_envelope_adherence", "protocol_machine_envelope_admission", "protocol_envelope_bridge"] := rfl

/-- A row is consumed by somebody exactly when it is runtime-critical. -/
theorem ledger_consumed :
    ledger.all (fun row => (row.consumedByRuntime || row.consumedByModel) == (row.usage = .runtimeCritical)) = true :=
  rfl

end Paritas.TheoremRow
