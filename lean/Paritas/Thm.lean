module
public import Paritas.Thm.Heap
public import Paritas.Thm.HeapBinding
public import Paritas.Thm.HeapEncoding
public import Paritas.Thm.HeapHex
public import Paritas.Thm.HeapMerkle
public import Paritas.Thm.HeapReplay
public import Paritas.Thm.HeapReplayHeap
public import Paritas.Thm.MachineEnded
public import Paritas.Thm.MachineLoop
public import Paritas.Thm.MachineStep
public import Paritas.Thm.Merge
public import Paritas.Thm.MergeBound
public import Paritas.Thm.MergeDefined
public import Paritas.Thm.MergeLists
public import Paritas.Thm.Normalization
public import Paritas.Thm.Projection
public import Paritas.Thm.ProjectionBound
public import Paritas.Thm.ProtocolBundle
public import Paritas.Thm.ReconfigurationTransition
public import Paritas.Thm.SemanticObjects
public import Paritas.Thm.Subtyping
public import Paritas.Thm.SubtypingSelf
public import Paritas.Thm.TheoremBoundary
public import Paritas.Thm.Types
public import Paritas.Thm.Words
/-! Every theorem module; what it does not import is not compiled. -/
