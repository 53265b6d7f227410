module
public import Paritas.Runner.Model
/-!
# A model of your own: messages wait, the oldest is taken first

Every role follows its local type. A send never waits: it puts its message behind all others that are on their way. A receive
takes the oldest message of its partner. The roles take turns.
-/
@[expose] public section
namespace Fifo
open Paritas Paritas.Runner

/-- A role, and what it has left to do. -/
structure Actor where
  name : String
  todo : LocalType

/-- A session. -/
structure State where
  /-- Whose turn it is comes first. -/
  actors : List Actor
  /-- The messages on their way, the oldest first. -/
  mail : List Message := []

/-- The oldest message from `sender` to `receiver`, and the mail without it. -/
def take (sender receiver : String) : List Message → Option (Message × List Message)
  | [] => none
  | first :: rest =>
    if first.sender = sender ∧ first.receiver = receiver then some (first, rest)
    else (take sender receiver rest).map fun (message, others) => (message, first :: others)

/-- What an actor can do now: it sends the first message of a choice, or receives whatever has come. -/
def Actor.act (actor : Actor) (mail : List Message) : Option (Actor × List Message × Event) :=
  match actor.todo.fullUnfold with
  | .send partner (.cons label _ next _) =>
    let message := ⟨actor.name, partner, label.name⟩
    some ({ actor with todo := next }, mail ++ [message], .sent message)
  | .recv partner branches =>
    match take partner actor.name mail with
    | some (message, others) =>
      (branches.toList.find? (·.label.name = message.label)).map fun branch =>
        ({ actor with todo := branch.continuation }, others, .received message)
    | none => none
  | _ => none

/-- The first actor that can do something does it; who has had a turn goes to the end. -/
def turn (mail : List Message) (passed : List Actor) : (waiting : List Actor) → Option (State × List Event)
  | [] => none
  | actor :: waiting =>
    match actor.act mail with
    | some (after, mail, event) => some ({ actors := waiting ++ passed ++ [after], mail }, [event])
    | none => turn mail (passed ++ [actor]) waiting

/-- The model, as the runner library asks for it. -/
def model : Model State where
  start protocol := do
    let types ← localTypes protocol
    return { actors := types.map fun (name, todo) => { name, todo } }
  step state := turn state.mail [] state.actors
  isDone state := state.actors.all fun actor => actor.todo.fullUnfold matches .end_

end Fifo
