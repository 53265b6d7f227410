module
public import Init
/-!
# Queues between roles

Messages wait in the order in which they were sent, one queue for each ordered pair of roles. Of a message only its label
is kept.
-/
@[expose] public section
namespace Paritas

/-- From whom to whom. -/
structure Channel where
  sender : String
  receiver : String
deriving DecidableEq, Inhabited

/-- `value` under `key`: in the place of what is there, else at the end. -/
def putAt {α β : Type} [DecidableEq α] (key : α) (value : β) : List (α × β) → List (α × β)
  | [] => [(key, value)]
  | (first, old) :: rest => if first = key then (key, value) :: rest else (first, old) :: putAt key value rest

/-- What waits in each channel; nothing waits in a channel that is not listed. -/
structure Queues where
  contents : List (Channel × List String) := []
deriving DecidableEq, Inhabited

/-- The labels that wait in a channel, the oldest first. -/
def Queues.on (queues : Queues) (channel : Channel) : List String :=
  (queues.contents.lookup channel).getD []

/-- One more label at the end. -/
def Queues.push (queues : Queues) (channel : Channel) (label : String) : Queues :=
  ⟨putAt channel (queues.on channel ++ [label]) queues.contents⟩

/-- Without the oldest label of a channel, which must be this one. -/
def Queues.pop? (queues : Queues) (channel : Channel) (label : String) : Option Queues :=
  match queues.on channel with
  | [] => none
  | head :: rest => if head = label then some ⟨putAt channel rest queues.contents⟩ else none

/-- Nothing waits anywhere. -/
def Queues.areEmpty (queues : Queues) : Bool :=
  queues.contents.all fun (channel, _) => (queues.on channel).isEmpty

end Paritas
