module
public import Paritas.Queues
/-!
# Traces as the roles see them

Sends and receives over the queues between roles. Nobody sees more than what each role did in its own order; two traces
that agree in that are equivalent.
-/
@[expose] public section
namespace Paritas.RoleTrace

/-- A message leaves or arrives. -/
inductive Event
  | send (sender receiver label : String)
  | receive (receiver sender label : String)
deriving DecidableEq, Inhabited

/-- Who does it. -/
def Event.role : Event → String
  | .send sender _ _ => sender
  | .receive receiver _ _ => receiver

/-- The queues after an event; none when it receives what is not the oldest message of its channel. -/
def Event.run (queues : Queues) : Event → Option Queues
  | .send sender receiver label => some (queues.push ⟨sender, receiver⟩ label)
  | .receive receiver sender label => queues.pop? ⟨sender, receiver⟩ label

/-- The queues after a trace; none when one of its events cannot happen. -/
def run (queues : Queues) : List Event → Option Queues
  | [] => some queues
  | event :: rest =>
    match event.run queues with
    | some after => run after rest
    | none => none

/-- Every receive takes the oldest message of its channel. -/
def isWellFormed (queues : Queues) (trace : List Event) : Bool :=
  (run queues trace).isSome

/-- What a role did, in its order. -/
def ofRole (role : String) (trace : List Event) : List Event :=
  trace.filter fun event => event.role = role

/-- Every role did the same in both traces. -/
def roleEquivalent (left right : List Event) : Bool :=
  ((left ++ right).map Event.role).eraseDups.all fun role => ofRole role left = ofRole role right

end Paritas.RoleTrace
