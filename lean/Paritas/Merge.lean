module
public import Paritas.Types
/-!
# Merge

What a role does that does not see a choice must be one behaviour for all branches (spec 11 §3). Sends need the same
labels, receives unite theirs; nothing is unfolded or renamed.

The order of the merged branches is that of the label names, by code point.
-/
@[expose] public section
namespace Paritas

/-- Why two local types have no merge (spec 11 §3.4). -/
inductive MergeError
  | endMismatch (other : LocalType)
  | partnerMismatch (expected found : String)
  | directionMismatch
  | incompatibleContinuations (label : String)
  | payloadAnnotationMismatch (label : String) (left right : Option ValType)
  | sendLabelMismatch (left right : String)
  | sendBranchCountMismatch (left right : Nat)
  | recursiveVariableMismatch (expected found : String)
  | variableMismatch (expected found : String)
  | incompatibleTypes

/-- One branch, outside of its list. -/
structure Branch where
  label : Label
  payload : Option ValType
  continuation : LocalType

/-- The branches as a list. -/
def LocalBranches.toList : LocalBranches → List Branch
  | .nil => []
  | .cons label payload continuation rest => ⟨label, payload, continuation⟩ :: rest.toList

/-- A list as branches. -/
def LocalBranches.ofList : List Branch → LocalBranches
  | [] => .nil
  | branch :: rest => .cons branch.label branch.payload branch.continuation (.ofList rest)

/-- `branch` put before the first one of a greater name; behind those of the same name. -/
def insertSorted (branch : Branch) : List Branch → List Branch
  | [] => [branch]
  | first :: rest =>
    if branch.label.name < first.label.name then branch :: first :: rest else first :: insertSorted branch rest

/-- By label name; branches of the same name keep their order. -/
def sortBranches (branches : List Branch) : List Branch :=
  branches.foldl (fun sorted branch => insertSorted branch sorted) []

/-- `branch` in the place of the one of its name in a sorted list, or added. -/
def putSorted (branch : Branch) : List Branch → List Branch
  | [] => [branch]
  | first :: rest =>
    if branch.label.name = first.label.name then branch :: rest
    else if branch.label.name < first.label.name then branch :: first :: rest
    else first :: putSorted branch rest

/-- The branches by name; of those of the same name the last. -/
def branchMap (branches : List Branch) : List Branch :=
  branches.foldl (fun map branch => putSorted branch map) []

/-- The branch of this name. -/
def findBranch (name : String) (branches : List Branch) : Option Branch :=
  branches.find? (·.label.name == name)

/-- How a continuation on the right merges with one on the left. The right side is walked structurally, so each of its
branches is handed on as what merges with it. -/
abbrev Merging := LocalType → Except MergeError LocalType

/-- A branch of the right side, with what merges with its continuation. -/
structure RightBranch extends Branch where
  merge : Merging

/-- The right branches by label name, as `sortBranches`. -/
def insertSortedRight (branch : RightBranch) : List RightBranch → List RightBranch
  | [] => [branch]
  | first :: rest =>
    if branch.label.name < first.label.name then branch :: first :: rest else first :: insertSortedRight branch rest

/-- The inner error of a continuation is dropped (spec 11 §3.1). -/
def continuationMerge (right : RightBranch) (left : LocalType) : Except MergeError LocalType :=
  match right.merge left with
  | .ok merged => .ok merged
  | .error _ => .error (.incompatibleContinuations right.label.name)

/-- Sorted sends, pair by pair: names, sorts, continuations, annotations (spec 11 §3.1). -/
def mergeSends : List Branch → List RightBranch → Except MergeError (List Branch)
  | [], [] => .ok []
  | left :: lefts, right :: rights => do
    if left.label.name ≠ right.label.name then throw (.sendLabelMismatch left.label.name right.label.name)
    if left.label.sort ≠ right.label.sort then throw (.incompatibleContinuations left.label.name)
    let merged ← continuationMerge right left.continuation
    if left.payload ≠ right.payload then
      throw (.payloadAnnotationMismatch left.label.name left.payload right.payload)
    let rest ← mergeSends lefts rights
    return ⟨left.label, left.payload, merged⟩ :: rest
  | lefts, rights => .error (.sendBranchCountMismatch lefts.length rights.length)

/-- The right receives, in their order, put into the map of the left ones (spec 11 §3.2). -/
def mergeRecvs (map : List Branch) : List RightBranch → Except MergeError (List Branch)
  | [] => .ok map
  | right :: rights => do
    match findBranch right.label.name map with
    | none => mergeRecvs (putSorted right.toBranch map) rights
    | some left =>
      let merged ← continuationMerge right left.continuation
      if left.label.sort ≠ right.label.sort then throw (.incompatibleContinuations right.label.name)
      if left.payload ≠ right.payload then
        throw (.payloadAnnotationMismatch right.label.name left.payload right.payload)
      mergeRecvs (putSorted ⟨right.label, right.payload, merged⟩ map) rights

mutual
/-- What merges with `right`: the function from the left type to the merge. -/
def LocalType.mergeWith : LocalType → Merging
  | .end_, left => if left = .end_ then .ok left else .error (.endMismatch left)
  | .send partner branches, left =>
    if left = .send partner branches then .ok left else
    let rights := branches.rights
    match left with
    | .send expected lefts =>
      if expected ≠ partner then .error (.partnerMismatch expected partner)
      else if lefts.length ≠ rights.length then .error (.sendBranchCountMismatch lefts.length rights.length)
      else do
        let sorted := rights.foldl (fun sorted branch => insertSortedRight branch sorted) []
        return .send expected (.ofList (← mergeSends (sortBranches lefts.toList) sorted))
    | .end_ => .error (.endMismatch (.send partner branches))
    | .recv _ _ => .error .directionMismatch
    | .mu _ _ | .var _ => .error .incompatibleTypes
  | .recv partner branches, left =>
    if left = .recv partner branches then .ok left else
    let rights := branches.rights
    match left with
    | .recv expected lefts =>
      if expected ≠ partner then .error (.partnerMismatch expected partner)
      else do return .recv expected (.ofList (← mergeRecvs (branchMap lefts.toList) rights))
    | .end_ => .error (.endMismatch (.recv partner branches))
    | .send _ _ => .error .directionMismatch
    | .mu _ _ | .var _ => .error .incompatibleTypes
  | .mu found body, left =>
    if left = .mu found body then .ok left else
    let merging := body.mergeWith
    match left with
    | .mu expected inner =>
      if expected ≠ found then .error (.recursiveVariableMismatch expected found)
      else do return .mu expected (← merging inner)
    | .end_ => .error (.endMismatch (.mu found body))
    | _ => .error .incompatibleTypes
  | .var found, left =>
    match left with
    | .var expected => if expected = found then .ok left else .error (.variableMismatch expected found)
    | .end_ => .error (.endMismatch (.var found))
    | _ => .error .incompatibleTypes
/-- The branches, each with what merges with its continuation. -/
def LocalBranches.rights : LocalBranches → List RightBranch
  | .nil => []
  | .cons label payload continuation rest => ⟨⟨label, payload, continuation⟩, continuation.mergeWith⟩ :: rest.rights
end

/-- The merge of two local types. Equal types merge to the left one unchanged, in its own branch order. -/
def merge (left right : LocalType) : Except MergeError LocalType :=
  right.mergeWith left

/-- The left fold of `merge` (spec 11 §3.3). -/
def mergeAll : List LocalType → Except MergeError LocalType
  | [] => .error .incompatibleTypes
  | first :: rest => rest.foldlM merge first

end Paritas
