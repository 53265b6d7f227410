module
public import Std.Data.TreeSet
/-!
# Normalization across back ends

What is hidden before the semantic objects of two back ends are compared (spec 30 §17): names of handlers, the owner that
stands for the host, the order of a list and repetitions in it. Of an object only the members that are touched are told
apart; all others are one text.
-/
@[expose] public section
namespace Paritas

/-- The lists of a bundle (spec 30 §4.16). -/
inductive ObjectKind
  | operationInstance | outstandingEffect | semanticHandoff | transformationObligation | authoritativeRead
  | observedRead | materializationProof | canonicalHandle | publicationEvent | prestateBinding | agreementProfile
  | agreementContract | agreementEvidence | agreementState | region | progressContract | progressTransition

/-- Objects of this kind name a handler. -/
def ObjectKind.hasHandler : ObjectKind → Bool
  | .operationInstance | .outstandingEffect | .observedRead => true
  | _ => false

/-- Objects of this kind name an owner, or have the digest of one. -/
def ObjectKind.hasOwner : ObjectKind → Bool
  | .operationInstance | .outstandingEffect | .authoritativeRead | .canonicalHandle | .publicationEvent
  | .prestateBinding | .agreementContract | .agreementEvidence | .agreementState | .region => true
  | _ => false

/-- An object of a bundle. -/
structure SemanticObject where
  kind : ObjectKind
  /-- `handler_identity`. -/
  handler : Option String := none
  /-- `owner_id`, or the `participant_digest` of a prestate binding. -/
  owner : Option String := none
  /-- The text of all other members. -/
  rest : String

/-- What stands for every handler. -/
def normalHandler : String := "<normalized-handler>"

/-- The owner that the host of one back end is. -/
def hostOwner : String := "wasm/host"

namespace SemanticObject

/-- The handler that is compared: whether there is one. -/
def comparedHandler (object : SemanticObject) : Option String :=
  if object.kind.hasHandler then object.handler.map fun _ => normalHandler else object.handler

/-- The owner that is compared: the host is nobody. -/
def comparedOwner (object : SemanticObject) : Option String :=
  if object.kind.hasOwner && object.owner = some hostOwner then none else object.owner

/-- The object that is compared. -/
def normalize (object : SemanticObject) : SemanticObject :=
  { object with handler := object.comparedHandler, owner := object.comparedOwner }

/-- What is compared of a list of objects: their texts, ascending, none twice. -/
def normalTexts (text : SemanticObject → String) (objects : List SemanticObject) : List String :=
  (Std.TreeSet.ofList (objects.map fun object => text object.normalize)).toList

end SemanticObject
end Paritas
